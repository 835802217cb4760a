using System.Globalization;
using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange.Tests;

/// <summary>A small Book made by decisions from files, as the program makes one. What is done must not be refused.</summary>
internal sealed class AKeptBook : IKnownLines, ILinesOfEntry
{
    private const string Agreement = """
        rules: openbook-1
        partnership: Camden, Islington and Haringey
        starts: 2017-02-01
        partners:
          - { code: camden, name: Camden }
          - { code: islington, name: Islington }
          - { code: haringey, name: Haringey }
        host: camden
        services:
          - { code: networks, name: Networks, share: equal }
          - { code: apps, name: Applications, share: { fixed: { camden: 50, islington: 30, haringey: 20 } } }
        overheads:
          - { code: management, name: Management, over: [networks, apps], fallback: equal }
        customers:
          - { code: lga, name: LGA, income: { direct: camden } }

        """;

    private readonly List<CostLine> lines = [];
    private DateOnly now = new(2017, 1, 10);

    /// <summary>The Book, approved by all and starting in February 2017; its entries 1 to 4 are the agreement.</summary>
    public AKeptBook()
    {
        var terms = AgreementText.Read(Agreement, "agreement.yaml").Value;
        Apply(ProposeAgreement.First("cih", Agreement, terms).Value);
        foreach (var partner in terms.Partners)
        {
            Apply(ApproveAgreement.Decide(State, partner.Code, "Cabinet", now, null, null).Value);
        }
        State.Advance(now);
    }

    public static IReadOnlyList<string> Partners { get; } = ["camden", "islington", "haringey"];

    public BookState State { get; } = new();

    public IReadOnlyList<CostLine> Lines => lines;

    /// <summary>Records a file of costs.</summary>
    public void Costs(string name, string text)
    {
        var batch = CostsFile.Read(name, Encoding.UTF8.GetBytes(text)).Value;
        var decision = RecordCosts.Decide(State, batch, this, new RecordCostsOptions()).Value;
        Assert.Null(decision.Kept);
        var read = ReadLine.Of(batch);
        for (var place = 0; place < read.Count; place++)
        {
            var corrects = decision.Corrects?.TryGetValue(place, out var target) == true ? target : (LineRef?)null;
            lines.Add(Line(read[place], corrects));
        }
        Apply(
            new CostsRecorded(
                new Source(batch.Source, batch.Sha256),
                decision.Count,
                decision.Total.Pence,
                BookState.NoHash,
                decision.Skipped
            )
            {
                Sums = decision.Sums,
            }
        );
    }

    /// <summary>Records a file of payments.</summary>
    public void Payments(string text)
    {
        var file = SmallFile.Of(text);
        Apply(RecordPayments.Decide(State, file.ToSource(), PaymentsFile.Read(file).Value).Value);
    }

    /// <summary>Withholds the words of a line.</summary>
    public void Withhold(string line)
    {
        var at = lines.FindIndex(known => known.Ref.ToString() == line);
        Apply(WithholdWords.Decide(State, lines[at]).Value);
        lines[at] = lines[at] with { Words = null };
    }

    /// <summary>Closes the next month, or the year-end period named.</summary>
    public void Close(Period period)
    {
        var closed = Closing.Close(State, period).Value;
        now = period.LastDay > now ? period.LastDay : now;
        Apply(closed);
    }

    public void Close(string period)
    {
        Assert.True(Period.TryParse(period, out var parsed));
        Close(parsed);
    }

    /// <summary>The hash that stands for that of an entry.</summary>
    public static string Hash(int entry) => entry.ToString("x64", CultureInfo.InvariantCulture);

    public CostLine? Find(LineRef line) => lines.Find(known => known.Ref == line);

    public IEnumerable<CostLine> FindByIds(IdKeys ids) =>
        lines.Where(line => line.LineId.Length > 0 && ids.Contains(IdKey.Of(line.LineId)));

    public IEnumerable<CostLine> LinesOf(int entry) => lines.Where(line => line.Ref.Entry == entry);

    private CostLine Line(ReadLine read, LineRef? corrects)
    {
        Assert.True(Dates.TryParse(read.Date, out var date));
        Assert.True(Month.TryParse(read.Month, out var month));
        Assert.True(Money.TryParse(read.Amount, out Money amount));
        Assert.True(CostWords.TryKind(read.Kind, out var kind) & CostWords.TryNature(read.Nature, out var nature));
        return new CostLine
        {
            Ref = new LineRef(State.LastEntry + 1, read.Row),
            LineId = read.LineId,
            Date = date,
            Month = month,
            ToMonth = Month.TryParse(read.ToMonth, out var last) ? last : null,
            Service = read.Service,
            CostCentre = read.CostCentre,
            Account = read.Account,
            Kind = kind,
            Nature = nature,
            Amount = amount,
            IrrecoverableVat = Money.TryParse(read.Vat, out Money vat) ? vat : null,
            PaidBy = read.PaidBy,
            Corrects = corrects,
            Words = new LineWords(read.Supplier, read.Description, read.Reference),
        };
    }

    private void Apply(Fact fact) =>
        State.Apply(
            new Entry
            {
                Number = State.LastEntry + 1,
                RecordedAt = now.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc),
                Actor = "a1",
                By = "camden",
                Effective = now,
                Fact = fact,
                Previous = State.Head,
                Hash = Hash(State.LastEntry + 1),
            }
        );
}
