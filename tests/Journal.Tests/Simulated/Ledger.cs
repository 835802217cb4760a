using Openbook.Oracle;

namespace Openbook.Journal.Tests.Simulated;

/// <summary>A line that stands in the Book.</summary>
public sealed class KnownLine(LineRef at, MadeLine made)
{
    public LineRef At => at;

    /// <summary>As the file had it.</summary>
    public MadeLine Made => made;

    /// <summary>As it decides pennies.</summary>
    public OracleLine Line => made.Line;

    public bool IsReversed { get; set; }

    public bool IsWithheld { get; set; }

    public bool IsReversal => made.Nature == "reversal";

    /// <summary>Its id, or the entry and row.</summary>
    public string Name => made.Id.Length > 0 ? made.Id : at.ToString();
}

/// <summary>The lines and files handed in so far, and new ones by chance that keep the rules.</summary>
public sealed class Ledger(Memory memory, Chance chance)
{
    private static readonly string[] Suppliers = ["Wire Ltd", "Lines & Co", .. MadeAgreement.Customers];
    private static readonly long[] Odd = [1, -1, 2, 100, 10_000, -5_001, 100_003, 999_999_99];
    private int ids;

    public List<KnownLine> Lines { get; } = [];

    /// <summary>The files handed in: name and text.</summary>
    public List<(string Name, string Csv)> Files { get; } = [];

    /// <summary>Lines for the first open month, and some late or early.</summary>
    public List<MadeLine> Make(int count)
    {
        var made = new List<MadeLine>();
        for (var i = 0; i < count; i++)
        {
            var line = chance.OneIn(7) && Reversible(made) is { } reversed ? Reversal(reversed) : New();
            if (line is not null)
            {
                made.Add(line);
            }
        }
        return made;
    }

    /// <summary>A large cost of a month for a service or overhead.</summary>
    public MadeLine Large(int month, string service, OracleKind kind) =>
        Line(new OracleLine(month, null, service, kind, 100_000_001, MadeAgreement.Host, "Wire Ltd"));

    /// <summary>A line that was not reversed and holds in its months still.</summary>
    public KnownLine? Reversible(IReadOnlyList<MadeLine> besides) =>
        Any(item =>
            !item.IsReversed && !item.IsReversal && Holds(item.Line) && besides.All(line => line.Corrects != item.Name)
        );

    /// <summary>Any line of which something holds.</summary>
    public KnownLine? Any(Func<KnownLine, bool> holds)
    {
        var found = Lines.Where(holds).ToList();
        return found.Count == 0 ? null : chance.Pick(found);
    }

    /// <summary>Whether service and payer are in force in all months of a line.</summary>
    public bool Holds(OracleLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Month >= memory.Starts
            && Enumerable
                .Range(line.Month, (line.ToMonth ?? line.Month) - line.Month + 1)
                .All(month => memory.InForce(month) is { } terms && Holds(terms, line));
    }

    /// <summary>The month that is open, or one a while before or after it.</summary>
    public int NearMonth(int before, int after) =>
        Math.Max(memory.Starts, memory.FirstOpen + chance.Between(-before, after));

    public long Amount() => chance.OneIn(3) ? chance.Pick(Odd) : chance.Between(-300_000, 1_500_000) | 1;

    /// <summary>Remembers the lines of an entry; those left out as known are not among them.</summary>
    public void Add(Entry entry, IReadOnlyList<(int Row, MadeLine Made)> kept)
    {
        ArgumentNullException.ThrowIfNull(entry);
        Lines.AddRange(kept.Select(item => new KnownLine(new LineRef(entry.Number, item.Row), item.Made)));
        foreach (var line in kept.Where(item => item.Made.Nature == "reversal"))
        {
            Lines.Single(item => item.Name == line.Made.Corrects).IsReversed = true;
        }
    }

    private static bool Holds(OracleAgreement terms, OracleLine line) =>
        terms.Partners.Contains(line.PaidBy)
        && (
            terms.Services.Any(item => item.Code == line.Service)
            || (line.Kind != OracleKind.Income && terms.Overheads.Any(item => item.Code == line.Service))
        );

    private MadeLine? New()
    {
        var month = chance.Below(10) switch
        {
            < 6 => memory.FirstOpen,
            < 9 => NearMonth(15, 0),
            _ => NearMonth(0, 2),
        };
        var terms = memory.InForce(month)!;
        var kind = chance.Pick([OracleKind.Revenue, OracleKind.Revenue, OracleKind.Capital, OracleKind.Income]);
        var line = new OracleLine(
            month,
            chance.OneIn(6) ? month + chance.Between(0, 5) : null,
            chance.Pick([.. terms.Services.Select(item => item.Code), .. terms.Overheads.Select(item => item.Code)]),
            kind,
            Amount(),
            chance.Pick(terms.Partners),
            chance.Pick(Suppliers)
        );
        return Holds(line) ? Line(line) : null;
    }

    private MadeLine Line(OracleLine line) =>
        new(
            chance.OneIn(5) ? "" : $"id-{++ids}",
            OracleMonth.LastDay(line.Month),
            line,
            chance.OneIn(5) ? "accrual" : "",
            ""
        );

    private MadeLine Reversal(KnownLine line) =>
        new(
            $"id-{++ids}",
            OracleMonth.LastDay(memory.FirstOpen),
            line.Line with
            {
                Pence = -line.Line.Pence,
            },
            "reversal",
            line.Name
        );
}
