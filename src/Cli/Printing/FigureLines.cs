using Openbook.Domain;

namespace Openbook.Cli.Printing;

/// <summary>A figure below a partner's costs.</summary>
/// <param name="What">What it is.</param>
/// <param name="Pence">How much.</param>
/// <param name="IsBalance">Whether it says who owes whom: above zero the partner owes.</param>
internal sealed record FigureLine(string What, long Pence, bool IsBalance = false);

/// <summary>Prints what a partner bears, paid and owes, a line each.</summary>
internal static class FigureLines
{
    /// <summary>Prints an empty line and the figures.</summary>
    public static void Print(Shell shell, IEnumerable<FigureLine> figures)
    {
        var lines = figures.ToList();
        var width = 0;
        foreach (var line in lines)
        {
            width = Math.Max(width, new Money(line.Pence).ToPounds().Length);
        }
        shell.Out.WriteLine();
        foreach (var line in lines)
        {
            var amount = new Money(line.Pence).ToPounds().PadLeft(width);
            shell.Out.WriteLine($"{line.What, -56}{amount}  {Sense(line)}".TrimEnd());
        }
    }

    /// <summary>What costs or income are for the accounts.</summary>
    public static string Kind(CostKind kind, string? customer) =>
        kind switch
        {
            CostKind.Revenue => "running costs",
            CostKind.Capital => "capital",
            CostKind.Income => customer is null ? "income" : $"income from {customer}",
        };

    private static string Sense(FigureLine line) =>
        !line.IsBalance || line.Pence == 0 ? ""
        : line.Pence > 0 ? "you owe"
        : "you are owed";
}
