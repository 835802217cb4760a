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
    public bool IsRecording => Working is UploadWork<Outcome<Recorded>>;

    public string FaultSummary =>
        Check!.FaultCount == 1
            ? $"{Upload.Name} has a fault."
            : $"{Upload.Name} has {Text.Grouped(Check.FaultCount)} faults.";

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (NotThere(id) is { } missing)
        {
            return missing;
        }
        if (works.Find(id) is not UploadWork<Outcome<Recorded>> recording)
        {
            return await Look();
        }
        return await IsDone(recording) ? await Told(recording) : Page();
    }

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

    public async Task<IActionResult> OnPostAsync(string id, string? map, bool skipKnown)
    {
        if (NotThere(id) is { } missing)
        {
            return missing;
        }
        if (Do != "record")
        {
            return ReadAgain(map, skipKnown);
        }
        // Who sends the form twice looks at the same work.
        var recording = works.Find(id) as UploadWork<Outcome<Recorded>> ?? works.Start(id, Key, Record());
        return await IsDone(recording) ? await Told(recording) : Redirect(At.Links.ImportCheck(id));
    }

    private RedirectResult ReadAgain(string? map, bool skipKnown)
    {
        if (Upload.Kind == "costs" && works.Find(Upload.Id) is not UploadWork<Outcome<Recorded>>)
        {
            uploads.Put(
                Upload with
                {
                    Map = string.IsNullOrWhiteSpace(map) ? null : map,
                    SkipKnown = skipKnown,
                    Revision = Upload.Revision + 1,
                }
            );
        }
        return Redirect(At.Links.ImportCheck(Upload.Id));
    }

    // Nothing in it may belong to the request, which may be over before it.
    private Func<UploadWork, Outcome<Recorded>> Record()
    {
        var (upload, key) = (Upload, Key);
        return work =>
        {
            var recorded = recorder.Record(
                key,
                $"import\n{upload.Kind}\n{upload.Id}\n{upload.By}",
                (store, state, _) => UploadReading.Act(store, state, upload, work),
                work.Count
            );
            if (recorded.IsDone)
            {
                uploads.Recorded(upload, recorded.Value.Entry.Number);
            }
            return recorded;
        };
    }

    private async Task<IActionResult> Told(UploadWork<Outcome<Recorded>> recording)
    {
        works.Forget(Upload.Id);
        var answer = GoOn(recording.Result, entry => At.Links.Entry(entry.Number));
        return Faults.Any ? await Look() : answer;
    }

    private async Task<IActionResult> Look()
    {
        Key = BookRecorder.NewKey();
        var upload = Upload;
        var looking = works.Start(upload.Id, (upload.Revision, At.Book.LastEntry), work => checker.Of(upload, work));
        if (!await IsDone(looking))
        {
            return Page();
        }
        if (!looking.Task.IsCompletedSuccessfully)
        {
            works.Forget(Upload.Id);
        }
        Check = looking.Result;
        // A map may have been drafted.
        Upload = uploads.Find(At.Book.Code, upload.Id) ?? upload;
        return Page();
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
