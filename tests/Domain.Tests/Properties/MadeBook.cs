using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Properties;

/// <summary>
/// A Book made up from a script: costs early, late and spread, credits, income, counts and recounts, versions from now on and
/// back-dated, approvals that take effect later, payments, corrections, and closes. What is refused is left out.
/// </summary>
public sealed class MadeBook
{
    private static readonly long[] Amounts =
    [
        1,
        -1,
        2,
        3,
        0,
        5,
        100,
        101,
        10_000,
        -10_000,
        100_003,
        -1_001,
        123_456_789_012,
    ];

    private readonly Script script;

    private MadeBook(Script script) => this.script = script;

    /// <summary>The Book.</summary>
    private ABook Book { get; } = new();

    /// <summary>Makes a Book.</summary>
    public static ABook From(Script script)
    {
        var made = new MadeBook(script);
        made.Make();
        return made.Book;
    }

    /// <summary>What was recorded, so far as it goes without a fault.</summary>
    public static string Told(Script script)
    {
        var made = new MadeBook(script);
        try
        {
            made.Make();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return made.Book.Tell() + $"\n{failure.GetType().Name}";
        }
        return made.Book.Tell();
    }

    private Month FirstOpen => Book.State.FirstOpen!.Value;

    private void Make()
    {
        var terms = MadeTerms.Make(new Tape(script.World));
        Book.Now = terms.Starts.First.AddMonths(-1);
        Must(Book.Propose(terms, terms.Starts.First));
        foreach (var partner in terms.Partners)
        {
            Must(Book.Approve(partner.Code, Book.Now));
        }
        foreach (var tape in script.Steps.Select(step => new Tape(step)))
        {
            Step(tape);
        }
    }

    private void Step(Tape tape)
    {
        switch (tape.Next(24))
        {
            case < 10:
                Book.Record(MadeLines(tape));
                break;
            case < 15:
                Close(Period.Of(FirstOpen), tape);
                break;
            case < 17:
                CloseYearEnd(tape);
                break;
            case < 19:
                Book.Record(MadeCounts(tape));
                break;
            case 19:
                Pay(tape);
                break;
            case 20:
                Amend(tape);
                break;
            case 21 or 22:
                Approve(tape);
                break;
            default:
                Correct(tape);
                break;
        }
    }

    private List<CostLine> MadeLines(Tape tape)
    {
        var lines = new List<CostLine>();
        for (var count = 1 + tape.Next(3); count > 0; count--)
        {
            var month = MonthNear(tape, -15, 3);
            if (Book.State.VersionInForce(month)?.Terms is { } terms)
            {
                lines.Add(MadeLine(tape, month, terms));
            }
        }
        return lines;
    }

    private static CostLine MadeLine(Tape tape, Month month, AgreementTerms terms)
    {
        var service = tape.Pick([
            .. terms.Services.Select(item => item.Code),
            .. terms.Overheads.Select(item => item.Code),
        ]);
        var kind = tape.Next(4) switch
        {
            0 or 1 => CostKind.Revenue,
            2 => CostKind.Capital,
            _ => terms.FindService(service) is null ? CostKind.Revenue : CostKind.Income,
        };
        return new CostLine
        {
            Ref = default,
            LineId = "",
            Date = month.First,
            Month = month,
            ToMonth = tape.OneIn(5) ? new Month(month.Index + tape.Next(6)) : null,
            Service = service,
            Kind = kind,
            Amount = new Money(Amount(tape)),
            PaidBy = tape.Pick(terms.Partners).Code,
            Words = new LineWords(tape.Pick(["Acme Ltd", .. MadeTerms.Customers]), "", ""),
        };
    }

    private static long Amount(Tape tape) => tape.OneIn(2) ? tape.Pick(Amounts) : tape.Next(1_000_000) - 300_000;

    private List<DriverCount> MadeCounts(Tape tape)
    {
        var driver = tape.Pick(MadeTerms.Drivers);
        var day = MonthNear(tape, -12, 1).First.AddDays(tape.Next(28));
        return Counts(driver, day, () => tape.Pick(["0", "0", "1", "10", "4200", "3.5", "12345.678901"]));
    }

    // Of every partner there ever was, so that the counts are complete whatever version is in force.
    private List<DriverCount> Counts(string driver, DateOnly day, Func<string> count) =>
        [.. Book.State.Partners.Select(partner => new DriverCount(day, driver, partner, In.Weight(count()), ""))];

    private void Pay(Tape tape)
    {
        var partners = Book.State.Partners;
        var date = MonthNear(tape, -3, 2).First.AddDays(tape.Next(28));
        var payment = new Payment(
            date,
            tape.Pick(partners),
            tape.Pick(partners),
            new Money(1 + tape.Next(100_000)),
            "",
            default
        );
        Book.Record([payment]);
    }

    private void Amend(Tape tape)
    {
        var from = MonthNear(tape, -8, 2);
        var old = Book.State.Versions.Last(version => version.Counts && version.Number > 0).Terms;
        Book.Propose(MadeTerms.Change(old, tape), from.First);
        if (!tape.OneIn(3))
        {
            while (Approve(tape)) { }
        }
    }

    private bool Approve(Tape tape)
    {
        var waiting = Book.State.Versions.LastOrDefault(version => !version.Counts);
        var partner = waiting is null
            ? null
            : Book
                .State.PartiesTo(waiting)
                .FirstOrDefault(party => waiting.Approvals.All(item => item.Partner != party));
        if (partner is null)
        {
            Book.Now = Book.Now.AddDays(tape.Next(20));
            return false;
        }
        return Book.Approve(partner, Book.Now, Book.Now.AddDays(tape.Next(45)), waiting!.Number).Count == 0;
    }

    private void Correct(Tape tape)
    {
        if (Book.Lines.Count == 0)
        {
            return;
        }
        var line = tape.Pick(Book.Lines);
        var service = tape.Pick(Book.State.Services);
        Book.Correct(
            line.Ref,
            tape.Next(4) switch
            {
                0 => new LineChange(Amount: new Money(Amount(tape))),
                1 => new LineChange(Service: service),
                2 => new LineChange(Month: MonthNear(tape, -12, 1)),
                _ => new LineChange(PaidBy: tape.Pick(Book.State.Partners)),
            }
        );
    }

    private void CloseYearEnd(Tape tape)
    {
        if (Book.State.OpenYearEnd is { } year)
        {
            Close(year.YearEnd, tape);
        }
    }

    // A refused close is tried again after what it asked for has been recorded.
    private void Close(Period period, Tape tape)
    {
        if (!period.IsYearEnd && period.Month.IsMarch && Book.State.OpenYearEnd is not null)
        {
            CloseYearEnd(tape);
        }
        var refusals = Book.Close(period);
        for (var tries = 0; refusals.Count > 0 && tries < 3; tries++)
        {
            Book.MustBeRefusedByOracle(period, refusals);
            Mend(period, tape);
            refusals = Book.Close(period);
        }
    }

    private void Mend(Period period, Tape tape)
    {
        var counts = new List<DriverCount>();
        for (var month = Book.State.Starts; month <= period.Month; month = month.Next)
        {
            foreach (var driver in MadeTerms.Drivers)
            {
                counts.AddRange(Counts(driver, month.Last, () => tape.Pick(["1", "2", "77", "4200"])));
            }
        }
        Book.Record(counts);
        foreach (var key in Book.State.PostingsOf(period).Pools.Keys.ToList())
        {
            var terms = Book.State.VersionInForce(key.ForMonth)?.Terms;
            if (terms?.FindOverhead(key.Service) is { } overhead)
            {
                var line = In.Cost(key.ForMonth.ToString(), overhead.Over[0], "1000000.01", terms.Host);
                Book.Record([line with { Kind = key.Kind }]);
            }
        }
    }

    private Month MonthNear(Tape tape, int from, int to)
    {
        var month = new Month(FirstOpen.Index + from + tape.Next(to - from + 1));
        return Month.Later(month, Book.State.Starts);
    }

    private static void Must(IReadOnlyList<Refusal> refusals) => Assert.Empty(refusals);
}
