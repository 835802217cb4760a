using System.Globalization;

namespace Openbook.EndToEnd.Tests.Given;

/// <summary>How long this run may take (OPENBOOK_TEST_LONG=1) and what its random moments begin with.</summary>
public static class TheRun
{
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("OPENBOOK_TEST_LONG") == "1";

    /// <summary>OPENBOOK_TEST_SEED, else another number each time; every test prints it.</summary>
    public static int Seed { get; } =
        int.TryParse(
            Environment.GetEnvironmentVariable("OPENBOOK_TEST_SEED"),
            CultureInfo.InvariantCulture,
            out var seed
        )
            ? seed
            : Random.Shared.Next();
}
