using Openbook.Exchange;
using Openbook.Web.Books;

namespace Openbook.Web.Downloads;

/// <summary>In what form a table is downloaded.</summary>
/// <param name="Word">Its word in addresses, and the ending of the file.</param>
/// <param name="Name">Its name on pages.</param>
/// <param name="ContentType">Its media type.</param>
public sealed record DownloadForm(string Word, string Name, string ContentType)
{
    /// <summary>For spreadsheets and other programs.</summary>
    public static DownloadForm Csv { get; } = new("csv", "CSV", "text/csv; charset=utf-8; header=present");

    /// <summary>A workbook.</summary>
    public static DownloadForm Xlsx { get; } =
        new("xlsx", "Excel (XLSX)", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /// <summary>For programs.</summary>
    public static DownloadForm Json { get; } = new("json", "JSON", "application/json; charset=utf-8");

    /// <summary>All forms.</summary>
    public static IReadOnlyList<DownloadForm> All { get; } = [Csv, Xlsx, Json];

    /// <summary>The form of a word; null for any other.</summary>
    public static DownloadForm? Of(string? word) => All.FirstOrDefault(form => form.Word == word);

    /// <summary>Whether a table of so many rows can be written so.</summary>
    public bool Holds(int rows) => this != Xlsx || rows < WorkbookWriter.MostRows;
}

/// <summary>The links under a table.</summary>
/// <param name="What">What is downloaded, such as "these lines".</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Href">The address of the page that shows the table.</param>
public sealed record DownloadLinks(string What, int Rows, string Href)
{
    /// <summary>The forms that can be had.</summary>
    public IEnumerable<DownloadForm> Forms => DownloadForm.All.Where(form => form.Holds(Rows));

    /// <summary>The address of the file.</summary>
    public string Of(DownloadForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return BookLinks.And(Href, $"as={form.Word}");
    }
}
