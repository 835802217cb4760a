using Microsoft.AspNetCore.Html;

namespace Openbook.Web.Charts;

/// <summary>
/// Counts by council over time, as steps: a count holds until the next. Each line is named at its end and has a dash pattern of
/// its own, so that it can be followed without colour.
/// </summary>
public static class CountsChart
{
    private const int Width = 960;
    private const int Height = 380;
    private const int Left = 90;
    private const int Right = 680;
    private const int Top = 20;
    private const int Bottom = 330;
    private const int Patterns = 6;

    private sealed record Step(DateOnly Date, long Millionths);

    private sealed record Drawn(string Name, IReadOnlyList<Step> Steps);

    /// <summary>Draws it.</summary>
    /// <param name="history">The counts, at least one day of them.</param>
    /// <param name="until">The day to which the last counts hold.</param>
    /// <param name="nameOf">The name of a council.</param>
    /// <param name="what">What the drawing says, for who cannot see it.</param>
    public static IHtmlContent Draw(CountHistory history, DateOnly until, Func<string, string> nameOf, string what)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(nameOf);
        var lines = history
            .Partners.Select(partner => new Drawn(
                nameOf(partner),
                [
                    .. history
                        .Days.Where(day => day.Of(partner) is not null)
                        .Select(day => new Step(day.Date, day.Of(partner)!.Count.Count.Millionths)),
                ]
            ))
            .ToList();
        var scale = new Scale(lines.SelectMany(line => line.Steps.Select(step => step.Millionths)), Bottom, Top);
        var from = history.Days[0].Date;
        var days = Math.Max(until.DayNumber - from.DayNumber, 1);
        int X(DateOnly date) => Left + (int)((long)(date.DayNumber - from.DayNumber) * (Right - Left) / days);
        var svg = new Svg(Width, Height, what);
        foreach (var mark in scale.Marks)
        {
            svg.Line("grid", Left, scale.At(mark), Right, scale.At(mark));
            svg.Words(Left - 10, scale.At(mark) + 5, Text.Grouped(mark / 1_000_000), "end");
        }
        var named = -Width;
        foreach (var day in history.Days.Where(day => X(day.Date) <= Right))
        {
            // Dates that stand too close to the one before are in the table only.
            if (X(day.Date) - named >= 130)
            {
                named = X(day.Date);
                svg.Line("axis", named, Bottom, named, Bottom + 6).Words(named, Bottom + 26, Dates.Words(day.Date));
            }
        }
        svg.Line("axis", Left, Bottom, Right, Bottom);
        var places = Places([.. lines.Select(line => scale.At(line.Steps[^1].Millionths))]);
        for (var i = 0; i < lines.Count; i++)
        {
            svg.Path($"steps steps-{Text.Of(i % Patterns)}", PathOf(lines[i], scale, X));
            svg.Words(Right + 12, places[i] + 5, Svg.Short(lines[i].Name, 30));
        }
        return svg.Done();
    }

    private static string PathOf(Drawn line, Scale scale, Func<DateOnly, int> x)
    {
        var path = new System.Text.StringBuilder();
        foreach (var step in line.Steps)
        {
            var y = Text.Of(scale.At(step.Millionths));
            path.Append(path.Length == 0 ? $"M {Text.Of(x(step.Date))} {y}" : $" H {Text.Of(x(step.Date))} V {y}");
        }
        return path.Append(Text.Invariant, $" H {Right}").ToString();
    }

    // Names at the ends of lines that lie close are moved apart, in the order of the lines from the top.
    private static int[] Places(int[] ends)
    {
        const int Room = 22;
        var places = new int[ends.Length];
        var last = Top - Room;
        foreach (var i in Enumerable.Range(0, ends.Length).OrderBy(i => ends[i]))
        {
            last = places[i] = Math.Max(ends[i], last + Room);
        }
        // What was pushed below the axis pushes the others up.
        var limit = Bottom;
        foreach (var i in Enumerable.Range(0, ends.Length).OrderByDescending(i => places[i]))
        {
            places[i] = Math.Min(places[i], limit);
            limit = places[i] - Room;
        }
        return places;
    }
}
