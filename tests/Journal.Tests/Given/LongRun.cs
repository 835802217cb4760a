namespace Openbook.Journal.Tests.Given;

/// <summary>Whether this run may take its time: OPENBOOK_TEST_LONG=1.</summary>
public static class LongRun
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("OPENBOOK_TEST_LONG") == "1";
}
