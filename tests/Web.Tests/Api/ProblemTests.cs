using System.Net;
using System.Text.Json.Nodes;
using Openbook.Schemas;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Api;

/// <summary>What cannot be answered is said as a problem, with the codes that commands print.</summary>
public sealed class ProblemTests
{
    [Theory]
    [InlineData("books/cih?at=soon", "at: \"soon\" is not a whole number.", null)]
    [InlineData("books/cih?at=-1", "is not a whole number.", null)]
    [InlineData("books/cih?known=2016-13-01", "known: \"2016-13-01\" is not a date.", "bad-date")]
    [InlineData("books/cih/entries?after=x", "after: \"x\" is not a whole number.", null)]
    [InlineData("books/cih/entries/first", "\"first\" is not a whole number.", null)]
    [InlineData("books/cih/periods/October/statement", "\"October\" is not a period.", "bad-period")]
    [InlineData("books/cih/periods/2016-1/explain", "\"2016-1\" is not a period.", "bad-period")]
    [InlineData("books/cih/periods/x/monitor", "\"x\" is not a period.", "bad-period")]
    [InlineData("books/cih/years/2016", "In addresses it is written 2016-17.", "bad-year")]
    [InlineData("books/cih/periods/2016-10/explain?partner=camden", "?partner=CODE&service=CODE", null)]
    [InlineData("books/cih/periods/2016-10/statement?council=camden", "\"council\" cannot be asked here.", null)]
    [InlineData("books/cih?at=3&at=4", "\"at\" is given 2 times.", null)]
    [InlineData("books?known=2016-10-01", "can be asked nothing.", null)]
    [InlineData("books/cih/verify?at=3", "can be asked nothing.", null)]
    public void A_wrong_question_is_answered_with_400(string address, string says, string? code) =>
        Says(ASite.OverSample.Get($"/api/v1/{address}"), HttpStatusCode.BadRequest, says, code);

    [Theory]
    [InlineData("books/none", "There is no Book \"none\".", "book-unknown")]
    [InlineData("books/No..Book", "There is no Book \"No..Book\".", "book-unknown")]
    [InlineData("books/none/verify", "There is no Book \"none\".", "book-unknown")]
    [InlineData("books/cih?at=0", "No entry had been recorded by then.", "nothing-by-then")]
    [InlineData("books/cih?at=9999", "There is no entry 9999; the last is", "nothing-by-then")]
    [InlineData("books/cih?known=2001-01-01", "No entry had been recorded by then.", "nothing-by-then")]
    [InlineData("books/cih/entries/9999", "There is no entry 9999; the last is", null)]
    [InlineData("books/cih/entries/21?at=20", "There is no entry 21; the last is 20.", null)]
    [InlineData("books/cih/periods/2016-10/statement?partner=kent", "\"kent\" is not a partner.", "partner-unknown")]
    [InlineData("books/cih/years/2016-17?partner=kent", "\"kent\" is not a partner.", "partner-unknown")]
    [InlineData("books/cih/drafts/2016-09", "September 2016 is before", "period-out-of-reach")]
    [InlineData("books/cih/years/2030-31", "No period of 2030/31 is closed.", "period-out-of-reach")]
    [InlineData("books/cih/periods/2016-10/explain?partner=camden&service=cloud", "no service", "service-unknown")]
    [InlineData("nothing", "/openapi/v1.json describes every address", null)]
    public void What_is_not_there_is_answered_with_404(string address, string says, string? code) =>
        Says(ASite.OverSample.Get($"/api/v1/{address}"), HttpStatusCode.NotFound, says, code);

    [Fact]
    public void Without_a_budget_there_is_nothing_to_monitor()
    {
        using var site = ASmallBook.WithJanuary();
        Says(
            site.Get("/api/v1/books/ab/periods/2026-01/monitor"),
            HttpStatusCode.NotFound,
            "No budget for 2025/26 is recorded.",
            "budget-missing"
        );
    }

    [Fact]
    public void Every_refusal_is_given_at_once()
    {
        var answer = ASite.OverSample.Get("/api/v1/books/cih/periods/2016-10/explain?partner=kent&service=cloud");
        var refusals = JsonNode.Parse(answer.Body)!["refusals"]!.AsArray();
        Assert.Equal(["partner-unknown", "service-unknown"], refusals.Select(refusal => (string)refusal!["code"]!));
    }

    [Fact]
    public void Nothing_is_recorded_through_it()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(ASite.OverSample.Address, "api/v1/books"));
        using var answer = ASite.OverSample.Send(request);
        Says(
            ASitePage.Of("/api/v1/books", answer),
            HttpStatusCode.MethodNotAllowed,
            "The API only reads: ask with GET.",
            null
        );
        Assert.All(
            ASite.OverSample.ApiEndpoints,
            endpoint =>
                Assert.Equal(
                    [HttpMethod.Get.Method],
                    endpoint.Metadata.OfType<Microsoft.AspNetCore.Routing.HttpMethodMetadata>().Single().HttpMethods
                )
        );
    }

    [Fact]
    public void A_damaged_book_is_named_with_its_entry_and_the_check_still_answers()
    {
        using var site = ASmallBook.WithJanuary();
        site.Tamper(
            "UPDATE entries SET bytes = CAST(replace(CAST(bytes AS TEXT), 'Cabinet', 'Kabinet') AS BLOB) WHERE number = 3"
        );
        var answer = site.Get("/api/v1/books/ab/entries");
        Says(answer, HttpStatusCode.InternalServerError, "openbook verify", null);
        Assert.Equal(3, (int)JsonNode.Parse(answer.Body)!["entry"]!);
        Assert.Contains("BookDamagedException in the API", site.Log.ToString(), StringComparison.Ordinal);
        var report = JsonNode.Parse(site.Open("/api/v1/books/ab/verify").Body)!;
        Assert.Empty(JsonSchema.Faults("verify.schema.json", report));
        Assert.False((bool)report["sound"]!);
        Assert.Equal(3, (int)report["damages"]![0]!["entry"]!);
    }

    [Fact]
    public void A_store_that_is_lost_is_no_damage_and_one_that_is_not_there_yet_has_no_books()
    {
        using var site = ASite.Over(TestFolders.New());
        Assert.Equal("[]", site.Open("/api/v1/books").Body);
        Says(site.Get("/api/v1/books/ab/verify"), HttpStatusCode.NotFound, "There is no Book \"ab\".", "book-unknown");
        using var lost = ASite.OverLostStore();
        Says(lost.Get("/api/v1/books"), HttpStatusCode.ServiceUnavailable, "The database does not answer.", null);
        Says(lost.Get("/api/v1/books/ab"), HttpStatusCode.ServiceUnavailable, "The database does not answer.", null);
    }

    private static void Says(ASitePage answer, HttpStatusCode status, string says, string? code)
    {
        Assert.True(answer.Status == status, $"{answer.Path} answered {answer.Status}: {answer.Body}");
        Assert.Equal("application/problem+json", answer.Headers["Content-Type"]);
        Assert.StartsWith("default-src 'none'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        var problem = JsonNode.Parse(answer.Body)!;
        Assert.Empty(JsonSchema.Faults("problem.schema.json", problem));
        Assert.Equal((int)status, (int)problem["status"]!);
        Assert.Contains(says, (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.Equal(code, (string?)problem["refusals"]!.AsArray().FirstOrDefault()?["code"]);
    }
}
