using System.Globalization;

namespace Openbook.EndToEnd.Tests;

/// <summary>Numbers from the seed of the run, and how long the run may be.</summary>
internal static class Chance
{
    public static int Seed { get; } =
        int.TryParse(
            Environment.GetEnvironmentVariable("OPENBOOK_TEST_SEED"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var seed
        )
            ? seed
            : Environment.TickCount & int.MaxValue;

    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("OPENBOOK_TEST_LONG") == "1";
}
