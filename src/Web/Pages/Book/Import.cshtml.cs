using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Openbook.Web.Books;
using Openbook.Web.Forms;
using Openbook.Web.Recording;

namespace Openbook.Web.Pages.Book;

/// <summary>Takes a file in, to be looked at before it is recorded.</summary>
[RequestSizeLimit(Site.LargestUpload)]
public sealed class ImportModel(BookOnPage place, BookRecorder recorder, Uploads uploads)
    : RecordingPage(place, recorder)
{
    private static readonly (string Value, string Words)[] All =
    [
        ("costs", "Costs and income"),
        ("counts", "Counts for apportionment bases"),
        ("budget", "Budget, virements and forecasts"),
        ("payments", "Payments between councils"),
    ];

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty(Name = "File")]
    public IFormFile? Handed { get; set; }

    [BindProperty]
    public string? Lines { get; set; }

    [BindProperty]
    public string? Total { get; set; }

    public FormChoice Kinds => new("Kind", "What does it hold?", null, All, Kind, Faults.Of("Kind"));

    public IActionResult OnGet()
    {
        Kind = "costs";
        By = At.Book.Look(state => state.Host);
        return Refused() ?? Page();
    }

    public IActionResult OnPost()
    {
        if (Refused() is { } refused)
        {
            return refused;
        }
        Check(out var lines, out var total);
        if (Faults.Any)
        {
            return Page();
        }
        using var content = Handed!.OpenReadStream();
        var upload = uploads.Keep(
            Handed.FileName,
            content,
            (id, path, at) =>
                new Upload
                {
                    Id = id,
                    Book = At.Book.Code,
                    Kind = Kind!,
                    Path = path,
                    By = By!,
                    Lines = lines,
                    Total = total,
                    At = at,
                }
        );
        return Redirect(At.Links.ImportCheck(upload.Id));
    }

    private void Check(out long? lines, out Money? total)
    {
        (lines, total) = (null, null);
        if (!All.Any(kind => kind.Value == Kind))
        {
            Faults.Add("Kind", "Choose what the file holds");
        }
        if (Handed is null || Handed.Length == 0)
        {
            Faults.Add("File", Handed is null ? "Choose a file" : "The file is empty. Choose another one");
        }
        CheckCouncil();
        if (!string.IsNullOrWhiteSpace(Lines))
        {
            if (long.TryParse(Lines.Trim(), System.Globalization.NumberStyles.None, Text.Invariant, out var count))
            {
                lines = count;
            }
            else
            {
                Faults.Add("Lines", "The number of lines must be a whole number, such as 22");
            }
        }
        if (!string.IsNullOrWhiteSpace(Total))
        {
            if (Money.TryParse(Total.Trim().Replace(",", "", StringComparison.Ordinal).TrimStart('£'), out var sum))
            {
                total = sum;
            }
            else
            {
                Faults.Add("Total", "The sum must be an amount in pounds, such as 1750517.11");
            }
        }
    }
}
