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

    /// <summary>All of them in a long run, else one in some, beginning where the seed says.</summary>
    public static IEnumerable<T> Part<T>(IEnumerable<T> all, int oneIn) =>
        all.Where((_, i) => IsOn || (i + Math.Abs(Seed % oneIn)) % oneIn == 0);
}
