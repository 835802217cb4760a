using Microsoft.AspNetCore.Html;
using Openbook.Web.Components;

namespace Openbook.Web.Charts;

/// <summary>A year's spending by month as bars, what is still expected as outlined bars, the budget as a line.</summary>
public static class BudgetChart
{
    private const int Width = 960;
    private const int Height = 360;
    private const int Left = 110;
    private const int Top = 50;
    private const int Bottom = 310;

    /// <summary>Draws it.</summary>
    public static IHtmlContent Draw(MonitorReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var months = report.Months;
        var scale = new Scale(
            months.SelectMany(month =>
                new[] { month.RevisedPence, month.SpentPence, month.SpentPence + month.ToComePence }
            ),
            Bottom,
            Top
        );
        var svg = new Svg(Width, Height, Sentence.OfBudget(report));
        foreach (var mark in scale.Marks)
        {
            svg.Line("grid", Left, scale.At(mark), Width, scale.At(mark));
            svg.Words(Left - 10, scale.At(mark) + 5, Show.Rounded(mark), "end");
        }
        var room = (Width - Left) / Math.Max(months.Count, 1);
        for (var i = 0; i < months.Count; i++)
        {
            var x = Left + i * room + room / 6;
            // What is still expected in a month stands on what was spent in it.
            var spent = months[i].SpentPence;
            Bar(svg, scale, "bar-a", x, room * 2 / 3, (0, spent));
            Bar(svg, scale, "bar-b", x, room * 2 / 3, (spent, spent + months[i].ToComePence));
            svg.Words(x + room / 3, Bottom + 25, Label(months[i].Period), "middle");
        }
        var line = months.Select(
            (month, i) =>
                $"{Text.Of(Left + i * room)} {Text.Of(scale.At(month.RevisedPence))} H {Text.Of(Left + (i + 1) * room)}"
        );
        svg.Path("line-a", "M " + string.Join(" L ", line));
        svg.Line("axis", Left, scale.At(0), Width, scale.At(0));
        Legend(svg);
        return svg.Done();
    }

    private static string Label(Period period) => period.IsYearEnd ? "End" : period.ToWords()[..3];

    private static void Bar(Svg svg, Scale scale, string look, int x, int width, (long From, long To) pence)
    {
        if (pence.From != pence.To)
        {
            var (one, other) = (scale.At(pence.From), scale.At(pence.To));
            svg.Rect(look, x, Math.Min(one, other), width, Math.Max(Math.Abs(one - other), 1));
        }
    }

    private static void Legend(Svg svg) =>
        svg.Rect("bar-a", Left, 8, 24, 16)
            .Words(Left + 32, 22, "Spent")
            .Rect("bar-b", Left + 120, 8, 24, 16)
            .Words(Left + 152, 22, "Still expected")
            .Line("line-a", Left + 300, 16, Left + 330, 16)
            .Words(Left + 340, 22, "Budget");
}
