using System.Net;
using System.Text.Json;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Pages;

public sealed class FilesTests
{
    [Theory]
    [InlineData("balances", 3)]
    [InlineData("records", 0)]
    [InlineData("statements/2016-10", 0)]
    [InlineData("statements/2016-10/camden", 0)]
    [InlineData("statements/2016-17-13/camden", 0)]
    public void Each_table_is_there_in_each_form_with_the_same_rows(string table, int rows)
    {
        var address = $"/books/cih/files/{table}?as=";
        var csv = ASite.OverSample.Open(address + "csv");
        Assert.Contains("attachment", csv.Headers["Content-Disposition"], StringComparison.Ordinal);
        using var json = JsonDocument.Parse(ASite.OverSample.Open(address + "json").Body);
        var lines = csv.Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1;
        Assert.Equal(json.RootElement.GetArrayLength(), lines);
        Assert.True(rows == 0 ? lines > 0 : lines == rows);
        Assert.StartsWith("PK", ASite.OverSample.Open(address + "xlsx").Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("balances?as=pdf")]
    [InlineData("balances")]
    [InlineData("nothing?as=csv")]
    [InlineData("statements?as=csv")]
    [InlineData("statements/1999-01?as=csv")]
    [InlineData("statements/2016-10/nowhere?as=csv")]
    public void What_is_not_there_is_not_found(string table) =>
        Assert.Equal(HttpStatusCode.NotFound, ASite.OverSample.Get($"/books/cih/files/{table}").Status);

    [Fact]
    public void The_pages_lead_to_their_files_at_the_same_moment()
    {
        Assert.Contains("/books/cih/files/balances?at=20&as=csv", ASite.OverSample.Open("/books/cih?at=20").Links);
        Assert.Contains(
            "/books/cih/files/statements/2016-10?as=xlsx",
            ASite.OverSample.Open("/books/cih/periods/2016-10").Links
        );
    }
}
