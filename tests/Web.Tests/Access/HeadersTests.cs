using System.Net;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Access;

public sealed class HeadersTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/books/cih")]
    [InlineData("/nothing/here")]
    [InlineData("/assets/site.css")]
    public void Every_answer_forbids_what_no_page_needs(string path)
    {
        var headers = ASite.OverSample.Get(path).Headers;
        Assert.StartsWith("default-src 'none'", headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
        Assert.False(headers.ContainsKey("Server"));
        Assert.False(headers.ContainsKey("Set-Cookie"), "Reading needs no cookie.");
    }

    [Fact]
    public void Stylesheet_and_scripts_are_there_and_may_be_kept_and_pages_may_not()
    {
        var page = ASite.OverSample.Open("/");
        var assets = page
            .Document.QuerySelectorAll("link[href], script[src]")
            .Select(item => item.GetAttribute("href") ?? item.GetAttribute("src")!)
            .ToList();
        Assert.Equal(4, assets.Count);
        Assert.All(
            assets,
            asset =>
                Assert.Contains(
                    "immutable",
                    ASite.OverSample.Open(asset).Headers["Cache-Control"],
                    StringComparison.Ordinal
                )
        );
        Assert.Equal("no-store", page.Headers["Cache-Control"]);
    }

    [Fact]
    public void Who_asks_under_another_name_is_turned_away()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, ASite.OverSample.Address);
        request.Headers.Host = "books.example.org";
        using var answer = ASite.OverSample.Send(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", null)]
    [InlineData("http://localhost:80", null)]
    [InlineData("http://[::1]:5080", null)]
    [InlineData("http://0.0.0.0:5080", "does not listen on 0.0.0.0")]
    [InlineData("http://[::]:5080", "does not listen on [::]")]
    [InlineData("http://10.1.2.3", "does not listen on 10.1.2.3")]
    [InlineData("http://books.example.org", "does not listen on books.example.org")]
    [InlineData("http://*:5080", "is no address")]
    [InlineData("https://localhost", "is no address")]
    [InlineData("localhost:5080", "is no address")]
    [InlineData("http://localhost/books", "names more than a machine")]
    public void It_listens_on_loopback_only_and_says_why(string address, string? fault)
    {
        if (fault is null)
        {
            Assert.Null(Loopback.Fault(address));
        }
        else
        {
            Assert.Contains(fault, Loopback.Fault(address), StringComparison.Ordinal);
        }
    }
}
