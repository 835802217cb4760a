namespace Openbook.EndToEnd.Tests.Site;

/// <summary>The program serves the site as a person starts it.</summary>
public sealed class ServeTests
{
    [Fact]
    public async Task The_demo_makes_the_samples_once_serves_them_and_ends_when_told()
    {
        var first = ServedSite.Demo();
        using var client = new HttpClient { BaseAddress = first.Address };
        Assert.Contains(
            "Shared Digital",
            await client.GetStringAsync(new Uri("/", UriKind.Relative)),
            StringComparison.Ordinal
        );
        Assert.NotEmpty(await client.GetStringAsync(new Uri("/assets/site.css", UriKind.Relative)));
        Assert.Equal(0, first.Interrupt());
        using var again = ServedSite.Over(first.Folder);
        using var other = new HttpClient { BaseAddress = again.Address };
        Assert.Contains(
            "Brent",
            await other.GetStringAsync(new Uri("/books/bl", UriKind.Relative)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_demo_keeps_nothing_unless_a_folder_is_named()
    {
        var temporary = TestFolders.New();
        using var site = ServedSite.DemoForNow(temporary);
        Assert.Single(Directory.GetFiles(temporary, "openbook.db", SearchOption.AllDirectories));
        Assert.Equal(0, site.Interrupt());
        Assert.Empty(Directory.GetDirectories(temporary, "openbook-*"));
    }

    [Fact]
    public void An_address_that_others_could_reach_is_refused_with_the_reason()
    {
        var (code, error) = TheProgram.Run("serve", "--urls", "http://0.0.0.0:5080");
        Assert.Equal(2, code);
        Assert.Contains("has no sign-in yet", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_that_is_in_use_is_said_plainly()
    {
        var (code, error) = TheProgram.Run("serve", "--urls", ServedSite.Sample.Address.ToString().TrimEnd('/'));
        Assert.Equal(3, code);
        Assert.Contains("address already in use", error, StringComparison.Ordinal);
    }
}
