using System.Security.Cryptography;
using System.Text;
using Openbook.Exchange;

namespace Openbook.Journal.Tests.Given;

/// <summary>Records acts through the journal as the commands do; a key makes an act repeatable.</summary>
public sealed class Clerk(IStore store, AClock clock, string book = Clerk.Abc)
{
    public const string Abc = "abc";

    private readonly BookJournal journal = new(store, clock, "acct-7f3a");

    public AClock Clock => clock;

    /// <summary>Called with the Book as the journal hands it to a decision.</summary>
    public Action<BookState>? Deciding { get; init; }

    /// <summary>Whether lines are written while they are read; not where somebody else is to write in between.</summary>
    public bool WritesAhead { get; set; } = true;

    public Outcome<Recorded> New(string text, string? key = null, string? by = null)
    {
        var decided = ProposeAgreement.First(book, text, TheAgreement.Terms(text));
        return Record(key, $"new {text}", (_, _) => Of(decided, fact => fact.From.First, by ?? "ash"), isNew: true);
    }

    public Outcome<Recorded> Amend(string text, string from, string? key = null) =>
        Record(
            key,
            $"amend {from} {text}",
            (state, _) =>
                Of(
                    ProposeAgreement.Next(state, In.Day(from), text, TheAgreement.Terms(text)),
                    fact => fact.From.First,
                    "ash"
                )
        );

    public Outcome<Recorded> Approve(
        string partner,
        string on,
        string? authority = null,
        string? key = null,
        string? effective = null
    ) =>
        Record(
            key,
            $"approve {partner} {on} {effective}",
            (state, _) =>
                Of(
                    ApproveAgreement.Decide(
                        state,
                        partner,
                        "Cabinet",
                        In.Day(on),
                        effective is null ? null : In.Day(effective),
                        null
                    ),
                    fact => fact.Effective,
                    partner,
                    act => act with { Authority = authority }
                )
        );

    public Outcome<Recorded> Counts(string name, string csv, string? key = null)
    {
        var file = SourceFile.Of(name, Encoding.UTF8.GetBytes(csv)).Value;
        var rows = CountsFile.Read(file).Value;
        return Record(
            key,
            $"counts {file.Sha256()}",
            (state, _) =>
                Of(
                    RecordCounts.Decide(state, file.ToSource(), rows),
                    fact => fact.Counts.Min(count => count.Date),
                    "ash"
                )
        );
    }

    public Outcome<Recorded> Payments(string name, string csv, string? key = null)
    {
        var file = SourceFile.Of(name, Encoding.UTF8.GetBytes(csv)).Value;
        var rows = PaymentsFile.Read(file).Value;
        return Record(
            key,
            $"payments {file.Sha256()}",
            (state, _) =>
                Of(
                    RecordPayments.Decide(state, file.ToSource(), rows),
                    fact => fact.Payments.Min(payment => payment.Date),
                    "ash"
                )
        );
    }

    public Outcome<Recorded> Budget(string name, string csv)
    {
        var file = SourceFile.Of(name, Encoding.UTF8.GetBytes(csv)).Value;
        var rows = BudgetFile.Read(file).Value;
        return Record(
            null,
            $"budget {file.Sha256()}",
            (state, _) =>
                Of(
                    RecordBudget.Decide(state, file.ToSource(), rows),
                    fact => fact.Lines.Min(line => line.Month ?? line.Year.April).First,
                    "ash"
                )
        );
    }

    public Outcome<Recorded> Costs(string name, string csv, bool skipKnown = false, string? key = null)
    {
        using var ahead = WritesAhead && Deciding is null ? journal.WriteAhead(book) : null;
        return Costs(CostsFile.Read(name, Encoding.UTF8.GetBytes(csv), ahead).Value, skipKnown, key, ahead);
    }

    public Outcome<Recorded> Costs(
        CostBatch batch,
        bool skipKnown = false,
        string? key = null,
        LinesAhead? ahead = null
    ) =>
        Record(
            key,
            $"costs {batch.Sha256} {skipKnown}",
            (state, _) =>
                Of(
                    RecordCosts.Decide(state, batch, Lines(state), new RecordCostsOptions(skipKnown)),
                    decided => decided.Sums.Sums[0].Month.First
                ),
            ahead: ahead
        );

    public Outcome<Recorded> Correct(
        string line,
        LineChange change,
        string because = "It was wrong",
        string? key = null
    ) =>
        Record(
            key,
            $"correct {line} {change} {because}",
            (state, now) =>
            {
                var found = Lines(state).FindByName(line)!;
                var decided = CorrectLine.Decide(state, found, change, DateOnly.FromDateTime(now), Lines(state));
                return Of(
                    decided,
                    _ => found.Month.First,
                    act => act with { Corrects = found.Ref.Entry, Reason = because }
                );
            }
        );

    public Outcome<Recorded> Withhold(string line, string because = "It names a person", string? key = null) =>
        Record(
            key,
            $"withhold {line} {because}",
            (state, now) =>
            {
                var found = Lines(state).FindByName(line)!;
                return Of(
                    WithholdWords.Decide(state, found),
                    _ => DateOnly.FromDateTime(now),
                    "ash",
                    act => act with { Corrects = found.Ref.Entry, Reason = because }
                );
            }
        );

    public Outcome<Recorded> Close(string period, string? key = null) =>
        Record(
            key,
            $"close {period}",
            (state, _) => Of(Closing.Close(state, In.Period(period)), fact => fact.Period.LastDay, "ash")
        );

    public Outcome<Recorded> Issue(string period, string until, string? by = null, string? key = null) =>
        Record(
            key,
            $"issue {period} {until} {by}",
            (state, now) => DraftActs.Issue(state, now, In.Period(period), In.Day(until), by)
        );

    public Outcome<Recorded> Accept(string period, string by, string? key = null) =>
        Record(key, $"accept {period} {by}", (state, now) => DraftActs.Accept(state, now, In.Period(period), null, by));

    public Outcome<Recorded> Query(string line, string by, string words = "Is this ours?", string? key = null) =>
        Record(
            key,
            $"query {line} {by} {words}",
            (state, now) => DraftActs.Query(store, state, now, new QueryAsked(line, null, by, (words, "words")))
        );

    public Outcome<Recorded> Answer(int query, QueryOutcome outcome, string words = "It is.", string? key = null) =>
        Record(
            key,
            $"answer {query} {outcome} {words}",
            (state, now) => DraftActs.Answer(state, now, new AnswerGiven(query, outcome, null, (words, "words")))
        );

    private StoredLines Lines(BookState state) => new(store, state);

    private Outcome<Recorded> Record(
        string? key,
        string request,
        Func<BookState, DateTime, Outcome<Act>> decide,
        bool isNew = false,
        LinesAhead? ahead = null
    )
    {
        var asked = key is null
            ? null
            : new ClientRequest(key, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request))));
        return journal.Record(
            book,
            isNew,
            asked,
            (state, now) =>
            {
                Deciding?.Invoke(state);
                return decide(state, now);
            },
            ahead
        );
    }

    private static Outcome<Act> Of<T>(
        Outcome<T> decided,
        Func<T, DateOnly> effective,
        string by,
        Func<Act, Act>? more = null
    )
        where T : Fact
    {
        if (!decided.IsDone)
        {
            return Outcome<Act>.Refused(decided.Refusals);
        }
        var act = new Act
        {
            Fact = decided.Value,
            Effective = effective(decided.Value),
            By = by,
        };
        return more is null ? act : more(act);
    }

    private static Outcome<Act> Of(
        Outcome<CostsDecision> decided,
        Func<CostsDecision, DateOnly> effective,
        Func<Act, Act>? more = null
    )
    {
        if (!decided.IsDone)
        {
            return Outcome<Act>.Refused(decided.Refusals);
        }
        var act = new Act
        {
            Costs = decided.Value,
            Effective = effective(decided.Value),
            By = "ash",
        };
        return more is null ? act : more(act);
    }
}

/// <summary>Asserts on what came of recording.</summary>
public static class Came
{
    /// <summary>The entry of an act that was recorded.</summary>
    public static Entry Done(Outcome<Recorded> outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        Assert.True(outcome.IsDone, outcome.IsDone ? "" : outcome.Refusals[0].ToString());
        return outcome.Value.Entry;
    }

    /// <summary>The act was refused for this reason alone.</summary>
    public static void Refused<T>(Outcome<T> outcome, RefusalCode code)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        Assert.Equal([code.Code], outcome.Refusals.Select(refusal => refusal.Code.Code));
    }
}
