using System.Text.Json.Nodes;
using Openbook.Domain;

namespace Openbook.Cli.Printing;

/// <summary>Prints statements as text: each partner's on its own.</summary>
internal static class StatementPrinter
{
    /// <summary>Prints statements one below the other; in JSON as one list.</summary>
    /// <param name="shell">Where to.</param>
    /// <param name="statements">The statements.</param>
    /// <param name="only">One partner's alone, or null for all.</param>
    /// <param name="how">text, json or csv.</param>
    /// <param name="before">What must be done before anything is printed.</param>
    public static void PrintAll(
        Shell shell,
        IReadOnlyList<Statement> statements,
        string? only,
        string how,
        Action? before = null
    )
    {
        switch (how)
        {
            case "json":
                var json = JsonPrinter.Text(
                    new JsonArray([.. statements.Select(statement => StatementJson.Of(statement, only))])
                );
                before?.Invoke();
                shell.Out.WriteLine(json);
                break;
            case "csv":
                before?.Invoke();
                StatementCsv.Print(shell, statements, only);
                break;
            default:
                before?.Invoke();
                foreach (var statement in statements)
                {
                    Print(shell, statement, only);
                    shell.Out.WriteLine();
                }
                break;
        }
    }

    public static void Print(Shell shell, Statement statement, string? only)
    {
        var first = true;
        foreach (var partner in statement.Partners.Where(item => only is null || item.Figures.Partner == only))
        {
            if (!first)
            {
                shell.Out.WriteLine();
            }
            first = false;
            Heading(shell, statement, partner);
            Lines(shell, partner);
            FigureLines.Print(shell, Figures(partner.Figures));
            Check(shell, statement, partner);
        }
    }

    private static void Heading(Shell shell, Statement statement, PartnerStatement partner)
    {
        shell.Out.WriteLine(Style.Bold(shell, statement.Names[partner.Figures.Partner]));
        shell.Out.WriteLine(
            $"Statement {partner.Number} for {statement.Period.ToWords()}, {(statement.IsClosed ? "closed" : "still open: it can change")}"
        );
        shell.Out.WriteLine(statement.Partnership);
        shell.Out.WriteLine();
    }

    private static void Lines(Shell shell, PartnerStatement partner)
    {
        if (partner.Lines.Count == 0)
        {
            shell.Out.WriteLine("No costs are shared.");
            return;
        }
        var table = new TextTable("Service", "For", "What", "Shared by", ">Costs shared", ">Your share");
        foreach (var line in partner.Lines)
        {
            var key = line.Pool.Key;
            table.Row(
                key.Overhead is null ? key.Service : $"{key.Service} ({key.Overhead})",
                key.ForMonth.ToWords(),
                What(line.Pool),
                Basis(line.Pool.Weights),
                new Money(line.Pool.Pence).ToPounds(),
                new Money(line.Part.Pence).ToPounds()
            );
        }
        table.Print(shell);
    }

    private static string What(SplitPool pool)
    {
        var kind = FigureLines.Kind(pool.Key.Kind, pool.Key.Customer);
        return pool.IsTrueUp ? $"prior-period adjustment, {kind}" : kind;
    }

    private static string Basis(Weights weights) => weights.Driver ?? weights.Basis;

    private static IEnumerable<FigureLine> Figures(PartnerFigures figures) =>
        [
            new("Your share", figures.SharePence),
            new("Paid by you to suppliers, less income you received", figures.PaidPence),
            new("Balance of the period", figures.BalancePence, IsBalance: true),
            new("Brought forward", figures.BroughtForwardPence, IsBalance: true),
            new("Payments you made to partners, less those you received", figures.SettledPence),
            new("Carried forward", figures.CarriedForwardPence, IsBalance: true),
        ];

    private static void Check(Shell shell, Statement statement, PartnerStatement partner)
    {
        shell.Out.WriteLine();
        shell.Out.WriteLine(
            Style.Faint(shell, $"Head of the Book: entry {Text.Of(statement.Head.Entry)}, {statement.Head.Hash}")
        );
        foreach (var earlier in statement.Earlier)
        {
            shell.Out.WriteLine(
                Style.Faint(
                    shell,
                    $"Before it, {earlier.Period.ToWords()}: entry {Text.Of(earlier.Head.Entry)}, {earlier.Head.Hash}"
                )
            );
        }
        if (partner.Lines.Count > 0)
        {
            var line = partner.Lines[0].Pool.Key;
            shell.Out.WriteLine(
                Style.Faint(
                    shell,
                    $"Why? openbook explain {statement.Book} {statement.Period} --partner {partner.Figures.Partner} "
                        + $"--service {line.Service}    Check: openbook verify {statement.Book}"
                )
            );
        }
    }
}
