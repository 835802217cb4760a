using System.Text;
using Openbook.Domain;

namespace Openbook.Cli.Printing;

/// <summary>Shows the first lines of a file as they would be recorded.</summary>
internal static class LinesPreview
{
    /// <summary>How many lines are shown.</summary>
    public const int Lines = 10;

    private const int Longest = 32;

    /// <summary>Prints the first lines of a batch.</summary>
    public static void Print(Shell shell, TextWriter to, CostBatch batch)
    {
        byte[] buffer = [];
        byte[] scratch = [];
        var count = Math.Min(Lines, batch.Lines.Length);
        var texts = batch.Texts.Range(0, count, ref buffer);
        var table = new TextTable(">Row", "Date", "Service", "Paid by", "Kind", ">Amount", "Supplier", "Description");
        for (var i = 0; i < count; i++)
        {
            var line = batch.Lines[i];
            var words = texts.Read(i, ref scratch);
            table.Row(
                Domain.Text.Of(line.Row),
                line.Unreadable.HasFlag(Unreadable.Month) ? "?" : Dates.Iso(DateOnly.FromDayNumber(line.Day)),
                line.Unreadable.HasFlag(Unreadable.Service) ? "?" : batch.Names[line.Service],
                line.Unreadable.HasFlag(Unreadable.PaidBy) ? "?" : batch.Names[line.PaidBy],
                CostWords.Of(line.Kind),
                line.Unreadable.HasFlag(Unreadable.Other) ? "?" : new Money(line.Pence).ToPounds(),
                Short(words.Supplier),
                Short(words.Description)
            );
        }
        table.Print(shell, to);
    }

    private static string Short(ReadOnlySpan<byte> text)
    {
        var words = Encoding.UTF8.GetString(text).ReplaceLineEndings(" ");
        return words.Length > Longest ? words[..(Longest - 1)] + "…" : words;
    }
}
