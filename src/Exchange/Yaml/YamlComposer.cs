using System.Text;
using Openbook.Domain;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Openbook.Exchange;

/// <summary>
/// Makes a tree of a YAML text. Every value stays text. What makes a short text mean a long one, or one place mean
/// another (anchors, aliases, merge keys, tags, several documents), is refused, and so is what is too deep or too much.
/// </summary>
internal sealed class YamlComposer
{
    internal const int MaxDepth = 12;
    internal const int MaxNodes = 20_000;

    private readonly string text;
    private readonly YamlFaults faults;
    private readonly Stack<Collection> open = new();
    private YamlNode? root;
    private Mark last = Mark.Empty;
    private int documents;
    private int nodes;

    private YamlComposer(string text, YamlFaults faults)
    {
        this.text = text;
        this.faults = faults;
    }

    /// <summary>The root of a text that a person wrote, with or without a byte order mark; null if there is any fault.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mostBytes">The longest text that is read, in bytes of UTF-8; a whole number of KB.</param>
    /// <param name="faults">Takes the faults.</param>
    public static YamlNode? Root(string text, int mostBytes, YamlFaults faults)
    {
        if (Encoding.UTF8.GetByteCount(text) > mostBytes)
        {
            faults.Add(Refuse.YamlUnreadable, 1, 1, $"The text is longer than {Text.Of(mostBytes / 1024)} KB.");
            return null;
        }
        var plain = text.StartsWith('\uFEFF') ? text[1..] : text;
        YamlCharacters.Check(plain, faults);
        var composed = faults.Any ? null : Compose(plain, faults);
        return faults.Any ? null : composed;
    }

    /// <summary>The root of the text, or null where there is none to be had.</summary>
    public static YamlNode? Compose(string text, YamlFaults faults)
    {
        var composer = new YamlComposer(text, faults);
        composer.Compose();
        return composer.root;
    }

    private void Compose()
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            while (parser.MoveNext() && Take(parser.Current!))
            {
                last = parser.Current!.End;
            }
        }
        catch (YamlException fault)
        {
            Unreadable(fault);
            return;
        }
        // The parser loses its way after some brackets that are not closed and throws these instead of its own.
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException)
        {
            Lost();
            return;
        }
        if (root is null && !faults.Any)
        {
            faults.Add(Refuse.YamlUnreadable, 1, 1, "The text is empty.");
        }
    }

    /// <summary>Takes the next event; false ends the reading.</summary>
    private bool Take(ParsingEvent next)
    {
        switch (next)
        {
            case DocumentStart when ++documents > 1:
                Add(next.Start, "A second document begins here; the text is to be one.");
                return false;
            case AnchorAlias alias:
                Add(alias.Start, "An alias (*) stands here; write the value itself.");
                return Value(new YamlScalar(Line(alias.Start), Column(alias.Start), ""));
            case Scalar scalar:
                Bare(scalar);
                return Value(new YamlScalar(Line(scalar.Start), Column(scalar.Start), scalar.Value), scalar);
            case SequenceStart list:
                Bare(list);
                return Open(new Collection(list.Start, false, list.Style == SequenceStyle.Flow));
            case MappingStart map:
                Bare(map);
                return Open(new Collection(map.Start, true, map.Style == MappingStyle.Flow));
            case SequenceEnd or MappingEnd:
                return Value(Closed(open.Pop()));
            default:
                return true;
        }
    }

    private void Bare(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            Add(node.Start, "An anchor (&) stands here; write each value where it is used.");
        }
        if (!node.Tag.IsEmpty)
        {
            Add(node.Start, "A tag (!) stands here; every value is read as text.");
        }
    }

    private bool Open(Collection collection)
    {
        if (open.Count == MaxDepth)
        {
            Add(collection.Start, $"Lists and keys lie more than {Text.Of(MaxDepth)} deep in each other here.");
            return false;
        }
        open.Push(collection);
        return true;
    }

    private bool Value(YamlNode node, Scalar? scalar = null)
    {
        if (++nodes > MaxNodes)
        {
            faults.Add(Refuse.YamlUnreadable, node, $"The text has more than {Text.Grouped(MaxNodes)} values.");
            return false;
        }
        if (!open.TryPeek(out var around))
        {
            root = node;
            return true;
        }
        if (around.IsMap && around.Children.Count % 2 == 0)
        {
            Key(node, scalar);
        }
        around.Children.Add(node);
        return true;
    }

    private void Key(YamlNode node, Scalar? scalar)
    {
        if (node is not YamlScalar)
        {
            faults.Add(Refuse.YamlUnreadable, node, $"A key is {node.Shape}; a key is one word.");
        }
        else if (scalar is { Value: "<<", Style: ScalarStyle.Plain })
        {
            faults.Add(Refuse.YamlUnreadable, node, "A merge key (<<) stands here; write the keys themselves.");
        }
    }

    private YamlNode Closed(Collection closed)
    {
        // The parser does not say where a pair inside square brackets begins: it begins with its key.
        var unmarked = closed.Start.Index == 0 && open.Count > 0 && closed.Children.Count > 0;
        var line = unmarked ? closed.Children[0].Line : Line(closed.Start);
        var column = unmarked ? closed.Children[0].Column : Column(closed.Start);
        if (!closed.IsMap)
        {
            return new YamlList(line, column, closed.Children);
        }
        var entries = new List<YamlEntry>(closed.Children.Count / 2);
        for (var i = 0; i + 1 < closed.Children.Count; i += 2)
        {
            // A key that is no word is refused already; the tree is not used then.
            if (closed.Children[i] is YamlScalar key)
            {
                entries.Add(new YamlEntry(key, closed.Children[i + 1]));
            }
        }
        return new YamlMap(line, column, entries);
    }

    private void Unreadable(YamlException fault)
    {
        var isEnd = text.AsSpan((int)Math.Min(fault.Start.Index, text.Length)).Trim().IsEmpty;
        var brackets = OpenBrackets();
        if (isEnd && brackets.Count > 0)
        {
            NotClosed(brackets[0]);
            return;
        }
        var (what, at) = YamlWords.For(fault, text);
        if (at.Index > 0 || what != YamlWords.Spaces)
        {
            Add(at, what);
            return;
        }
        // The parser does not say where it found this tab: it is the first one behind what could be read.
        var from = (int)Math.Min(last.Index, text.Length);
        var tab = text.IndexOf('\t', from);
        At(tab < 0 ? from : tab, what);
    }

    /// <summary>The parser lost its way, mostly because something is not closed.</summary>
    private void Lost()
    {
        var from = (int)Math.Min(OpenBrackets().Append((int)last.Index).Min(), text.Length);
        var unclosed = YamlBrackets.Unclosed(text, from);
        if (unclosed < 0)
        {
            At(from, "The text cannot be read after this: a line lacks its indentation, or something is not closed.");
            return;
        }
        NotClosed(unclosed);
    }

    /// <summary>Where the brackets stand that were being read, the innermost first.</summary>
    private List<int> OpenBrackets() =>
        [
            .. open.Where(collection => collection.IsFlow)
                .Select(collection => (int)collection.Start.Index)
                .Where(index => index < text.Length && text[index] is '{' or '['),
        ];

    private void NotClosed(int index) =>
        At(index, $"The {(text[index] == '{' ? "brace" : "bracket")} opened here is not closed.");

    private void At(int index, string what)
    {
        var (line, column) = YamlPosition.Of(text, index);
        faults.Add(Refuse.YamlUnreadable, line, column, what);
    }

    private void Add(Mark at, string what) => faults.Add(Refuse.YamlUnreadable, Line(at), Column(at), what);

    private static int Line(Mark mark) => (int)mark.Line;

    private static int Column(Mark mark) => (int)mark.Column;

    private sealed record Collection(Mark Start, bool IsMap, bool IsFlow)
    {
        public List<YamlNode> Children { get; } = [];
    }
}
