using YamlDotNet.Core;

namespace Openbook.Exchange;

/// <summary>What the parser could not read, in words for people who do not know YAML.</summary>
internal static class YamlWords
{
    private const string Colon =
        "A colon stands inside a value: the value needs quotes, or this line has the wrong indentation.";
    private const string Above =
        "A key follows a line that is no key with a value: that line lacks its colon or the space after it.";
    private const string Apart =
        "This does not go on from the lines above: a colon or the space after it is missing, or a bracket is too many.";
    private const string Indentation =
        "A key is expected here: the line has the wrong indentation, or something before it is not closed.";
    private const string Quote = "The quote opened here is not closed, or the lines after it lack their indentation.";
    internal const string Spaces = "A tab stands where spaces are needed.";
    private const string Escape = "A backslash between double quotes is followed by what it cannot be followed by.";
    private const string Block = "The text that | or > begins cannot be read: begin it on the next line, indented.";
    private const string Hash = "A # stands directly after other text; put a space before it.";
    private const string Question = "A question mark stands where a value is expected.";

    // The first phrase that stands in the parser's message decides. True: the fault is where the parser stopped, not
    // where it began the value.
    private static readonly (string Phrase, string What, bool AtEnd)[] known =
    [
        ("multiline plain scalar, found invalid mapping", Above, false),
        ("found invalid mapping", Colon, false),
        ("Mapping values are not allowed", Colon, false),
        ("block mapping, did not find expected key", Indentation, false),
        ("did not find expected '-' indicator", "A list item, which begins with a hyphen, is expected here.", false),
        ("flow mapping", "A comma or a closing brace is missing before this.", false),
        ("flow sequence, did not find", "A comma or a closing bracket is missing before this.", false),
        ("did not find expected node content", "A value is missing before this.", false),
        ("could not find expected ':'", "A key lacks its colon.", false),
        ("Did not find expected <document", Apart, false),
        ("Block sequence entries are not allowed", "A list cannot begin here; begin it on the next line.", false),
        ("Mapping keys are not allowed", Question, false),
        ("Invalid key indicator", Question, false),
        ("found invalid tab", Spaces, true),
        ("found a tab", Spaces, true),
        ("unexpected end of stream", Quote, false),
        ("unexpected document indicator", Quote, false),
        ("wrong indentation", Quote, false),
        ("escape", Escape, true),
        ("hexadecimal", Escape, true),
        ("surrogates", Escape, true),
        ("block scalar", Block, false),
        ("directive", "A line that begins with a percent sign stands here; none is needed.", false),
        ("comment", Hash, true),
        ("anchor", "An anchor (&) or alias (*) stands here; write the value itself.", false),
        ("tag", "A tag (!) stands here; every value is read as text.", false),
    ];

    /// <summary>The fault in words, and where it is.</summary>
    public static (string What, Mark At) For(YamlException fault, string text)
    {
        if (fault.Message.Contains("cannot start any token", StringComparison.Ordinal))
        {
            return (CannotBegin(fault.Start, text), fault.Start);
        }
        foreach (var (phrase, what, atEnd) in known)
        {
            if (fault.Message.Contains(phrase, StringComparison.Ordinal))
            {
                return (what, atEnd ? fault.End : fault.Start);
            }
        }
        return ("This cannot be read.", fault.Start);
    }

    private static string CannotBegin(Mark mark, string text)
    {
        var found = mark.Index < text.Length ? text[(int)mark.Index] : '\t';
        return found == '\t' ? Spaces : $"A value that begins with {found} needs quotes.";
    }
}
