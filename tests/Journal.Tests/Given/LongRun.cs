using System.Globalization;

namespace Openbook.Journal.Tests.Given;

/// <summary>Whether this run may take its time (OPENBOOK_TEST_LONG=1), and what its random cases begin with.</summary>
public static class LongRun
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("OPENBOOK_TEST_LONG") == "1";

    /// <summary>OPENBOOK_TEST_SEED, else a number that is always the same.</summary>
    public static int Seed { get; } =
        int.TryParse(
            Environment.GetEnvironmentVariable("OPENBOOK_TEST_SEED"),
            CultureInfo.InvariantCulture,
            out var seed
        )
            ? seed
            : 20161001;
}
