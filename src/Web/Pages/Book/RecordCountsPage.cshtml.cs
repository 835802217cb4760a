using Microsoft.AspNetCore.Mvc;
using Openbook.Exchange;
using Openbook.Web.Books;
using Openbook.Web.Components;
using Openbook.Web.Forms;
using Openbook.Web.Recording;

namespace Openbook.Web.Pages.Book;

/// <summary>Records what was counted of an apportionment basis, after a look at what that changes.</summary>
public sealed class RecordCountsPageModel(BookOnPage place, BookRecorder recorder, Consequences consequences)
    : RecordingPage(place, recorder)
{
    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    public string Driver { get; private set; } = "";

    /// <summary>The basis by its name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What the counts would change.</summary>
    public Effect? Effect { get; private set; }

    public IReadOnlyList<FormField> CountFields =>
        [
            .. Counted.Select(council => new FormField(
                FieldOf(council),
                council.Name,
                null,
                Entered(council),
                Faults.Of(FieldOf(council))
            )
            {
                Width = "govuk-input--width-10",
                IsNumber = true,
            }),
        ];

    public IReadOnlyList<(string What, string Answer)> Answers =>
        [
            ("Counted on", Dates.Words(Day!.Value)),
            .. Counts.Select(count => (At.Names.GetValueOrDefault(count.Partner, count.Partner), Part(count))),
            ("Who says so", Source!),
            ("Recorded for", At.Names.GetValueOrDefault(By!, By!)),
        ];

    public IReadOnlyList<(string Name, string? Value)> Hidden =>
        [
            (nameof(Key), Key),
            (nameof(On), On),
            .. Counted.Select(council => (FieldOf(council), Entered(council))),
            (nameof(Source), Source),
            (nameof(By), By),
        ];

    private DateOnly? Day => FormDate.Day(On);

    // The day decides which councils there are; without one, those of the first open month.
    private IReadOnlyList<Partner> Counted =>
        At.Book.Look(state => RecordCounts.CouncilsOn(state, Day ?? (state.FirstOpen ?? state.Starts).Last));

    private IReadOnlyList<DriverCount> Counts =>
        [
            .. Counted.Select(council => new DriverCount(
                Day!.Value,
                Driver,
                council.Code,
                Read(council)!.Value,
                Source!.Trim()
            )),
        ];

    public IActionResult OnGet(string driver)
    {
        if (NotThere(driver) is { } missing)
        {
            return missing;
        }
        Key = BookRecorder.NewKey();
        By = At.Book.Look(state => state.Host);
        return Page();
    }

    public IActionResult OnPost(string driver)
    {
        if (NotThere(driver) is { } missing)
        {
            return missing;
        }
        if (Do is not ("check" or "record") || !Check())
        {
            return Page();
        }
        var written = CountsText.Of($"{Driver}-{Dates.Iso(Day!.Value)}.csv", Counts);
        if (!written.IsDone)
        {
            Faults.Add(written.Refusals);
            return Page();
        }
        var file = written.Value;
        if (Do == "record")
        {
            return Record(
                $"counts\n{file.ToText()}",
                (_, state, _) => Decide(state, file),
                _ => At.Links.Basis(Driver)
            );
        }
        if (Try(state => Decide(state, file)) is not null)
        {
            Effect = consequences.Of("counts", new Imagined.Counts(file.ToSource(), CountsFile.Read(file)));
        }
        return Page();
    }

    private Outcome<Act> Decide(BookState state, SourceFile file) =>
        FileAct.Counts(state, RecordCounts.Decide(state, file.ToSource(), CountsFile.Read(file)), By);

    private IActionResult? NotThere(string driver)
    {
        if (Refused() is { } refused)
        {
            return refused;
        }
        Driver = driver;
        Name = At.Named.Driver(driver);
        return At.Book.Look(CountHistory.Drivers).Contains(driver) ? null : NotFound();
    }

    private bool Check()
    {
        if (Day is null)
        {
            Faults.Add("On", "The day of the count must be a real date, such as 30 September 2016");
        }
        foreach (var council in Counted.Where(council => Read(council) is null))
        {
            Faults.Add(FieldOf(council), $"The count for {council.Name} must be a number, such as 4200 or 12.5");
        }
        Faults.CheckText("Source", Source, "Enter who says so, such as a system's report", "The source");
        CheckCouncil();
        return !Faults.Any;
    }

    private string Part(DriverCount count)
    {
        var whole = Counts.Aggregate(System.Numerics.BigInteger.Zero, (sum, item) => sum + item.Count.Millionths);
        return whole.IsZero
            ? count.Count.ToGrouped()
            : $"{count.Count.ToGrouped()} ({Percent.Of(count.Count.Millionths, whole)})";
    }

    private string? Entered(Partner council) =>
        Request.HasFormContentType ? Request.Form[FieldOf(council)].ToString() : null;

    private Weight? Read(Partner council) =>
        Weight.TryParse((Entered(council) ?? "").Trim(), out var count) ? count : null;

    private static string FieldOf(Partner council) => $"Count-{council.Code}";
}
