using System.Text.Json.Nodes;

namespace Openbook.Journal;

/// <summary>What a check of a Book came to, as JSON.</summary>
public static class VerifyJson
{
    /// <summary>The report.</summary>
    /// <param name="report">What was found in the Book.</param>
    /// <param name="copy">What a copy says; null if it was compared with none.</param>
    public static JsonObject Of(VerifyReport report, CopyReport? copy = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new JsonObject
        {
            ["book"] = report.Book,
            ["sound"] = report.IsSound,
            ["entries"] = report.Entries,
            ["lines"] = report.Lines,
            ["closed_periods"] = report.Closed,
            ["head"] = report.Head,
            ["damages"] = new JsonArray([
                .. report.Damages.Select(damage => new JsonObject { ["entry"] = damage.Entry, ["what"] = damage.What }),
            ]),
            ["copy"] = copy is null
                ? null
                : new JsonObject
                {
                    ["agrees"] = copy.Agrees,
                    ["entry"] = copy.Entry,
                    ["what"] = copy.What,
                },
        };
    }
}
