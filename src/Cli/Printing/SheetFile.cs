using Openbook.Exchange;

namespace Openbook.Cli.Printing;

/// <summary>Writes what would be CSV as a workbook, with real numbers and dates.</summary>
internal static class SheetFile
{
    /// <summary>Writes rows below a header of CSV to a file, whole or not at all.</summary>
    public static int Write(
        Shell shell,
        string? to,
        string sheet,
        string header,
        IEnumerable<IReadOnlyList<string>> rows
    )
    {
        if (to is null)
        {
            throw new UsageException("--format xlsx needs --out, the file to write.");
        }
        var path = shell.PathOf(to);
        var beside = path + ".part";
        try
        {
            using (var file = File.Create(beside))
            {
                WorkbookWriter.Write(file, sheet, SheetColumns.Of(header), rows);
            }
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
        shell.Out.WriteLine($"Written to {to}.");
        return Exit.Done;
    }
}
