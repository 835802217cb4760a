namespace Openbook.Web.Recording;

/// <summary>What came of recording a file.</summary>
/// <param name="Outcome">The record, or everything that stands against it.</param>
/// <param name="Seen">The last record of the Book that the file was checked against.</param>
/// <param name="IsOvertaken">Whether nothing was recorded because the Book had moved on since.</param>
public sealed record FileRecording(Outcome<Recorded> Outcome, int Seen, bool IsOvertaken);

/// <summary>
/// Records a file as it was checked: not if anything was recorded in the Book since, which may change what the check showed. It
/// belongs to no request, so that it can go on when that is over.
/// </summary>
/// <param name="upload">The file.</param>
/// <param name="key">The form's key.</param>
/// <param name="seen">The last record of the Book that the file was checked against.</param>
/// <param name="writer">Records in the Book.</param>
/// <param name="uploads">Keeps the file until then.</param>
public sealed class FileRecorder(Upload upload, string key, int seen, BookWriter writer, Uploads uploads)
{
    // Pages alone meet it, and say what was recorded since.
    private static readonly RefusalCode movedOn = new(
        "book-moved-on",
        "Something was recorded in the Book after the file was checked.",
        "Check the file again."
    );

    /// <summary>Reads the file once more and records it.</summary>
    public FileRecording Record(UploadWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var recorded = writer.Record(
            key,
            $"import\n{upload.Kind}\n{upload.Id}\n{upload.By}",
            (store, state, _) =>
                state.LastEntry == seen
                    ? UploadReading.Act(store, state, upload, work)
                    : movedOn.Because(movedOn.Meaning),
            work.Count
        );
        if (recorded.IsDone)
        {
            uploads.Recorded(upload, recorded.Value.Entry.Number);
        }
        return new FileRecording(recorded, seen, !recorded.IsDone && recorded.Refusals[0].Code == movedOn);
    }
}
