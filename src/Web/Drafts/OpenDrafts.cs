using Openbook.Web.Books;

namespace Openbook.Web.Drafts;

/// <summary>The drafts in which a line can be queried.</summary>
public static class OpenDrafts
{
    /// <summary>The drafts of open periods in which a line, or a part of it, is posted; none at an earlier moment.</summary>
    public static IReadOnlyList<DraftReport> With(BookOnPage place, CostLine line)
    {
        ArgumentNullException.ThrowIfNull(place);
        return !place.AsAt.IsNow
            ? []
            : place.Book.Look<IReadOnlyList<DraftReport>>(state =>
                [
                    .. QueryLine
                        .PeriodsOf(state, line)
                        .Where(period => state.FindClosed(period) is null && state.DraftOf(period) is not null)
                        .Select(period => DraftReport.Of(state, period))
                        .Where(draft => draft.Councils.Count > 0),
                ]
            );
    }
}
