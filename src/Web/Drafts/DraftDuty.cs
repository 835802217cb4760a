using Openbook.Web.Books;
using Openbook.Web.Pages.Book;

namespace Openbook.Web.Drafts;

/// <summary>What needs doing about drafts, as the front page lists it.</summary>
internal static class DraftDuty
{
    /// <summary>One step of it.</summary>
    public static FrontModel.Duty Of(NextStep step, BookOnPage place)
    {
        var isNow = place.AsAt.IsNow;
        var links = place.Links;
        return step switch
        {
            NextStep.Issue issue => new FrontModel.Duty(
                issue.Overtaken is null
                    ? $"Issue the draft of {issue.Period.ToWords()}"
                    : $"Issue a new draft of {issue.Period.ToWords()}",
                issue.Overtaken is { } old
                    ? $"What was recorded since has changed the figures of draft {Text.Of(old)}."
                    : "Each council can then accept the figures or query a line before the close.",
                true,
                "",
                isNow ? links.IssueDraft(issue.Period) : links.Period(issue.Period)
            ),
            NextStep.Answer answer => new FrontModel.Duty(
                $"Answer query {Text.Of(answer.Query.Entry)}",
                $"{Name(place, answer.Query.Council)} asks about a line of {answer.Query.Period.ToWords()}: {answer.Query.Fact.Words}",
                false,
                "Open",
                isNow ? links.Answer(answer.Query.Entry) : links.Period(answer.Query.Period)
            ),
            NextStep.Await wait => new FrontModel.Duty(
                $"Accept the draft of {wait.Draft.Period.ToWords()}, or query a line",
                $"{Text.List([.. wait.Missing.Select(council => Name(place, council))])} should do so by {Dates.Words(wait.Draft.Until)}.",
                false,
                $"{Text.Of(wait.Councils - wait.Missing.Count)} of {Text.Of(wait.Councils)} answered",
                links.Period(wait.Draft.Period)
            ),
            _ => throw new InvalidOperationException("This step is not about a draft."),
        };
    }

    private static string Name(BookOnPage place, string council) => place.Names.GetValueOrDefault(council, council);
}
