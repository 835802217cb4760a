using System.Text.Json.Nodes;
using Openbook.Web.Books;

namespace Openbook.Web.Api;

/// <summary>The periods that can be asked for, as JSON.</summary>
internal static class PeriodsJson
{
    /// <summary>Every period that is closed, open, or has something posted, newest first.</summary>
    public static JsonArray Of(BookState state) =>
        new([
            .. PeriodState
                .All(state)
                .Select(item => new JsonObject
                {
                    ["period"] = item.Period.ToString(),
                    ["in_addresses"] = BookLinks.Slug(item.Period),
                    ["status"] = item.IsClosed ? "closed" : "open",
                    ["closed_by"] = state.FindClosed(item.Period)?.Entry,
                    ["has_costs"] = item.HasPostings,
                }),
        ]);
}
