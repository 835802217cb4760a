namespace Openbook.Exchange;

/// <summary>A value of a YAML text, with the line and the column at which it begins, both from 1.</summary>
internal abstract class YamlNode(int line, int column)
{
    public int Line { get; } = line;

    public int Column { get; } = column;

    /// <summary>What it is, as refusals say it.</summary>
    public abstract string Shape { get; }
}

/// <summary>A single value. It is text, whatever it looks like.</summary>
internal sealed class YamlScalar(int line, int column, string text) : YamlNode(line, column)
{
    public string Text { get; } = text;

    public override string Shape => Text.Length == 0 ? "nothing" : "a single value";
}

/// <summary>Values in a row.</summary>
internal sealed class YamlList(int line, int column, IReadOnlyList<YamlNode> items) : YamlNode(line, column)
{
    public IReadOnlyList<YamlNode> Items { get; } = items;

    public override string Shape => "a list";
}

/// <summary>Keys with a value each, as written: a key may stand twice.</summary>
internal sealed class YamlMap(int line, int column, IReadOnlyList<YamlEntry> entries) : YamlNode(line, column)
{
    public IReadOnlyList<YamlEntry> Entries { get; } = entries;

    public override string Shape => "a set of keys";
}

/// <summary>A key and its value.</summary>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
