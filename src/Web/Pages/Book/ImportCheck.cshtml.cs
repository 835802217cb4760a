using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Openbook.Web.Books;
using Openbook.Web.Recording;

namespace Openbook.Web.Pages.Book;

/// <summary>
/// Shows how a file will be read, where it goes and every fault in it; records it when that is confirmed. What takes long goes on
/// without the page, which shows how far it is.
/// </summary>
public sealed class ImportCheckModel(
    BookOnPage place,
    BookRecorder recorder,
    Uploads uploads,
    UploadWorks works,
    FileChecker checker,
    SiteOptions options
) : RecordingPage(place, recorder)
{
    private readonly BookRecorder recorder = recorder;

    public Upload Upload { get; private set; } = null!;

    /// <summary>What came of looking at the file; null while that goes on.</summary>
    public FileCheck? Check { get; private set; }

    /// <summary>What goes on meanwhile; null if nothing does.</summary>
    public UploadWork? Working { get; private set; }

    /// <summary>Whether the file is being recorded.</summary>
    public bool IsRecording => Working is UploadWork<FileRecording>;

    /// <summary>Whether something was recorded since the file was checked.</summary>
    public bool IsBehind => Check!.LastEntry < At.Book.LastEntry;

    /// <summary>
    /// What was recorded since the file was checked, oldest first: since the check that is shown, or since the one before it, which
    /// was confirmed too late.
    /// </summary>
    public IReadOnlyList<Entry> RecordedSince =>
        [.. At.Book.Entries.Skip(OvertakenAt ?? Check?.LastEntry ?? At.Book.LastEntry).Select(stored => stored.Entry)];

    /// <summary>This page, with what it has to say of a recording that was not made.</summary>
    public string Here =>
        IsChanged ? At.Links.ImportCheckChanged(Upload.Id)
        : OvertakenAt is { } seen ? At.Links.ImportCheckOvertaken(Upload.Id, seen)
        : At.Links.ImportCheck(Upload.Id);

    private bool IsChanged => Request.Query.ContainsKey("changed");

    // The last record that was there when the file was checked, if that was confirmed only after the next one.
    private int? OvertakenAt =>
        int.TryParse(Request.Query["since"], NumberStyles.None, Text.Invariant, out var seen) ? seen : null;

    public string FaultSummary =>
        Check!.FaultCount == 1
            ? $"{Upload.Name} has a fault."
            : $"{Upload.Name} has {Text.Grouped(Check.FaultCount)} faults.";

    public async Task<IActionResult> OnGetAsync(string id) => NotThere(id) ?? await Look();

    /// <summary>How far the work is, for a script that looks now and then.</summary>
    public IActionResult OnGetProgress(string id)
    {
        if (NotThere(id) is { } missing)
        {
            return missing;
        }
        var work = works.Find(id);
        return new JsonResult(new { words = work?.InWords ?? "", done = work is null || work.Task.IsCompleted });
    }

    /// <summary>Records the file, or notes how it is to be read again.</summary>
    /// <param name="id">The file's id.</param>
    /// <param name="map">How the file is to be read, if it shall be read again.</param>
    /// <param name="skipKnown">Whether lines that are recorded already are left out.</param>
    /// <param name="revision">Which reading was checked, if that shall be recorded.</param>
    /// <param name="seen">The last record of the Book that it was checked against.</param>
    public async Task<IActionResult> OnPostAsync(string id, string? map, bool skipKnown, int? revision, int seen)
    {
        if (NotThere(id) is { } missing)
        {
            return missing;
        }
        if (Do != "record")
        {
            return ReadAgain(map, skipKnown);
        }
        // What is recorded is what was checked, and not what somebody made of it since.
        if (Upload.Revision != revision || Upload.SkipKnown != skipKnown)
        {
            return Redirect(At.Links.ImportCheckChanged(id));
        }
        // Who sends the form twice looks at the same work.
        var record = new FileRecorder(Upload, Key, seen, recorder.Later(), uploads);
        var recording = works.Start(id, Key, record.Record, lasts: true);
        return await IsDone(recording) ? await Told(recording) : Redirect(At.Links.ImportCheck(id));
    }

    private RedirectResult ReadAgain(string? map, bool skipKnown)
    {
        if (Upload.Kind != "costs" || works.Find(Upload.Id) is { Lasts: true })
        {
            return Redirect(At.Links.ImportCheck(Upload.Id));
        }
        // Browsers end lines in their own way.
        var text = string.IsNullOrWhiteSpace(map) ? null : map.ReplaceLineEndings("\n");
        var isSame = text?.Trim() == Upload.Map?.ReplaceLineEndings("\n").Trim();
        var again = Upload with { SkipKnown = skipKnown, Revision = Upload.Revision + 1 };
        return Redirect(
            uploads.Change(Upload, isSame ? again : again with { Map = text, Unclear = [] })
                ? At.Links.ImportCheck(Upload.Id)
                : At.Links.ImportCheckChanged(Upload.Id)
        );
    }

    private async Task<IActionResult> Look()
    {
        Key = BookRecorder.NewKey();
        SayWhyNothingWasRecorded();
        var (upload, checks) = (Upload, checker);
        // A check that goes on or that nobody saw is not begun again for what was recorded meanwhile: the page says so.
        if (
            works.Find(upload.Id) is UploadWork<FileCheck> { IsTold: true } old
            && old.Result.LastEntry != At.Book.LastEntry
        )
        {
            works.Forget(upload.Id, old);
        }
        var work = works.Start(upload.Id, upload.Revision, it => checks.Of(upload, it));
        return await IsDone(work) ? await Told(work) : Page();
    }

    // What was stopped is looked at again; what broke is begun anew when somebody looks again.
    private async Task<IActionResult> Told(UploadWork work)
    {
        if (work.Lasts || !work.Task.IsCompletedSuccessfully)
        {
            works.Forget(Upload.Id, work);
        }
        if (work.WasStopped)
        {
            return Redirect(Here);
        }
        if (work is UploadWork<FileRecording> { Result: var recording })
        {
            if (recording.IsOvertaken)
            {
                return Redirect(At.Links.ImportCheckOvertaken(Upload.Id, recording.Seen));
            }
            var answer = GoOn(recording.Outcome, entry => At.Links.Entry(entry.Number));
            return Faults.Any ? await Look() : answer;
        }
        return Shown((UploadWork<FileCheck>)work);
    }

    private IActionResult Shown(UploadWork<FileCheck> checking)
    {
        var check = checking.Result;
        // A map may have been drafted, or somebody may have changed it.
        if (uploads.Find(At.Book.Code, Upload.Id) is not { Record: null } now || now.Revision != Upload.Revision)
        {
            return Redirect(Here);
        }
        checking.IsTold = true;
        (Upload, Check) = (now, check);
        return Page();
    }

    private void SayWhyNothingWasRecorded()
    {
        if (IsChanged)
        {
            Faults.Add(
                "",
                "How the file is read was changed after you checked it, so nothing was recorded. Look at the lines again before you record them"
            );
        }
        else if (OvertakenAt is not null && RecordedSince.Count > 0)
        {
            Faults.Add(
                "",
                "Something else was recorded in this Book after you checked the file, so the file was not recorded. Look at what that changes before you record it"
            );
        }
    }

    // Most files take less time than a person notices; of the others the page says how far they are.
    private async Task<bool> IsDone(UploadWork work)
    {
        await Task.WhenAny(work.Task, Task.Delay(options.Patience, HttpContext.RequestAborted));
        Working = work.Task.IsCompleted ? null : work;
        return Working is null;
    }

    private IActionResult? NotThere(string id)
    {
        if (Refused() is { } refused)
        {
            return refused;
        }
        if (uploads.Find(At.Book.Code, id) is not { } found)
        {
            return NotFound();
        }
        Upload = found;
        return found.Record is { } record ? Redirect($"{At.Links.Entry(record)}?recorded={Text.Of(record)}") : null;
    }
}
