using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Openbook.Exchange;
using Openbook.Web.Books;
using Openbook.Web.Components;
using Openbook.Web.Costs;
using Openbook.Web.Recording;

namespace Openbook.Web.Pages.Book;

/// <summary>Makes a map of a file by saying what each of its columns is, and shows how it reads the first rows.</summary>
public sealed class ImportColumnsModel(
    BookOnPage place,
    BookRecorder recorder,
    Uploads uploads,
    UploadWorks works,
    SiteOptions options
) : RecordingPage(place, recorder)
{
    private const int MostFaults = 20;
    private const string SecondsToWait = "10";
    private static readonly DateOnly Example = new(2026, 4, 5);

    public Upload Upload { get; private set; } = null!;

    /// <summary>Whether the file was not read, because others were being read all the while.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>What the form shows.</summary>
    public ColumnsForm Form { get; private set; } = null!;

    /// <summary>The file's columns; null if they cannot be seen.</summary>
    public FileColumns? Seen => Form.File;

    /// <summary>The first rows as in the file and as they are understood.</summary>
    public IReadOnlyList<RowReading> Rows { get; private set; } = [];

    /// <summary>Every fault of the rows looked at, and of the file as a whole.</summary>
    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    /// <summary>Faults that stand at none of the rows shown: of the file as a whole, then of later rows.</summary>
    public IReadOnlyList<Refusal> OtherFaults =>
        [.. Refusals.Where(fault => Seen?.Rows.Contains(fault.Place?.Row ?? 0) is not true).Take(MostFaults)];

    /// <summary>Whether there is a text of a map that cannot be read.</summary>
    public bool IsUnreadable => Upload.Map is { } text && !MapText.Read(text, "the map").IsDone;

    public string FaultSummary =>
        $"{(Seen!.IsCut ? "Of this long file the beginning was looked at. " : "")}"
        + (
            Refusals.Count == 0
                ? "Every row looked at can be read."
                : $"{Text.Count(Refusals.Count, "fault")} in the rows looked at."
        );

    /// <summary>The codes that words may mean, with their words.</summary>
    public IReadOnlyList<(string Value, string Words)> CodesOf(string field)
    {
        var known = KnownCodesOf(field);
        var choices = Form.Choices;
        var used = (choices.Words.GetValueOrDefault(field)?.Values ?? [])
            .Append(choices.Otherwise.GetValueOrDefault(field, ""))
            .Append(choices.Given.GetValueOrDefault(field, ""))
            .Where(code => code.Length > 0 && known.TrueForAll(item => item.Value != code))
            .Distinct();
        return [.. known, .. used.Select(code => (code, $"{code} (not in the agreement)"))];
    }

    /// <summary>What a word of a column was chosen to mean, or means already because it is a code.</summary>
    public string MeaningOf(string field, string word)
    {
        var plain = CostMap.Plain(word);
        // Where the map lists words, a code that it does not list is a word like any other.
        return Form.Choices.Words.GetValueOrDefault(field) is { } words
            && (words.Count > 0 || Form.Map.Words.ContainsKey(field))
                ? words.FirstOrDefault(item => CostMap.Plain(item.Key) == plain).Value ?? ""
            : CodesOf(field).Any(code => code.Value == word) ? word
            : "";
    }

    /// <summary>Forms of dates to choose from, each with an example: the usual ones, and the one that is chosen.</summary>
    public static IReadOnlyList<(string Name, string Example)> DateForms(string chosen) =>
        [
            .. DateForm
                .Usual.Concat(
                    DateForm.Usual.Any(form => form.Name == chosen) || DateForm.Find(chosen) is not { } other
                        ? []
                        : [other]
                )
                .Select(form => (form.Name, $"{form.Write(Example)} ({form.Name})")),
        ];

    /// <summary>What is understood of a line, field by field: as a file says it, and as pages do.</summary>
    public IReadOnlyList<(string Field, string Read, string Shown)> Understood(LinePreview line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var amount = line.Pence is { } pence ? Show.Pounds(pence) : "?";
        return
        [
            ("date", line.Date, line.Date),
            ("service", line.Service, At.Named.Service(line.Service)),
            ("paid_by", line.PaidBy, At.Named.Partner(line.PaidBy)),
            ("kind", line.Kind, Show.Kind(line.Kind)),
            ("amount", amount, amount),
            ("supplier", line.Supplier, line.Supplier),
            ("description", line.Description, line.Description),
        ];
    }

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if ((NotThere(id) ?? await NotNow()) is { } missing)
        {
            return missing;
        }
        Form = ColumnsForm.Of(Upload, Map());
        Faults.Add(Form.Refusals);
        Look(Form.Map);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if ((NotThere(id) ?? await NotNow()) is { } missing)
        {
            return missing;
        }
        var before = Map();
        Form = ColumnsForm.Posted(
            Upload,
            before,
            Request.Form,
            Faults,
            field => KnownCodesOf(field).Select(code => code.Value).ToHashSet()
        );
        if (Faults.Any)
        {
            return Page();
        }
        if (MapText.Read(Form.Text, "the map") is { IsDone: false } faulty)
        {
            Faults.Add(faulty.Refusals.Select(refusal => refusal with { Place = null }).Distinct());
            return Page();
        }
        // A text that says the same stays as a person wrote it.
        if (Upload.Map is null || !MapText.AreSame(Form.Map, before))
        {
            var changed = Upload with { Map = Form.Text, Unclear = [], Revision = Upload.Revision + 1 };
            if (!uploads.Change(Upload, changed))
            {
                return Redirect(At.Links.ImportCheckChanged(id));
            }
        }
        return Redirect(Do == "check" ? At.Links.ImportCheck(id) : $"{At.Links.ImportColumns(id)}#read");
    }

    /// <summary>The map as a file, as the command line takes it.</summary>
    public async Task<IActionResult> OnGetMapAsync(string id)
    {
        if ((NotThere(id) ?? await NotNow()) is { } missing)
        {
            return missing;
        }
        var bytes = System.Text.Encoding.UTF8.GetBytes(Upload.Map ?? MapText.Of(Map()));
        return File(bytes, "text/yaml; charset=utf-8", $"{Path.GetFileNameWithoutExtension(Upload.Name)}.map.yaml");
    }

    private List<(string Value, string Words)> KnownCodesOf(string field) =>
        field switch
        {
            "service" => [.. At.Named.Services.Select(item => (item.Key, $"{item.Value} ({item.Key})"))],
            "paid_by" => [.. At.Names.Select(item => (item.Key, item.Value))],
            "kind" => [.. CostWords.KindWords.Select(word => (word, Words.Begin(word)))],
            _ => [.. CostWords.NatureWords.Select(word => (word, Words.Begin(word)))],
        };

    // The map so far, or a draft, or nothing but how the file is written.
    private CostMap Map()
    {
        var text = Upload.Map;
        if (text is null)
        {
            var draft = MapDraft.OfStart(Upload.Path, new DraftCodes(Upload.By, At.Terms.Services[0].Code));
            text = draft.IsDone ? draft.Value.Text : null;
        }
        return text is not null && MapText.Read(text, "the map") is { IsDone: true } map
            ? map.Value
            : FileColumns.Blank(Upload.Path);
    }

    private void Look(CostMap map)
    {
        if (Seen is null || map.Columns.Count == 0)
        {
            return;
        }
        var source = Seen.Read(map);
        Refusals = source.Lines.Refusals;
        Rows = RowReading.Of(Seen, map, source);
    }

    private IActionResult? NotThere(string id) =>
        Refused() is { } refused ? refused
        : uploads.Find(At.Book.Code, id) is { Kind: "costs", Record: null } found
        && works.Find(id) is not UploadWork<FileRecording>
            ? Take(found)
        : NotFound();

    // A workbook takes as much to read as any work on a file: the page waits for its turn, and has it until its view is made.
    private async Task<IActionResult?> NotNow()
    {
        if (!FileColumns.AreHeavy(Upload.Path))
        {
            return null;
        }
        if (await works.Place(options.TurnPatience, HttpContext.RequestAborted) is { } turn)
        {
            Response.RegisterForDispose(turn);
            return null;
        }
        IsBusy = true;
        Response.Headers.RetryAfter = SecondsToWait;
        return new PageResult { StatusCode = StatusCodes.Status503ServiceUnavailable };
    }

    private IActionResult? Take(Upload found)
    {
        Upload = found;
        return null;
    }
}
