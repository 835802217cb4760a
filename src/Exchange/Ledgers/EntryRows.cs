using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>The entries of a Book as rows of a table: one row an entry, its fact in a sentence.</summary>
public static class EntryRows
{
    /// <summary>The columns but the last, which holds the entry's hash and which each reader calls by a word of its own.</summary>
    public const string HeaderBeforeHash = "number,recorded_at,by,effective,kind,what,corrects,reason,authority";

    /// <summary>An entry's cells, each as it is, the hash last.</summary>
    public static IReadOnlyList<string> Of(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return
        [
            Text.Of(entry.Number),
            Dates.Moment(entry.RecordedAt),
            entry.By,
            Dates.Iso(entry.Effective),
            entry.Fact.Kind,
            Sentences.Of(entry.Fact),
            entry.Corrects is { } corrects ? Text.Of(corrects) : "",
            entry.Reason ?? "",
            entry.Authority ?? "",
            entry.Hash,
        ];
    }
}
