using System.Globalization;
using Xunit.Sdk;

namespace Openbook.Exchange.Tests;

/// <summary>
/// Tries something on many random cases. A failure names the seed; <c>OPENBOOK_TEST_SEED</c> tries that one again, and
/// <c>OPENBOOK_TEST_LONG=1</c> tries ten times as many cases.
/// </summary>
internal static class Seeded
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("OPENBOOK_TEST_LONG") == "1";

    /// <summary>The seed of this run.</summary>
    public static ulong Seed { get; } =
        ulong.TryParse(
            Environment.GetEnvironmentVariable("OPENBOOK_TEST_SEED"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var seed
        )
            ? seed
            : (ulong)Random.Shared.NextInt64(1, 1_000_000_000);

    /// <summary>What is tried must not throw, for each case.</summary>
    public static void MustHold(int cases, Action<Random> tried)
    {
        for (var number = 0; number < (Long ? cases * 10 : cases); number++)
        {
            MustHoldFor(number, tried);
        }
    }

    /// <summary>What is tried must not throw, for one case.</summary>
    public static void MustHoldFor(int number, Action<Random> tried)
    {
        try
        {
            tried(Of(number));
        }
        catch (Exception failure)
        {
            throw new XunitException(
                $"Case {number}; try again with OPENBOOK_TEST_SEED={Seed}: {failure.Message}",
                failure
            );
        }
    }

    private static Random Of(int number) =>
        new((int)(unchecked(Seed * 1_000_003UL + (ulong)number * 7_919UL) & int.MaxValue));
}
