using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Openbook.Web.Tests.Given;

/// <summary>An answer of the site, read as a browser reads it.</summary>
public sealed partial class ASitePage
{
    private ASitePage(string path, HttpResponseMessage answer, string body)
    {
        Path = path;
        Status = answer.StatusCode;
        Location = answer.Headers.Location?.ToString();
        Headers = answer
            .Headers.Concat(answer.Content.Headers)
            .ToDictionary(item => item.Key, item => string.Join(", ", item.Value), StringComparer.OrdinalIgnoreCase);
        Body = body;
        Document = new HtmlParser().ParseDocument(body);
    }

    private ASitePage(ASitePage other, string body)
    {
        (Path, Status, Location, Headers) = (other.Path, other.Status, other.Location, other.Headers);
        Body = body;
        Document = new HtmlParser().ParseDocument(body);
    }

    public string Path { get; }

    public HttpStatusCode Status { get; }

    /// <summary>Where it sends the browser, if it does.</summary>
    public string? Location { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    public string Body { get; }

    public IHtmlDocument Document { get; }

    public string Title => Document.Title ?? "";

    /// <summary>The page's heading.</summary>
    public string Heading => Words(Document.QuerySelector("h1")?.TextContent);

    /// <summary>The words of its main part, each run of blanks as one.</summary>
    public string Text => Words(Document.QuerySelector("main")?.TextContent ?? Body);

    /// <summary>The addresses of this site that it links to.</summary>
    public IEnumerable<string> Links =>
        Document
            .QuerySelectorAll("a[href]")
            .Select(link => link.GetAttribute("href")!)
            .Where(href => href.StartsWith('/'));

    /// <summary>The words of what matches.</summary>
    public IReadOnlyList<string> All(string selector) =>
        [.. Document.QuerySelectorAll(selector).Select(found => Words(found.TextContent))];

    /// <summary>The rows of a table by its caption, header first, cells as words.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Table(string caption)
    {
        var table = Document
            .QuerySelectorAll("table")
            .FirstOrDefault(found =>
                Words(found.QuerySelector("caption")?.TextContent).StartsWith(caption, StringComparison.Ordinal)
            );
        Assert.True(table is not null, $"{Path} has no table \"{caption}\".");
        return
        [
            .. table
                .QuerySelectorAll("tr")
                .Select(row => (IReadOnlyList<string>)[.. row.Children.Select(cell => Words(cell.TextContent))]),
        ];
    }

    /// <summary>What a browser would send with a form.</summary>
    internal MultipartFormDataContent Form(string selector, (string Name, string Value)[] fields, out string action)
    {
        var form = (IHtmlFormElement?)Document.QuerySelector(selector);
        Assert.True(form is not null, $"{Path} has no form {selector}.");
        action = form.GetAttribute("action") is { Length: > 0 } named ? named : Path;
        var content = new MultipartFormDataContent();
        foreach (var hidden in form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]"))
        {
            content.Add(new StringContent(hidden.Value), hidden.Name!);
        }
        foreach (var (name, value) in fields)
        {
            Assert.True(form.QuerySelector($"[name='{name}']") is not null, $"The form of {Path} has no field {name}.");
            content.Add(new StringContent(value), name);
        }
        return content;
    }

    internal static ASitePage Of(string path, HttpResponseMessage answer)
    {
        using var reader = new StreamReader(answer.Content.ReadAsStream());
        return new ASitePage(path, answer, reader.ReadToEnd());
    }

    /// <summary>The same answer with something changed in it.</summary>
    internal ASitePage With(Action<IHtmlDocument> change)
    {
        var document = new HtmlParser().ParseDocument(Body);
        change(document);
        return new ASitePage(this, document.DocumentElement.OuterHtml);
    }

    private static string Words(string? text) => Blanks().Replace(text ?? "", " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
