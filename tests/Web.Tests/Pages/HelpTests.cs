using Openbook.Web.Pages;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Pages;

public sealed class HelpTests
{
    [Theory]
    [InlineData("/help", "Prior-period adjustment")]
    [InlineData("/accessibility", "Equality Advisory and Support Service")]
    [InlineData("/cookies", "openbook-form")]
    public void It_is_there_from_every_page(string path, string says)
    {
        Assert.Contains(path, ASite.OverSample.Open("/books/cih").Links);
        Assert.Contains(says, ASite.OverSample.Open(path).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_glossary_is_in_order()
    {
        var words = HelpModel.Glossary.Select(term => term.Word).ToList();
        Assert.Equal(words.Order(StringComparer.OrdinalIgnoreCase), words);
    }
}
