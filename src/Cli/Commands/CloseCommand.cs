using System.CommandLine;
using Openbook.Domain;
using Openbook.Journal;

namespace Openbook.Cli.Commands;

/// <summary>Closes a period, or every month up to one.</summary>
internal static class CloseCommand
{
    public static Command Make(CommonOptions common, Shell shell)
    {
        var book = CommonOptions.Book();
        var period = new Argument<string?>("PERIOD")
        {
            Description = "The month (2016-10) or year-end period (2016/17-13).",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var through = CommonOptions.Text("--through", "MONTH", "Close every month up to and with this one.");
        var by = CommonOptions.By();
        var key = CommonOptions.Key();
        var command = new Command(
            "close",
            "Closes a period: its statements never change again.\n\n"
                + "A year-end period must be closed before the next March; --through does so on the way.\n\n"
                + "Example: openbook close cih 2016-10"
        )
        {
            book,
            period,
            through,
            by,
            key,
        };
        command.SetAction(parsed =>
        {
            var code = parsed.GetValue(book)!;
            var recording = new Recording(common, shell, parsed);
            return (parsed.GetValue(period), parsed.GetValue(through)) switch
            {
                ({ } one, null) => One(recording, code, CommonOptions.PeriodOf(one), by, key),
                (null, { } last) => Through(recording, code, CommonOptions.MonthOf("--through", last), by),
                _ => throw new UsageException("Name either one PERIOD or --through MONTH."),
            };
        });
        return command;
    }

    private static int One(Recording recording, string code, Period period, Option<string?> by, Option<string?> key) =>
        recording.Run(
            code,
            key,
            $"close\n{code}\n{recording.Named(by)}\n{period}",
            (_, state, _) => ClosingAct.Decide(state, period, recording.Named(by)),
            entry => Done(entry, period)
        );

    private static int Through(Recording recording, string code, Month last, Option<string?> by) =>
        recording.RunAll(code, state => Through(state, last, recording.Named(by)));

    private static Outcome<IReadOnlyList<PlannedAct>> Through(BookState book, Month last, string? by)
    {
        var acts = new List<PlannedAct>();
        var periods = Closing.Through(book, last);
        for (var i = 0; i < periods.Count; i++)
        {
            var period = periods[i];
            acts.Add(new PlannedAct((state, _) => ClosingAct.Decide(state, period, by), entry => Done(entry, period)));
        }
        return acts.Count == 0
            ? Refuse.ClosedAlready.Because($"{last.ToWords()} is closed.")
            : Outcome.Of<IReadOnlyList<PlannedAct>>(acts);
    }

    private static string Done(Entry entry, Period period) =>
        $"{period.ToWords()} is closed. {Balances((PeriodClosed)entry.Fact)}";

    private static string Balances(PeriodClosed fact)
    {
        var owing = fact.Partners.Where(item => item.BalancePence > 0);
        var owed = fact.Partners.Where(item => item.BalancePence < 0);
        var parts = owing
            .Select(item => $"{item.Partner} owes {new Money(item.BalancePence).ToPounds()}")
            .Concat(owed.Select(item => $"{item.Partner} is owed {new Money(-item.BalancePence).ToPounds()}"))
            .ToList();
        return parts.Count == 0 ? "Nobody owes anything for it." : $"For it, {Text.List(parts)}.";
    }
}
