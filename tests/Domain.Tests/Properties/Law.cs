using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Openbook.Domain.Tests.Properties;

/// <summary>
/// Tries a law on many generated cases. A failure names the seed; <c>OPENBOOK_TEST_SEED</c> tries that one again, and
/// <c>OPENBOOK_TEST_LONG=1</c> tries twenty times as many cases.
/// </summary>
public static class Law
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("OPENBOOK_TEST_LONG") == "1";

    /// <summary>The law must hold, that is not throw, for each case.</summary>
    /// <param name="cases">How many cases.</param>
    /// <param name="made">The cases.</param>
    /// <param name="law">What must hold.</param>
    public static void MustHold<T>(int cases, Arbitrary<T> made, Action<T> law)
    {
        var seed = Seed();
        var config = Config
            .QuickThrowOnFailure.WithMaxTest(Long ? cases * 20 : cases)
            .WithStartSize(1)
            .WithEndSize(100)
            .WithQuietOnSuccess(true)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed), FSharpOption<int>.None)));
        try
        {
            Check.One(config, Prop.ForAll(made, law));
        }
        catch (Exception failure)
        {
            throw new LawBrokenException($"Try again with OPENBOOK_TEST_SEED={seed}: {failure.Message}", failure);
        }
    }

    private static ulong Seed() =>
        ulong.TryParse(
            Environment.GetEnvironmentVariable("OPENBOOK_TEST_SEED"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var seed
        )
            ? seed
            : (ulong)System.Random.Shared.NextInt64(1, 1_000_000_000);
}

/// <summary>A law does not hold for a generated case.</summary>
public sealed class LawBrokenException : Exception
{
    /// <summary>Names the seed and the case.</summary>
    public LawBrokenException(string message, Exception inner)
        : base(message, inner) { }
}
