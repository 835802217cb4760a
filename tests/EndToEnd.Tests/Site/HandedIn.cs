using System.Text.RegularExpressions;
using Openbook.Schemas;

namespace Openbook.EndToEnd.Tests.Site;

/// <summary>Files that were handed in to the site over the samples and wait to be confirmed, for the pages about them.</summary>
internal static partial class HandedIn
{
    // With characters that HTML must not take for its own.
    private const string Spend =
        "Service,Date Paid,Net Amount,Paid by,Description\nnetworks,05/01/2018,1.00,camden,A & <b>\n";

    private const string OfSecondSheet = """
        sheet: February
        columns: { supplier: Supplier Name, date: Payment Date, amount: Net Amount }
        fixed: { service: networks, paid_by: camden }
        dates: dd/mm/yyyy

        """;

    private static readonly Lazy<Task<string>> text = new(() =>
        Hand("spend.csv", System.Text.Encoding.UTF8.GetBytes(Spend))
    );
    private static readonly Lazy<Task<string>> workbook = new(Workbook);

    /// <summary>An address with what stands for a file in it: <c>{text}/columns</c>, <c>{workbook}</c>.</summary>
    public static async Task<string> Address(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.StartsWith("{text}", StringComparison.Ordinal) ? await text.Value + path["{text}".Length..]
            : path.StartsWith("{workbook}", StringComparison.Ordinal)
                ? await workbook.Value + path["{workbook}".Length..]
            : path;
    }

    // Read by its second sheet.
    private static async Task<string> Workbook()
    {
        var path = await Hand("two.xlsx", TwoSheets.Bytes());
        using var client = new HttpClient { BaseAddress = ServedSite.Sample.Address };
        using var fields = new MultipartFormDataContent
        {
            { new StringContent(await Token(client, path)), "__RequestVerificationToken" },
            { new StringContent("read"), "Do" },
            { new StringContent(OfSecondSheet), "Map" },
        };
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), fields);
        answer.EnsureSuccessStatusCode();
        return path;
    }

    private static async Task<string> Hand(string name, byte[] bytes)
    {
        const string form = "/books/cih/import";
        using var client = new HttpClient { BaseAddress = ServedSite.Sample.Address };
        using var fields = new MultipartFormDataContent
        {
            { new StringContent(await Token(client, form)), "__RequestVerificationToken" },
            { new StringContent("costs"), "Kind" },
            { new StringContent("camden"), "By" },
            { new ByteArrayContent(bytes), "File", name },
        };
        using var check = await client.PostAsync(new Uri(form, UriKind.Relative), fields);
        check.EnsureSuccessStatusCode();
        return check.RequestMessage!.RequestUri!.AbsolutePath;
    }

    private static async Task<string> Token(HttpClient client, string path) =>
        TokenIn().Match(await client.GetStringAsync(new Uri(path, UriKind.Relative))).Groups[1].Value;

    [GeneratedRegex("__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex TokenIn();
}
