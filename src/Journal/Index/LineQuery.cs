using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>By what lines can stand in order.</summary>
public enum LineOrder
{
    /// <summary>The date in the ledger.</summary>
    Date,

    /// <summary>The amount as in the file.</summary>
    Amount,

    /// <summary>The supplier, in the order of the alphabet.</summary>
    Supplier,

    /// <summary>The code of the service.</summary>
    Service,
}

/// <summary>Which lines are asked for: those that keep every condition that is set.</summary>
public sealed record LineQuery
{
    /// <summary>The code of the service.</summary>
    public string? Service { get; init; }

    /// <summary>The period in which the line, or a part of it, is posted.</summary>
    public Period? Posted { get; init; }

    /// <summary>Letters that stand together in the supplier's name, in capitals or not.</summary>
    public string Supplier { get; init; } = "";

    /// <summary>The code of the partner that paid or received.</summary>
    public string? PaidBy { get; init; }

    /// <summary>What it is for the accounts.</summary>
    public CostKind? Kind { get; init; }

    /// <summary>The least amount in pence, as in the file, inclusive.</summary>
    public long? FromPence { get; init; }

    /// <summary>The largest amount in pence, as in the file, inclusive.</summary>
    public long? ToPence { get; init; }

    /// <summary>Words, each of which stands in the supplier, the description or the reference, whole or as a part.</summary>
    public string Words { get; init; } = "";

    /// <summary>By what the lines stand in order; what is equal stands in the order of recording.</summary>
    public LineOrder Order { get; init; } = LineOrder.Date;

    /// <summary>Whether the order goes down: the last recorded of equals first.</summary>
    public bool Descending { get; init; } = true;
}

/// <summary>What lines come to, in pence. Of a spread line only the part posted in the period asked for counts, if one is.</summary>
/// <param name="Count">How many lines.</param>
/// <param name="CostsPence">Costs, less credits.</param>
/// <param name="IncomePence">Income, above zero.</param>
public sealed record LineTotals(int Count, long CostsPence, long IncomePence)
{
    /// <summary>Costs less income.</summary>
    public long NetPence => checked(CostsPence - IncomePence);
}

/// <summary>A line as lists show it.</summary>
public sealed record FoundLine
{
    public required LineRef Ref { get; init; }

    public required DateOnly Date { get; init; }

    public required Month Month { get; init; }

    public Month? ToMonth { get; init; }

    public required string Service { get; init; }

    public required string PaidBy { get; init; }

    public required CostKind Kind { get; init; }

    public required CostNature Nature { get; init; }

    /// <summary>As in the file, in pence.</summary>
    public required long Pence { get; init; }

    /// <summary>What of it is posted in the period asked for, in pence; all of it if none is.</summary>
    public required long PartPence { get; init; }

    /// <summary>Null if they are withheld.</summary>
    public required LineWords? Words { get; init; }
}
