using Microsoft.AspNetCore.Mvc;
using Openbook.Web.Books;
using Openbook.Web.Costs;

namespace Openbook.Web.Recording;

/// <summary>A page that records something about one line, with the reason for it.</summary>
public abstract class LineRecordingPage(BookOnPage place, BookShelf shelf, BookRecorder recorder, LineReader reader)
    : RecordingPage(place, recorder)
{
    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The line as it is.</summary>
    public CostLine Line { get; private set; } = null!;

    /// <summary>Its service by name.</summary>
    public string Service => At.Named.Service(Line.Service);

    /// <summary>The months it belongs to.</summary>
    public string Months =>
        Line.ToMonth is { } last ? $"{Line.Month.ToWords()} to {last.ToWords()}, in equal parts" : Line.Month.ToWords();

    /// <summary>The line's words as people know it by: of a withheld one, that it is.</summary>
    public string Supplier =>
        Line.Words is not { } words ? "Withheld"
        : words.Supplier.Length > 0 ? words.Supplier
        : "No supplier is given";

    /// <summary>Finds the line, or says that it is not there or nothing can be recorded here.</summary>
    protected async Task<IActionResult?> NotThere(int entry, int row)
    {
        if (Refused() is { } refused)
        {
            return refused;
        }
        if (await reader.Find(new LineRef(entry, row)) is not { } found)
        {
            return NotFound();
        }
        Line = found.Line;
        return null;
    }

    /// <summary>Notes what is wrong with the reason.</summary>
    /// <param name="missing">What to do if there is none.</param>
    /// <param name="name">What it is, for other faults.</param>
    protected void CheckReason(
        string missing = "Enter the reason, so that everybody can understand the record",
        string name = "The reason"
    ) => Faults.CheckText("Reason", Reason, missing, name);

    /// <summary>The same for what needs the lines that are stored.</summary>
    protected Act? Try(Func<IStore, BookState, Outcome<Act>> decide)
    {
        using var store = shelf.Open();
        return Try(state => decide(store, state));
    }

    /// <summary>A council by name.</summary>
    protected string Council(string code) => At.Names.GetValueOrDefault(code, code);
}
