using Openbook.Domain;
using Openbook.Exchange;

namespace Openbook.Cli.Printing;

/// <summary>Prints statements as CSV: one row a line or figure, amounts in pounds.</summary>
internal static class StatementCsv
{
    public static void Print(Shell shell, IEnumerable<Statement> statements, string? only)
    {
        shell.Out.WriteLine(StatementRows.Header);
        foreach (var row in StatementRows.Of(statements, only))
        {
            shell.Out.WriteLine(string.Join(',', row.Select(CsvText.Cell)));
        }
    }
}
