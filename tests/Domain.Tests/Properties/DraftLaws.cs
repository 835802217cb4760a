using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Properties;

/// <summary>What councils say to drafts moves no penny.</summary>
public sealed class DraftLaws
{
    private const int Cases = 30;

    [Fact]
    public void Drafts_acceptances_queries_and_answers_change_no_statement() =>
        Law.MustHold(
            Cases,
            Script.Any,
            script =>
            {
                var plain = MadeBook.From(script);
                var spoken = new Spoken(plain);
                foreach (var period in plain.OpenPeriods.Concat(plain.State.Closed.Select(item => item.Period)))
                {
                    var (before, after) = (plain.Look(period), Statement.Of(spoken.State, period));
                    Assert.Equal(before.Refusals, after.Refusals);
                    if (before.IsDone)
                    {
                        Assert.Equal(StatementJson.Sha256(before.Value), StatementJson.Sha256(after.Value));
                    }
                }
            }
        );

    [Fact]
    public void Made_Books_leave_room_for_each_of_them()
    {
        var kinds = new HashSet<string>();
        Law.MustHold(Cases, Script.Any, script => kinds.UnionWith(new Spoken(MadeBook.From(script)).Said));
        Assert.Equal(4, kinds.Count);
    }

    // The entries of a Book with whatever can be said of drafts in between. The lines keep the numbers of the plain Book, so that
    // a line is found by its old name only.
    private sealed class Spoken
    {
        private readonly ABook plain;

        public Spoken(ABook plain)
        {
            this.plain = plain;
            foreach (var entry in plain.Entries)
            {
                Apply(entry.Fact, entry);
                State.Advance(DateOnly.FromDateTime(entry.RecordedAt));
                Speak(entry);
            }
            State.Advance(plain.Now);
        }

        public BookState State { get; } = new();

        public HashSet<string> Said { get; } = [];

        private void Speak(Entry entry)
        {
            var open = new List<Period>();
            if (State.FirstOpen is { } month)
            {
                open.Add(Period.Of(month));
            }
            if (State.OpenYearEnd is { } year)
            {
                open.Add(year.YearEnd);
            }
            foreach (var period in open)
            {
                var host = State.HostOf(period);
                var today = State.Today;
                Say(IssueDraft.Decide(State, period, today, host, today), entry, host);
                foreach (var council in DraftReport.Of(State, period).Councils.Select(item => item.Council).ToList())
                {
                    Say(AcceptDraft.Decide(State, period, null, council), entry, council);
                    if (State.DraftOf(period) is { } draft && plain.Lines.Count > 0)
                    {
                        var queried = new LineQueried(draft.Entry, plain.Lines[^1].Ref, "?");
                        Say<LineQueried>(queried, entry, council);
                        Say(AnswerQuery.Decide(State, State.LastEntry, QueryOutcome.ToCorrect, "!", host), entry, host);
                    }
                }
            }
        }

        private void Say<T>(Outcome<T> outcome, Entry entry, string by)
            where T : Fact
        {
            if (outcome.IsDone)
            {
                Said.Add(outcome.Value.Kind);
                Apply(outcome.Value, entry with { By = by });
            }
        }

        private void Apply(Fact fact, Entry like) =>
            State.Apply(like with { Number = State.LastEntry + 1, Fact = fact, Previous = State.Head });
    }
}
