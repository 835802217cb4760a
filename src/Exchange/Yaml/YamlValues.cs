using System.Globalization;
using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Reads single values. What cannot be read is a fault, and something harmless stands in for it.</summary>
internal sealed class YamlValues(YamlFaults faults)
{
    internal const int LongestName = 200;
    internal const int LongestWords = 1_000;
    private const int LongestGss = 9;

    // Codes are shorter. A text up to this length can still be told from others, so that its uses are no faults too.
    private const int LongestCodeTried = 100;

    /// <summary>The text of a single value that is not empty, or null and a fault. No node: null alone.</summary>
    public string? Scalar(YamlNode? node, string what)
    {
        if (node is null)
        {
            return null;
        }
        if (node is YamlScalar { Text: var text } && !string.IsNullOrWhiteSpace(text))
        {
            return text;
        }
        faults.Unexpected(node, what);
        return null;
    }

    /// <summary>Words up to a length, without control characters; empty where there are none.</summary>
    public string Words(YamlNode? node, string what, int longest = LongestName)
    {
        var text = Scalar(node, what);
        if (text is null)
        {
            return "";
        }
        if (YamlCharacters.AnyBad(text))
        {
            var held = text.AsSpan().IndexOfAny('\n', '\r') < 0 ? "a control character" : "a line end";
            faults.Add(Refuse.BadText, node!, $"The text of {what} holds {held}.");
        }
        var length = text.EnumerateRunes().Count();
        if (length > longest)
        {
            var sizes = $"{Text.Grouped(length)} characters; at most {Text.Grouped(longest)} are allowed";
            faults.Add(Refuse.TextTooLong, node!, $"The text of {what} has {sizes}.");
        }
        return text;
    }

    /// <summary>A code as written, also one that no code may be; null where there is none to tell apart.</summary>
    public string? Code(YamlNode? node)
    {
        var text = Scalar(node, "a code");
        if (text is null || Domain.Code.IsValid(text))
        {
            return text;
        }
        faults.Add(Refuse.BadCode, node!, $"{YamlFaults.Quote(text)} is not a code.");
        return text.Length > LongestCodeTried || YamlCharacters.AnyBad(text) ? null : text;
    }

    /// <summary>An ONS code, as far as it can be told without the register: letters and digits.</summary>
    public string? Gss(YamlNode? node)
    {
        var text = Scalar(node, "a GSS code");
        if (text is not null && (text.Length > LongestGss || !text.All(char.IsAsciiLetterOrDigit)))
        {
            var what = $"{YamlFaults.Quote(text)} is not a GSS code, which has up to 9 letters and digits.";
            faults.Add(Refuse.KindOfValue, node!, what);
        }
        return text;
    }

    /// <summary>A date that the calendar has.</summary>
    public DateOnly? Date(YamlNode? node)
    {
        var text = Scalar(node, "a date");
        if (text is null)
        {
            return null;
        }
        if (Dates.TryParse(text, out var date))
        {
            return date;
        }
        faults.Add(Refuse.BadDate, node!, $"{YamlFaults.Quote(text)} is not a date.");
        return null;
    }

    /// <summary>A whole number between two bounds, both inside.</summary>
    public int? Whole(YamlNode? node, string what, int least, int most)
    {
        var text = Scalar(node, what);
        if (text is null)
        {
            return null;
        }
        // The digits are looked at one by one because the library's reading lets zero characters follow them.
        if (
            text.All(char.IsAsciiDigit)
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
        )
        {
            return number;
        }
        var range = $"a whole number from {Text.Of(least)} to {Text.Grouped(most)}";
        faults.Add(Refuse.BadCount, node!, $"{YamlFaults.Quote(text)} is not {what}, which is {range}.");
        return null;
    }

    /// <summary>A weight as it was written.</summary>
    public Weight? Weight(YamlNode node)
    {
        var text = Scalar(node, "a weight");
        if (text is null)
        {
            return null;
        }
        if (Domain.Weight.TryParse(text, out var weight))
        {
            return weight;
        }
        faults.Add(Refuse.BadCount, node, $"{YamlFaults.Quote(text)} is not a weight.");
        return null;
    }
}
