using Openbook.Oracle;

namespace Openbook.Domain.Tests.Given;

/// <summary>
/// A Book in a test. Acts are decided and applied as a program would, and told to the oracle at the same time. A refused act
/// leaves the Book as its entries make it.
/// </summary>
public sealed class ABook : IKnownLines, ILinesOfEntry
{
    private readonly List<Entry> entries = [];
    private readonly List<OracleEvent> told = [];
    private readonly HashSet<int> counting = [];
    private readonly List<CostLine> lines = [];
    private readonly List<Act> acts = [];
    private int files;

    /// <summary>The Book as it is.</summary>
    public BookState State { get; private set; } = new();

    /// <summary>The day on which things are recorded; never goes back.</summary>
    public DateOnly Now
    {
        get;
        set => field = value > field ? value : field;
    } = new(2016, 1, 1);

    /// <summary>All entries so far.</summary>
    public IReadOnlyList<Entry> Entries => entries;

    /// <summary>The same, as the oracle is told.</summary>
    public IReadOnlyList<OracleEvent> Told => told;

    /// <summary>What was done and not refused.</summary>
    public IReadOnlyList<Act> Acts => acts;

    /// <summary>All lines recorded.</summary>
    public IReadOnlyList<CostLine> Lines => lines;

    /// <summary>The periods that can be shown: the first open months and an open year-end period.</summary>
    public IReadOnlyList<Period> OpenPeriods =>
        State.FirstOpen is not { } open ? []
        : State.OpenYearEnd is { } year ? [Period.Of(open), Period.Of(open.Next), year.YearEnd]
        : [Period.Of(open), Period.Of(open.Next), Period.Of(open.Next.Next)];

    /// <summary>Proposes a version: the first starts the Book.</summary>
    public IReadOnlyList<Refusal> Propose(AgreementTerms terms, DateOnly from)
    {
        State.Advance(Now);
        var faults = AgreementCheck.Faults(terms, _ => null);
        return faults.Count > 0 ? faults
            : State.LastEntry == 0 ? Take(ProposeAgreement.First("cih", "as agreed", terms))
            : Take(ProposeAgreement.Next(State, from, "as agreed", terms));
    }

    /// <summary>Records a council's approval.</summary>
    public IReadOnlyList<Refusal> Approve(string partner, DateOnly on, DateOnly? effective = null, int? version = null)
    {
        State.Advance(Now);
        return Take(ApproveAgreement.Decide(State, partner, "Cabinet", on, effective, version));
    }

    /// <summary>Records lines as one file; rows count from 2.</summary>
    public IReadOnlyList<Refusal> Record(
        IReadOnlyList<CostLine> file,
        RecordCostsOptions? options = null,
        IReadOnlyDictionary<int, string>? corrects = null
    )
    {
        State.Advance(Now);
        var rows = file.Select((line, i) => line with { Ref = new LineRef(0, i + 2) }).ToList();
        var listed = ListedLines.ToBatch($"costs-{Text.Of(++files)}.csv", rows);
        var batch = new CostBatch
        {
            Source = listed.Source,
            // Two files of the same lines are two files here; a test of repeated files says so itself.
            Sha256 = Digest(files),
            Names = listed.Names,
            Lines = listed.Lines,
            Corrects = corrects ?? listed.Corrects,
            Texts = listed.Texts,
        };
        return Take(RecordCosts.Decide(State, batch, this, options ?? new RecordCostsOptions()), rows, null);
    }

    /// <summary>Records a batch as it is.</summary>
    public IReadOnlyList<Refusal> RecordBatch(CostBatch batch, IReadOnlyList<CostLine> rows)
    {
        State.Advance(Now);
        return Take(RecordCosts.Decide(State, batch, this, new RecordCostsOptions()), rows, null);
    }

    /// <summary>Corrects a line.</summary>
    public IReadOnlyList<Refusal> Correct(LineRef line, LineChange change)
    {
        State.Advance(Now);
        if (Find(line) is not { } known)
        {
            return [Refuse.LineUnknown.Because($"There is no line {line}.")];
        }
        var outcome = CorrectLine.Decide(State, known, change, Now, this);
        if (!outcome.IsDone)
        {
            return outcome.Refusals;
        }
        var reversal = known with { Date = Now, Nature = CostNature.Reversal, Amount = -known.Amount, LineId = "" };
        var right = known with
        {
            LineId = "",
            Month = change.Month ?? known.Month,
            ToMonth = change.Month is null ? known.ToMonth : null,
            Service = change.Service ?? known.Service,
            Amount = change.Amount ?? known.Amount,
            PaidBy = change.PaidBy ?? known.PaidBy,
        };
        return Take(
            outcome,
            [reversal with { Ref = new LineRef(0, 1) }, right with { Ref = new LineRef(0, 2) }],
            "it was wrong"
        );
    }

    /// <summary>Withholds the words of a line.</summary>
    public IReadOnlyList<Refusal> Withhold(LineRef line)
    {
        State.Advance(Now);
        var at = lines.FindIndex(known => known.Ref == line);
        var refusals = Take(WithholdWords.Decide(State, lines[at]));
        if (refusals.Count == 0)
        {
            lines[at] = lines[at] with { Words = null };
        }
        return refusals;
    }

    /// <summary>Records counts.</summary>
    public IReadOnlyList<Refusal> Record(IReadOnlyList<DriverCount> counts)
    {
        State.Advance(Now);
        IReadOnlyList<CountRow> rows = counts.Select((count, i) => new CountRow(i + 2, count)).ToList();
        return Take(RecordCounts.Decide(State, new Source("drivers.csv", Digest(++files)), rows));
    }

    /// <summary>Records payments.</summary>
    public IReadOnlyList<Refusal> Record(IReadOnlyList<Payment> payments)
    {
        State.Advance(Now);
        IReadOnlyList<PaymentRow> rows = payments.Select((payment, i) => new PaymentRow(i + 2, payment)).ToList();
        return Take(RecordPayments.Decide(State, new Source("payments.csv", Digest(++files)), rows));
    }

    /// <summary>Records budgets, virements and forecasts.</summary>
    public IReadOnlyList<Refusal> Record(IReadOnlyList<BudgetLine> budget)
    {
        State.Advance(Now);
        IReadOnlyList<BudgetRow> rows = budget.Select((line, i) => new BudgetRow(i + 2, line)).ToList();
        return Take(RecordBudget.Decide(State, new Source("budget.csv", Digest(++files)), rows));
    }

    /// <summary>Issues a draft, to be answered in a week.</summary>
    public IReadOnlyList<Refusal> Issue(Period period, string by)
    {
        State.Advance(Now);
        return Take(IssueDraft.Decide(State, period, IssueDraft.UsualUntil(Now), by, Now), by);
    }

    /// <summary>Accepts a draft.</summary>
    public IReadOnlyList<Refusal> Accept(Period period, string by, int? seen = null)
    {
        State.Advance(Now);
        return Take(AcceptDraft.Decide(State, period, seen, by), by);
    }

    /// <summary>Queries a line of a draft.</summary>
    public IReadOnlyList<Refusal> Query(CostLine line, string by, Period? period = null)
    {
        State.Advance(Now);
        return Take(QueryLine.Decide(State, line, period, "Is this ours?", by), by);
    }

    /// <summary>Answers a query.</summary>
    public IReadOnlyList<Refusal> Answer(int query, string by, QueryOutcome outcome = QueryOutcome.Stands)
    {
        State.Advance(Now);
        return Take(AnswerQuery.Decide(State, query, outcome, "It is.", by), by);
    }

    /// <summary>Closes a period.</summary>
    public IReadOnlyList<Refusal> Close(Period period)
    {
        State.Advance(Now);
        var outcome = Closing.Close(State, period);
        if (outcome.IsDone)
        {
            // The close itself lets approvals take effect up to its last day; the oracle is told of them before it.
            State.Advance(period.LastDay);
        }
        var refusals = Take(outcome);
        if (refusals.Count > 0)
        {
            State = Again();
        }
        else
        {
            Now = period.LastDay;
        }
        return refusals;
    }

    /// <summary>Another Book in which the same is done, up to the same day.</summary>
    public static ABook Replay(IEnumerable<Act> acts, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(acts);
        var book = new ABook();
        foreach (var act in acts)
        {
            book.Now = act.Day;
            Assert.Empty(act.Again(book));
        }
        book.Now = today;
        return book;
    }

    /// <summary>Lets approvals take effect up to today.</summary>
    public void Settle()
    {
        State.Advance(Now);
        TellVersions();
    }

    /// <summary>The statements of a period. Looking leaves the Book as its entries make it.</summary>
    public Outcome<Statement> Look(Period period) => Statement.Of(Again(), period);

    /// <summary>The Book folded anew from its entries, on the day it is.</summary>
    public BookState Again()
    {
        var state = BookState.Fold(entries);
        state.Advance(Now);
        return state;
    }

    /// <inheritdoc/>
    public CostLine? Find(LineRef line) => lines.Find(known => known.Ref == line);

    /// <inheritdoc/>
    public IEnumerable<CostLine> FindByIds(IdKeys ids) =>
        lines.Where(line => line.LineId.Length > 0 && ids.Contains(IdKey.Of(line.LineId)));

    /// <inheritdoc/>
    public IEnumerable<CostLine> LinesOf(int entry) => lines.Where(line => line.Ref.Entry == entry);

    private IReadOnlyList<Refusal> Take(Outcome<CostsDecision> outcome, IReadOnlyList<CostLine> rows, string? reason)
    {
        if (!outcome.IsDone)
        {
            return outcome.Refusals;
        }
        var decision = outcome.Value;
        var kept = (decision.Kept ?? [.. Enumerable.Range(0, rows.Count)])
            .Select(place => AsRecorded(rows[place], decision, place))
            .ToList();
        lines.AddRange(kept);
        var fact = new CostsRecorded(
            new Source(decision.Batch.Source, decision.Batch.Sha256),
            decision.Count,
            decision.Total.Pence,
            Digest(++files),
            decision.Skipped
        )
        {
            Sums = decision.Sums,
        };
        acts.Add(new Act.Lines(Now, [.. kept]));
        Apply(fact, () => ForOracle.Lines(kept), reason);
        return [];
    }

    private CostLine AsRecorded(CostLine row, CostsDecision decision, int place)
    {
        var figures = decision.Batch.Lines[place];
        return row with
        {
            Ref = new LineRef(State.LastEntry + 1, figures.Row),
            Month = figures.Month,
            ToMonth = figures.ToMonth == default ? null : figures.ToMonth,
            Corrects = decision.Corrects?.TryGetValue(place, out var target) == true ? target : null,
        };
    }

    private IReadOnlyList<Refusal> Take<T>(Outcome<T> outcome, string by = "camden")
        where T : Fact
    {
        if (outcome.IsDone)
        {
            acts.AddRange(Act.Of(Now, outcome.Value));
            Apply(outcome.Value, () => ForOracle.Event(outcome.Value), null, by);
        }
        return outcome.Refusals;
    }

    private void Apply(Fact fact, Func<OracleEvent?> tell, string? reason, string by = "camden")
    {
        TellVersions();
        if (tell() is { } recorded)
        {
            told.Add(recorded);
        }
        var number = State.LastEntry + 1;
        var entry = new Entry
        {
            Number = number,
            RecordedAt = Now.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc),
            Actor = "a1",
            By = by,
            Effective = Now,
            Fact = fact,
            Reason = reason,
            Previous = State.Head,
            Hash = Digest(number),
        };
        State.Apply(entry);
        entries.Add(entry);
        TellVersions();
    }

    private void TellVersions()
    {
        foreach (var version in State.Versions.Where(version => version.Counts && counting.Add(version.Number)))
        {
            told.Add(new VersionCounts(version.Number));
        }
    }

    /// <summary>A digest that stands for the n-th thing.</summary>
    public static string Digest(int n) => n.ToString("x64", System.Globalization.CultureInfo.InvariantCulture);
}
