using Microsoft.AspNetCore.Mvc;
using Openbook.Web.Books;
using Openbook.Web.Forms;
using Openbook.Web.Recording;

namespace Openbook.Web.Pages.Book;

/// <summary>Records a council's approval of a version of the agreement.</summary>
public sealed class ApprovePageModel(BookOnPage place, BookRecorder recorder) : RecordingPage(place, recorder)
{
    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public string? Effective { get; set; }

    [BindProperty]
    public string? Reference { get; set; }

    public int Version { get; private set; }

    public FormChoice CouncilChoice =>
        new(
            "By",
            "Which council has approved it?",
            null,
            [.. Missing.Select(code => (code, At.Names.GetValueOrDefault(code, code)))],
            By,
            Faults.Of("By")
        );

    public IReadOnlyList<(string What, string Answer)> Answers =>
        [
            ("Council", At.Names.GetValueOrDefault(By!, By!)),
            ("Decided by", Body!),
            ("On", Dates.Words(Day(On)!.Value)),
            ("In effect from", Dates.Words(Day(Effective) ?? Day(On)!.Value)),
            ("Stands behind it", string.IsNullOrEmpty(Reference) ? "Nothing given" : Reference),
        ];

    public IReadOnlyList<(string Name, string? Value)> Hidden =>
        [
            (nameof(Key), Key),
            (nameof(By), By),
            (nameof(Body), Body),
            (nameof(On), On),
            (nameof(Effective), Effective),
            (nameof(Reference), Reference),
        ];

    private IReadOnlyList<string> Missing =>
        At.Book.Look(state =>
        {
            var version = state.Versions[Version - 1];
            return state
                .PartiesTo(version)
                .Where(partner => version.Approvals.All(item => item.Partner != partner))
                .ToList();
        });

    public IActionResult OnGet(int version)
    {
        if (NotThere(version) is { } missing)
        {
            return missing;
        }
        Key = BookRecorder.NewKey();
        By = Missing.Count > 0 ? Missing[0] : null;
        return Page();
    }

    public IActionResult OnPost(int version)
    {
        if (NotThere(version) is { } missing)
        {
            return missing;
        }
        if (Do is not ("check" or "record") || !Check())
        {
            return Page();
        }
        if (Do == "record")
        {
            return Record(
                $"approve\n{Text.Of(Version)}\n{Asked().ToRequest()}",
                (_, state, _) => Approving.Decide(state, Asked(), "the minute"),
                _ => At.Links.Version(Version)
            );
        }
        Try(state => Approving.Decide(state, Asked(), "the minute"));
        return Page();
    }

    private IActionResult? NotThere(int version)
    {
        Version = version;
        return Refused() ?? (version < 1 || version > At.Book.Look(state => state.Versions.Count) ? NotFound() : null);
    }

    private bool Check()
    {
        if (By is null || !At.Book.Look(state => state.Partners.Contains(By)))
        {
            Faults.Add("By", "Choose the council that has approved it");
        }
        if (string.IsNullOrWhiteSpace(Body))
        {
            Faults.Add("Body", "Enter who decided for the council");
        }
        if (Day(On) is null)
        {
            Faults.Add("On", "The day of the decision must be a real date, such as 15 March 2016");
        }
        if (!string.IsNullOrWhiteSpace(Effective) && Day(Effective) is null)
        {
            Faults.Add("Effective", "The day from which it has effect must be a real date, such as 23 March 2016");
        }
        return !Faults.Any;
    }

    private ApprovalAsked Asked() =>
        new(
            By!,
            Body!.Trim(),
            Day(On)!.Value,
            Day(Effective),
            Version,
            string.IsNullOrWhiteSpace(Reference) ? null : Reference.Trim(),
            null
        );

    private static DateOnly? Day(string? text) => FormDate.Day(text);
}
