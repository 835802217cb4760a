using Openbook.Web.Books;
using Openbook.Web.Components;

namespace Openbook.Web.Drafts;

/// <summary>How the draft of a period stands, in the words of pages.</summary>
/// <param name="Report">How it stands.</param>
/// <param name="Names">The names of councils by code.</param>
/// <param name="CanAct">Whether something can be recorded here: now, and while the period is the next to be closed.</param>
public sealed record DraftOnPage(DraftReport Report, IReadOnlyDictionary<string, string> Names, bool CanAct)
{
    /// <summary>The draft of a period on a page; null if none was issued and none can be.</summary>
    public static DraftOnPage? Of(BookOnPage place, Period period)
    {
        ArgumentNullException.ThrowIfNull(place);
        var isNext = place.Book.Look(state => state.IsNextToClose(period) && !Closing.IsAfterTheEnd(state, period));
        if (!isNext && place.Book.Look(state => state.DraftOf(period)) is null)
        {
            return null;
        }
        var report = place.Book.Keep("draft", period.ToString(), state => DraftReport.Of(state, period));
        return new DraftOnPage(report, place.Names, isNext && place.AsAt.IsNow);
    }

    /// <summary>Whether a council can still accept the draft.</summary>
    public bool CanBeAccepted =>
        CanAct
        && Report is { Draft: not null, IsOvertaken: false }
        && Report.Councils.Any(council => council.Answer != DraftAnswer.Accepted);

    /// <summary>How it stands, in a sentence or two.</summary>
    public string Answer =>
        Report.Draft is not { } draft
            ? "No draft is issued yet. With a draft, each council can accept the figures or query a line before the close."
            : $"Draft {Text.Of(draft.Entry)} was issued on {Dates.Words(draft.On)}, to be answered by "
                + $"{Dates.Words(draft.Until)}. {Accepted}{Overtaken}";

    private string Accepted =>
        Report.Councils.Count == 0 ? "No other council has to answer it." : $"{Report.WhoAccepted(Names)}.";

    private string Overtaken =>
        (Report.IsOvertaken, Report.IsClosed) switch
        {
            (true, true) => " The period was closed with other figures.",
            (false, true) => " The period was closed as drafted.",
            (true, false) =>
                " What was recorded since has changed its figures, so it no longer holds: the host has to issue a new draft.",
            (false, false) => "",
        };

    /// <summary>What a council last said.</summary>
    public static string Word(DraftAnswer answer) =>
        answer switch
        {
            DraftAnswer.Waiting => "Not answered yet",
            DraftAnswer.Accepted => "Accepted",
            DraftAnswer.Querying => "Queries a line",
            DraftAnswer.Answered => "Has its answer, not accepted yet",
        };

    /// <summary>How far a query has come.</summary>
    public static string Word(QueryState state) =>
        state switch
        {
            QueryState.Open => "Open",
            QueryState.Stands => "The line stands",
            QueryState.ToCorrect => "Will be corrected",
            QueryState.Settled => "Settled: the council accepted the draft",
            QueryState.LeftOpen => "Left open at the close",
        };

    /// <summary>A council by name.</summary>
    public string Name(string council) => Names.GetValueOrDefault(council, council);
}
