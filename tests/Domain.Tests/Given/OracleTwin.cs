using System.Globalization;
using System.Numerics;
using Openbook.Oracle;
using TheOracle = Openbook.Oracle.Oracle;

namespace Openbook.Domain.Tests.Given;

/// <summary>Holds a Book against the oracle: every figure of every statement, closed or open, must be the same.</summary>
public static class OracleTwin
{
    /// <summary>Compares everything.</summary>
    public static void MustAgreeWithOracle(this ABook book)
    {
        book.Settle();
        var oracle = TheOracle.Run(book.Told);
        Assert.Equal(
            book.State.Closed.Select(item => item.Period.ToString()),
            oracle.Closed.Select(item => item.Period.ToString())
        );
        foreach (var (closed, expected) in book.State.Closed.Zip(oracle.Closed))
        {
            MustBeEqual(Expected(expected), Found(Statement.Of(book.State, closed.Period).Value, closed.Result));
        }
        foreach (var partner in book.State.Partners)
        {
            Assert.Equal(oracle.Carries.GetValueOrDefault(partner), book.State.CarryOf(partner));
        }
        foreach (var period in book.OpenPeriods)
        {
            MustAgreeOnOpen(book, oracle, period);
        }
    }

    /// <summary>The oracle must refuse this close, for one of the reasons that the Book gave.</summary>
    public static void MustBeRefusedByOracle(this ABook book, Period period, IEnumerable<Refusal> refusals)
    {
        book.Settle();
        // The oracle takes approvals as given, so it is told of those that take effect by the period's last day.
        List<OracleEvent> told = [.. book.Told, .. ComingToCount(book, period)];
        var refused = Assert.Throws<OracleRefusal>(() =>
            TheOracle.Run([.. told, new Oracle.PeriodClosed(ForOracle.Period(period))])
        );
        Assert.Contains(refused.Code, refusals.Select(refusal => refusal.Code.Code));
    }

    private static IEnumerable<OracleEvent> ComingToCount(ABook book, Period period)
    {
        var looked = book.Again();
        var before = looked.Versions.Where(version => version.Counts).Select(version => version.Number).ToHashSet();
        looked.Advance(period.LastDay);
        return looked
            .Versions.Where(version => version.Counts && !before.Contains(version.Number))
            .Select(version => new VersionCounts(version.Number));
    }

    private static void MustAgreeOnOpen(ABook book, OracleResult told, Period period)
    {
        var state = book.Again();
        var found = Statement.Of(state, period);
        // To show the first open month is to look at its last day, by which more approvals may have taken effect.
        var isFirst = period == Period.Of(state.FirstOpen!.Value);
        var coming = isFirst ? ComingToCount(book, period).ToList() : [];
        var oracle = coming.Count > 0 ? TheOracle.Run([.. book.Told, .. coming]) : told;
        OracleStatement expected;
        try
        {
            expected = oracle.OpenStatement(ForOracle.Period(period));
        }
        catch (OracleRefusal refused)
        {
            Assert.False(found.IsDone, $"{period} is shown, but the oracle says: {refused.Message}");
            Assert.Contains(refused.Code, found.Refusals.Select(refusal => refusal.Code.Code));
            return;
        }
        Assert.True(found.IsDone, $"{period} is refused, but not by the oracle: {string.Join(' ', found.Refusals)}");
        if (isFirst)
        {
            state.Advance(period.LastDay);
        }
        MustBeEqual(Expected(expected), Found(found.Value, PeriodWork.Of(state, period).Value));
    }

    private static void MustBeEqual(IReadOnlyList<string> expected, IReadOnlyList<string> found) =>
        Assert.Equal(string.Join('\n', expected), string.Join('\n', found));

    // A partner with no line and nothing but zeros may be shown or not.
    private static List<string> Expected(OracleStatement statement)
    {
        var texts = new List<string> { $"{statement.Period} {(statement.Closed ? "closed" : "open")}" };
        foreach (var partner in statement.Partners)
        {
            var figures = new[]
            {
                partner.Share,
                partner.Paid,
                partner.Balance,
                partner.BroughtForward,
                partner.Settled,
                partner.CarriedForward,
            };
            AddPartner(texts, partner.Partner, figures, [.. partner.Lines.Select(Line)]);
        }
        texts.AddRange(statement.Divisions.Where(division => division.PoolPence != 0).Select(Division));
        return texts;
    }

    private static List<string> Found(Statement statement, PeriodResult result)
    {
        var texts = new List<string> { $"{statement.Period} {(statement.IsClosed ? "closed" : "open")}" };
        foreach (var partner in statement.Partners)
        {
            var figures = new[]
            {
                partner.Figures.SharePence,
                partner.Figures.PaidPence,
                partner.Figures.BalancePence,
                partner.Figures.BroughtForwardPence,
                partner.Figures.SettledPence,
                partner.Figures.CarriedForwardPence,
            };
            AddPartner(texts, partner.Figures.Partner, figures, [.. partner.Lines.Select(Line)]);
        }
        texts.AddRange(result.Overheads.Where(step => step.Pence != 0).Select(Division));
        return texts;
    }

    private static void AddPartner(List<string> texts, string partner, long[] figures, List<string> lines)
    {
        if (lines.Count > 0 || figures.Any(figure => figure != 0))
        {
            texts.Add($"{partner}: {string.Join(' ', figures.Select(Text.Of))}");
            texts.AddRange(lines);
        }
    }

    private static string Line(OracleStatementLine line) =>
        $"  {line.Service}/{line.Overhead}/{line.Customer} {OracleMonth.Text(line.ForMonth)} {line.Kind} "
        + $"{(line.TrueUp ? "true-up " : "")}of {line.PoolPence} by version {line.AgreementVersion} "
        + $"{string.Join(' ', line.Weights.OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => $"{item.Key}={item.Value}"))} "
        + $"exact {Cut(line.Exact)} carry {line.CarryBefore} share {line.Share} carry {line.CarryAfter}";

    private static string Line(StatementLine line) =>
        $"  {line.Pool.Key.Service}/{line.Pool.Key.Overhead}/{line.Pool.Key.Customer} {line.Pool.Key.ForMonth} {line.Pool.Key.Kind} "
        + $"{(line.Pool.IsTrueUp ? "true-up " : "")}of {line.Pool.Pence} by version {line.Pool.Weights.Version} "
        + $"{string.Join(' ', line.Pool.Weights.Of.OrderBy(item => item.Partner, StringComparer.Ordinal).Select(Weight))} "
        + $"exact {line.Exact} carry {line.Part.CarryBefore} share {line.Part.Pence} carry {line.Part.CarryAfter}";

    private static string Weight(PartnerWeight item) =>
        $"{item.Partner}={new OracleRational(item.Weight.Millionths, 1_000_000)}";

    // Where no target had a basis the oracle says 1 for each, the Book 0 and "fallback".
    private static string Division(OracleDivision division) =>
        $"{division.Overhead} {OracleMonth.Text(division.ForMonth)} {division.Kind} {division.PoolPence}: "
        + string.Join(
            ' ',
            division.Parts.Select(part =>
                $"{part.Name} {division.Bases[part.Name]} {part.CarryBefore} {part.Pence} {part.CarryAfter}"
            )
        );

    private static string Division(SteppedDown step) =>
        $"{step.Overhead} {step.ForMonth} {step.Kind} {step.Pence}: "
        + string.Join(
            ' ',
            step.Parts.Select(part =>
                $"{part.Target} {(step.Fallback ? 1 : part.BasisPence)} {part.Part.CarryBefore} {part.Part.Pence} {part.Part.CarryAfter}"
            )
        );

    /// <summary>A fraction of pence with 12 decimals, the rest cut off.</summary>
    public static string Cut(OracleRational exact)
    {
        ArgumentNullException.ThrowIfNull(exact);
        var trillionths = exact.Trillionths();
        var size = BigInteger.Abs(trillionths).ToString("D13", CultureInfo.InvariantCulture);
        return $"{(trillionths.Sign < 0 ? "-" : "")}{size[..^12]}.{size[^12..]}";
    }
}
