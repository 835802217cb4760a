using System.Text;

namespace Openbook.Web.Recording;

/// <summary>A line of a file as it would be recorded; what could not be read is a question mark.</summary>
public sealed record LinePreview(
    int Row,
    string Date,
    string Service,
    string PaidBy,
    string Kind,
    long? Pence,
    string Supplier,
    string Description
)
{
    /// <summary>The first lines of a batch.</summary>
    public static IReadOnlyList<LinePreview> First(CostBatch batch, int most)
    {
        ArgumentNullException.ThrowIfNull(batch);
        byte[] buffer = [];
        byte[] scratch = [];
        var count = Math.Min(most, batch.Lines.Length);
        var texts = batch.Texts.Range(0, count, ref buffer);
        var lines = new List<LinePreview>();
        for (var i = 0; i < count; i++)
        {
            var line = batch.Lines[i];
            var words = texts.Read(i, ref scratch);
            lines.Add(
                new LinePreview(
                    line.Row,
                    line.Unreadable.HasFlag(Unreadable.Month) ? "?" : Dates.Words(DateOnly.FromDayNumber(line.Day)),
                    line.Unreadable.HasFlag(Unreadable.Service) ? "?" : batch.Names[line.Service],
                    line.Unreadable.HasFlag(Unreadable.PaidBy) ? "?" : batch.Names[line.PaidBy],
                    CostWords.Of(line.Kind),
                    line.Unreadable.HasFlag(Unreadable.Other) ? null : line.Pence,
                    Encoding.UTF8.GetString(words.Supplier),
                    Encoding.UTF8.GetString(words.Description)
                )
            );
        }
        return lines;
    }
}
