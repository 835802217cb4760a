#pragma warning disable CA1028 // One byte each: a million lines are held in memory.

namespace Openbook.Domain;

/// <summary>What a line is for the accounts: each kind makes pools of its own.</summary>
public enum CostKind : byte
{
    /// <summary>Running cost.</summary>
    Revenue,

    /// <summary>Spending on assets that last.</summary>
    Capital,

    /// <summary>Money received from a customer.</summary>
    Income,
}

/// <summary>How a line came about.</summary>
public enum CostNature : byte
{
    /// <summary>Paid or received.</summary>
    Actual,

    /// <summary>Owed but not yet invoiced.</summary>
    Accrual,

    /// <summary>Takes back another line.</summary>
    Reversal,

    /// <summary>A movement inside the ledger.</summary>
    Journal,
}

/// <summary>The words of kinds and natures in files.</summary>
public static class CostWords
{
    private static readonly string[] Kinds = ["revenue", "capital", "income"];
    private static readonly string[] Natures = ["actual", "accrual", "reversal", "journal"];

    /// <summary>The words for kinds, in order.</summary>
    public static IReadOnlyList<string> KindWords => Kinds;

    /// <summary>The words for natures, in order.</summary>
    public static IReadOnlyList<string> NatureWords => Natures;

    /// <summary>The word of a kind.</summary>
    public static string Of(CostKind kind) => Kinds[(int)kind];

    /// <summary>The word of a nature.</summary>
    public static string Of(CostNature nature) => Natures[(int)nature];

    /// <summary>The kind of a word.</summary>
    public static bool TryKind(string word, out CostKind kind)
    {
        var at = Array.IndexOf(Kinds, word);
        kind = (CostKind)Math.Max(at, 0);
        return at >= 0;
    }

    /// <summary>The nature of a word.</summary>
    public static bool TryNature(string word, out CostNature nature)
    {
        var at = Array.IndexOf(Natures, word);
        nature = (CostNature)Math.Max(at, 0);
        return at >= 0;
    }
}

/// <summary>A line's name in the Book: <c>ENTRY#ROW</c>.</summary>
/// <param name="Entry">The entry that recorded it.</param>
/// <param name="Row">Its row in the source file; the header is row 1.</param>
public readonly record struct LineRef(int Entry, int Row)
{
    /// <summary>Reads <c>12#4</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out LineRef line)
    {
        line = default;
        var hash = text.IndexOf('#');
        if (hash is < 1 or > 9 || text.Length - hash - 1 is < 1 or > 9)
        {
            return false;
        }
        var entry = Digits.Read(text[..hash]);
        var row = Digits.Read(text[(hash + 1)..]);
        if (entry < 1 || row < 1)
        {
            return false;
        }
        line = new LineRef(entry, row);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Text.Of(Entry)}#{Text.Of(Row)}";
}

/// <summary>The words of a line, which can be withheld.</summary>
/// <param name="Supplier">Who was paid, or the customer who paid.</param>
/// <param name="Description">What for.</param>
/// <param name="Reference">The invoice's number.</param>
public sealed record LineWords(string Supplier, string Description, string Reference)
{
    /// <summary>No words.</summary>
    public static readonly LineWords None = new("", "", "");
}

/// <summary>One line of cost or income with all that is known of it.</summary>
public sealed record CostLine
{
    /// <summary>Its name in the Book.</summary>
    public required LineRef Ref { get; init; }

    /// <summary>The ledger's own id, or empty.</summary>
    public required string LineId { get; init; }

    /// <summary>The date in the ledger.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The month it belongs to; of a spread line the first.</summary>
    public required Month Month { get; init; }

    /// <summary>The last month of a spread line, inside it.</summary>
    public Month? ToMonth { get; init; }

    /// <summary>The service or overhead.</summary>
    public required string Service { get; init; }

    /// <summary>The cost centre of the payer's ledger, or empty.</summary>
    public string CostCentre { get; init; } = "";

    /// <summary>The subjective code of the payer's ledger, or empty.</summary>
    public string Account { get; init; } = "";

    /// <summary>How it came about.</summary>
    public CostNature Nature { get; init; }

    /// <summary>What it is for the accounts.</summary>
    public CostKind Kind { get; init; }

    /// <summary>As in the file: credits and refunds below zero, income received above.</summary>
    public required Money Amount { get; init; }

    /// <summary>VAT inside the amount that cannot be recovered, if stated.</summary>
    public Money? IrrecoverableVat { get; init; }

    /// <summary>The partner that paid or received it.</summary>
    public required string PaidBy { get; init; }

    /// <summary>The line that it takes back or takes the place of.</summary>
    public LineRef? Corrects { get; init; }

    /// <summary>Its words, or null if they were withheld.</summary>
    public LineWords? Words { get; init; } = LineWords.None;

    /// <summary>What it adds to its pool and to what the payer paid: income counts below zero.</summary>
    public Money Effect => Kind == CostKind.Income ? -Amount : Amount;

    /// <summary>The last month it belongs to.</summary>
    public Month LastMonth => ToMonth ?? Month;
}

/// <summary>Spreads an amount over months in equal parts of its size, odd pence to the earliest.</summary>
public static class Spread
{
    /// <summary>The longest spread, in months.</summary>
    public const int LongestMonths = 600;

    /// <summary>The part of an amount that falls to a month, from <paramref name="from"/> to <paramref name="to"/> inclusive.</summary>
    public static Money Part(Money amount, Month from, Month to, Month month) =>
        Part(amount, to.Index - from.Index + 1, month.Index - from.Index);

    /// <summary>One of several equal parts of an amount's size, odd pence to the first.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="parts">How many parts; above zero.</param>
    /// <param name="at">Which of them, from 0.</param>
    public static Money Part(Money amount, int parts, int at)
    {
        var (part, odd) = Math.DivRem(amount.Pence, parts);
        return new Money(at < Math.Abs(odd) ? part + Math.Sign(odd) : part);
    }
}
