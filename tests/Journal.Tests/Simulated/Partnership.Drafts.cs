using Openbook.Oracle;

namespace Openbook.Journal.Tests.Simulated;

/// <summary>
/// Drafts before a close: issued, accepted, queried, answered, now and then wrongly. The oracle is told nothing of it, since it
/// decides no penny; verification works each draft out anew.
/// </summary>
public sealed partial class Partnership
{
    private void Talk(OraclePeriod period)
    {
        var until = Papers.Day(Today.AddDays(chance.Between(-1, 9)));
        Say("draft", (clerk, key) => clerk.Issue(period.ToString(), until, key: key));
        foreach (var partner in memory.Partners.Where(_ => chance.OneIn(2)))
        {
            if (chance.OneIn(2) && ALine() is { } line)
            {
                Say("query", (clerk, key) => clerk.Query(line, partner, key: key));
            }
            if (chance.OneIn(3))
            {
                var (query, outcome) = (
                    office.Hashes.Count,
                    chance.Pick([QueryOutcome.Stands, QueryOutcome.ToCorrect])
                );
                Say("answer", (clerk, key) => clerk.Answer(query, outcome, key: key));
            }
            Say("acceptance", (clerk, key) => clerk.Accept(period.ToString(), partner, key));
        }
    }

    private void Say(string what, Func<Clerk, string?, Outcome<Recorded>> act)
    {
        var outcome = office.Do(act, _ => memory.Pass(Today));
        Note(outcome.IsDone ? what : $"refused {what}");
    }

    private string? ALine() =>
        office.Look(opened =>
        {
            var state = BookLoader.Load(opened, Clerk.Abc).State;
            return state.Batches is [.., var batch]
                ? chance.Pick([.. new StoredLines(opened, state).LinesOf(batch.Entry)]).Ref.ToString()
                : null;
        });
}
