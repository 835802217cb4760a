using System.Numerics;

namespace Openbook.Domain;

/// <summary>A partner's figures in a period, in pence.</summary>
public sealed record PartnerFigures
{
    /// <summary>The partner.</summary>
    public required string Partner { get; init; }

    /// <summary>What it bears.</summary>
    public required long SharePence { get; init; }

    /// <summary>What it paid suppliers, less what it received from customers.</summary>
    public required long PaidPence { get; init; }

    /// <summary>Carried forward from the period closed before.</summary>
    public required long BroughtForwardPence { get; init; }

    /// <summary>Payments made to other partners, less those received.</summary>
    public required long SettledPence { get; init; }

    /// <summary>Its carry after the period, in trillionths of a penny.</summary>
    public required BigInteger CarryAfter { get; init; }

    /// <summary>Share less paid: above zero it owes, below zero it is owed.</summary>
    public long BalancePence => checked(SharePence - PaidPence);

    /// <summary>What it owes (or, below zero, is owed) after the period.</summary>
    public long CarriedForwardPence => checked(BroughtForwardPence + BalancePence - SettledPence);
}

/// <summary>What a period comes to: its pools split, its overheads stepped down, each partner's figures.</summary>
public sealed class PeriodResult
{
    /// <summary>The period.</summary>
    public required Period Period { get; init; }

    /// <summary>The Book's partners in order: the places of each split's parts.</summary>
    public required IReadOnlyList<string> Order { get; init; }

    /// <summary>Pools and true-ups in the order in which they were split.</summary>
    public required IReadOnlyList<SplitPool> Pools { get; init; }

    /// <summary>Overheads in the order in which they were stepped down.</summary>
    public required IReadOnlyList<SteppedDown> Overheads { get; init; }

    /// <summary>Figures of every partner of the Book, in order.</summary>
    public required IReadOnlyList<PartnerFigures> Partners { get; init; }

    /// <summary>The partners that the period's statements name: those in force and those with any figure.</summary>
    public required IReadOnlyList<string> Shown { get; init; }

    /// <summary>What was posted in it.</summary>
    public required Postings Postings { get; init; }

    internal IReadOnlyDictionary<OverheadTarget, Carry> OverheadCarries { get; init; } =
        new Dictionary<OverheadTarget, Carry>();

    /// <summary>The closed pools whose weights were looked at for a true-up.</summary>
    internal IReadOnlyList<ClosedPool> Looked { get; init; } = [];

    internal PenceBy<TargetCost> TargetCosts { get; init; } = new();

    /// <summary>The figures of a partner.</summary>
    public PartnerFigures Of(string partner) => Partners.First(item => item.Partner == partner);

    /// <summary>The place of a partner in each split's parts.</summary>
    public int PlaceOf(string partner)
    {
        for (var i = 0; i < Order.Count; i++)
        {
            if (Order[i] == partner)
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>What the closing entry records of it.</summary>
    public EquatableList<ClosedFigures> ToFigures() =>
        Partners
            .Where(item => Shown.Contains(item.Partner))
            .Select(item => new ClosedFigures(
                item.Partner,
                item.SharePence,
                item.PaidPence,
                item.BalancePence,
                Text.Of(item.CarryAfter)
            ))
            .ToEquatableList();
}
