using System.Numerics;
using Openbook.Domain.Tests.Given;
using Openbook.Oracle;

namespace Openbook.Domain.Tests.Properties;

/// <summary>What time does to a Book: it adds, and takes nothing back.</summary>
public sealed class TimeLaws
{
    private const int Cases = 30;

    [Fact]
    public void Folding_the_entries_from_empty_gives_the_living_Book() =>
        Law.MustHold(
            Cases,
            Script.Any,
            script =>
            {
                var book = MadeBook.From(script);
                var folded = BookState.Fold(book.Entries);
                folded.Advance(book.Now);
                Assert.Equal(
                    book.State.Closed.Select(closed => Figures.Text(Statement.Of(book.State, closed.Period).Value)),
                    folded.Closed.Select(closed => Figures.Text(Statement.Of(folded, closed.Period).Value))
                );
                Assert.Equal(book.State.Partners.Select(book.State.CarryOf), folded.Partners.Select(folded.CarryOf));
                Assert.Equal(book.State.PostingNow, folded.PostingNow);
                Assert.Equal(book.State.Head, folded.Head);
            }
        );

    [Fact]
    public void A_closed_statement_reads_the_same_whatever_is_recorded_afterwards() =>
        Law.MustHold(
            Cases,
            Script.Any,
            script =>
            {
                var book = MadeBook.From(script);
                var state = new BookState();
                foreach (var entry in book.Entries)
                {
                    state.Apply(entry);
                    if (entry.Fact is PeriodClosed closed)
                    {
                        var issued = Statement.Of(state, closed.Period).Value;
                        Assert.Equal(Statement.Of(book.State, closed.Period).Value.Head, issued.Head);
                        Assert.Equal(Figures.Text(Statement.Of(book.State, closed.Period).Value), Figures.Text(issued));
                        Assert.Equal(closed.StatementSha256, StatementJson.Sha256(issued));
                        Assert.Equal(closed.StatementSha256, CanonicalJson.Sha256(Figures.Json(issued)));
                    }
                }
            }
        );

    [Fact]
    public void Every_part_of_every_line_is_posted_once() =>
        Law.MustHold(
            Cases,
            Script.Any,
            script =>
            {
                var book = MadeBook.From(script);
                var open = book.State.PostedMonths.Select(Period.Of).Append(book.State.OpenYearEnd?.YearEnd ?? default);
                var posted = book
                    .State.Closed.Select(closed => closed.Result.Postings)
                    .Concat(open.Where(period => book.State.FindClosed(period) is null).Select(book.State.PostingsOf))
                    .ToList();
                foreach (var partner in book.State.Partners)
                {
                    var recorded = book.Lines.Where(line => line.PaidBy == partner).Sum(line => line.Effect.Pence);
                    Assert.Equal(recorded, posted.Sum(postings => postings.Paid.Of(partner)));
                }
            }
        );

    [Fact]
    public void All_statements_issued_come_to_what_one_recomputation_gives_to_the_carry() =>
        Law.MustHold(
            Cases,
            Script.Any,
            script =>
            {
                var book = MadeBook.From(script);
                if (!SettledBy(book))
                {
                    return;
                }
                var pools = book.State.ClosedPools;
                for (var i = 0; i < book.State.Partners.Count; i++)
                {
                    var exact = pools.Aggregate(
                        OracleRational.Zero,
                        (sum, pool) => sum.Plus(Exact(pool, book.State.Partners, i))
                    );
                    var charged = book.State.Closed.Sum(closed => ChargeOf(closed, book.State.Partners[i]));
                    var off = BigInteger.Abs(exact.Minus(OracleRational.Whole(charged)).Trillionths());
                    var dropped =
                        book.State.Closed.Sum(closed => closed.Result.Pools.Count) * book.State.Partners.Count;
                    Assert.True(off <= (book.State.Partners.Count - 1) * Split.Trillion / 2 + dropped);
                }
            }
        );

    [Fact]
    public void An_error_its_reversal_and_the_right_line_are_the_right_line() =>
        Law.MustHold(
            Cases,
            Script.Any,
            script =>
            {
                var wrong = MadeBook.From(script);
                var right = ABook.Replay(wrong.Acts, wrong.Now);
                wrong.State.Advance(wrong.Now);
                var month = wrong.State.FirstOpen!.Value;
                if (wrong.State.VersionInForce(month)?.Terms is not { } terms)
                {
                    return;
                }
                var tape = new Tape(script.World);
                var line = In.Cost(
                    month.ToString(),
                    tape.Pick(terms.Services).Code,
                    "1234.56",
                    tape.Pick(terms.Partners).Code
                );
                var error = line with
                {
                    Service = terms.Services[0].Code,
                    Amount = new Money(1 + tape.Next(1_000)),
                    PaidBy = terms.Host,
                };
                Assert.Empty(right.Record([line]));
                Assert.Empty(wrong.Record([error]));
                Assert.Empty(
                    wrong.Correct(
                        wrong.Lines[^1].Ref,
                        new LineChange(line.Amount, Service: line.Service, PaidBy: line.PaidBy)
                    )
                );
                if (wrong.Look(Period.Of(month)).IsDone && right.Look(Period.Of(month)).IsDone)
                {
                    Assert.Equal(right.AllStatements(), wrong.AllStatements());
                }
            }
        );

    [Fact]
    public void A_version_from_a_month_on_changes_nothing_that_belongs_to_a_month_before() =>
        Law.MustHold(
            Cases,
            Script.Any,
            script =>
            {
                var book = MadeBook.From(script);
                var changed = ABook.Replay(book.Acts, book.Now);
                var tape = new Tape([.. script.World.Reverse()]);
                book.State.Advance(book.Now);
                var open = book.State.FirstOpen!.Value;
                var from = Month.Later(new Month(open.Index - 4 + tape.Next(6)), book.State.Starts);
                var terms = MadeTerms.Change(book.State.Versions.Last(version => version.Counts).Terms, tape);
                if (changed.Propose(terms, from.First).Count > 0)
                {
                    return;
                }
                foreach (var party in changed.State.PartiesTo(changed.State.Versions[^1]).ToList())
                {
                    Assert.Empty(changed.Approve(party, changed.Now));
                }
                foreach (var period in book.OpenPeriods)
                {
                    if (
                        Before(from, period, changed.Again()) is { } after
                        && Before(from, period, book.Again()) is { } before
                    )
                    {
                        Assert.Equal(before, after);
                    }
                }
            }
        );

    // What the pools of months before a month are, without the carry, which goes on from pool to pool; null if refused.
    private static string? Before(Month from, Period period, BookState book) =>
        PeriodWork.Of(book, period) is { IsDone: true } work
            ? string.Join(
                '\n',
                work.Value.Pools.Where(pool => pool.Key.ForMonth < from)
                    .Select(pool =>
                        $"{pool.Key} {pool.Pence} {pool.IsTrueUp} {pool.Weights.Version} "
                        + string.Join(' ', book.Versions[0].Terms.Partners.Select((_, place) => pool.ExactOf(place)))
                    )
            )
            : null;

    // Closes until no approval is to come and nothing is left to true up; false if something refuses.
    private static bool SettledBy(ABook book)
    {
        for (var i = 0; i < 4; i++)
        {
            var next = Period.Of(book.State.FirstOpen!.Value);
            if (next.Month.IsMarch && book.State.OpenYearEnd is { } before && book.Close(before.YearEnd).Count > 0)
            {
                return false;
            }
            if (book.Close(next).Count > 0)
            {
                return false;
            }
        }
        return book.State.OpenYearEnd is not { } year || book.Close(year.YearEnd).Count == 0;
    }

    // A partner that joined later has no figures in earlier periods.
    private static long ChargeOf(ClosedPeriod closed, string partner) =>
        closed.Result.Partners.Where(item => item.Partner == partner).Sum(item => item.SharePence);

    private static OracleRational Exact(ClosedPool pool, IReadOnlyList<string> partners, int place)
    {
        var weights = pool.LastWeights.InOrderOf(partners);
        return new OracleRational(pool.Pence * weights[place], Split.Sum(weights));
    }
}
