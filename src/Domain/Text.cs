using System.Globalization;
using System.Numerics;

namespace Openbook.Domain;

/// <summary>The one way in which numbers become text: the same on every machine and in every culture.</summary>
public static class Text
{
    /// <summary>The invariant form of a whole number, without separators.</summary>
    public static string Of(long number) => number.ToString("D", Invariant);

    /// <summary>The same of a number of any size.</summary>
    public static string Of(BigInteger number) =>
        number >= long.MinValue && number <= long.MaxValue ? Of((long)number) : number.ToString("D", Invariant);

    /// <summary>A whole number with commas between thousands, for people.</summary>
    public static string Grouped(long number) => number.ToString("N0", Invariant);

    /// <summary>A count with its noun: "1 line", "2 lines".</summary>
    public static string Count(long number, string one, string? many = null) =>
        $"{Grouped(number)} {(number == 1 ? one : many ?? one + "s")}";

    /// <summary>Words in a row as people list them: "a", "a and b", "a, b and c".</summary>
    public static string List(IReadOnlyList<string> words) =>
        words.Count switch
        {
            0 => "none",
            1 => words[0],
            _ => string.Join(", ", words.Take(words.Count - 1)) + " and " + words[^1],
        };

    /// <summary>How numbers are written on every machine.</summary>
    public static NumberFormatInfo Invariant => NumberFormatInfo.InvariantInfo;
}
