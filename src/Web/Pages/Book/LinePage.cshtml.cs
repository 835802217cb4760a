using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Openbook.Web.Books;
using Openbook.Web.Components;
using Openbook.Web.Costs;
using Openbook.Web.Drafts;

namespace Openbook.Web.Pages.Book;

/// <summary>One line of cost or income: all that is known of it, where it was posted, and how it is shared.</summary>
public sealed class LinePageModel(BookOnPage place, LineReader reader) : PageModel
{
    /// <summary>What a council bears of the costs of which the line is a part.</summary>
    public sealed record Share(string Partner, string Service, long Pence);

    public CostLine Line { get; private set; } = null!;

    public RecordedBatch Batch { get; private set; } = null!;

    public Entry Record { get; private set; } = null!;

    /// <summary>The lines that correct it; null if that is not known yet.</summary>
    public IReadOnlyList<LineRef>? CorrectedBy { get; private set; }

    public IReadOnlyList<LinePlace> Places { get; private set; } = [];

    /// <summary>The place of which the shares are shown.</summary>
    public LinePlace Shown { get; private set; } = null!;

    public IReadOnlyList<Share> Shares { get; private set; } = [];

    /// <summary>What is shared together with the line, in pence.</summary>
    public long SharedPence { get; private set; }

    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    public string Service { get; private set; } = "";

    // A spread line is posted month by month: one month's shares are shown at a time.
    public async Task<IActionResult> OnGet(int entry, int row, [FromQuery] string? month)
    {
        if (await reader.Find(new LineRef(entry, row)) is not { } found)
        {
            return NotFound();
        }
        (Line, Batch, CorrectedBy) = (found.Line, found.Batch, found.CorrectedBy);
        Record = place.Book.Entries[entry - 1].Entry;
        Service = place.Named.Service(Line.Service);
        Places = place.Book.Look(state => LinePlace.Of(state, Line, Batch.Posting));
        if (Places.FirstOrDefault(item => month is null || item.ForMonth.ToString() == month) is not { } shown)
        {
            return NotFound();
        }
        Shown = shown;
        ShowShares(place.Book.Statements(shown.Period));
        return Page();
    }

    /// <summary>The address of this page with another month's shares.</summary>
    public string AddressOf(LinePlace other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return BookLinks.And(place.Links.Line(Line.Ref), $"month={other.ForMonth}");
    }

    /// <summary>Whether it can be corrected here: now, and if nothing took it back and it takes nothing back.</summary>
    public bool CanBeCorrected =>
        place.AsAt.IsNow && Line.Nature != CostNature.Reversal && !place.Book.Look(state => state.IsReversed(Line.Ref));

    /// <summary>Whether its words can be withheld here.</summary>
    public bool CanBeWithheld => place.AsAt.IsNow && Line.Words is not null;

    /// <summary>Whether it is in a draft that councils can query.</summary>
    public bool CanBeQueried => OpenDrafts.With(place, Line).Count > 0;

    /// <summary>The queries about it, oldest first.</summary>
    public IReadOnlyList<QueriedLine> Queries =>
        place.Book.Look<IReadOnlyList<QueriedLine>>(state =>
            [.. state.Queries.Where(query => query.Fact.Line == Line.Ref)]
        );

    /// <summary>The months it belongs to.</summary>
    public string Months =>
        Line.ToMonth is { } last ? $"{Line.Month.ToWords()} to {last.ToWords()}, in equal parts" : Line.Month.ToWords();

    private void ShowShares(Outcome<Statement> statement)
    {
        if (!statement.IsDone)
        {
            Refusals = statement.Refusals;
            return;
        }
        Shares =
        [
            .. statement
                .Value.Partners.SelectMany(partner =>
                    partner.Lines.Select(line => (partner.Figures.Partner, line.Pool, line.Part.Pence))
                )
                .Where(item => Shown.IsIn(item.Pool))
                .Select(item => new Share(item.Partner, item.Pool.Key.Service, item.Pence)),
        ];
        SharedPence = Shares.Sum(share => share.Pence);
    }
}
