using Microsoft.Playwright;

namespace Openbook.EndToEnd.Tests.Site;

/// <summary>Every journey that records something, in each of its states: with scripts axe looks on, without it goes the same way.</summary>
public sealed class RecordingJourneyTests
{
    public static TheoryData<string, bool> Journeys
    {
        get
        {
            var data = new TheoryData<string, bool>();
            // Every second of them in each run, in turns with scripts and without, by the seed; all of them both ways in a long one.
            foreach (var (journey, i) in Journey.All.Select((journey, i) => (journey, i)))
            {
                foreach (var script in new[] { true, false })
                {
                    if (Chance.IsLong || (i + Chance.Seed + (script ? 0 : 2)) % 4 == 0)
                    {
                        data.Add(journey.Name, script);
                    }
                }
            }
            return data;
        }
    }

    [BrowserTheory]
    [MemberData(nameof(Journeys))]
    public async Task A_form_says_its_faults_shows_what_it_does_and_records(string name, bool script)
    {
        var journey = Journey.All.Single(journey => journey.Name == name);
        using var site = ServedSite.OverCopyOfSample();
        var page = await Browser.Open(width: 640, script: script);
        await page.To(site, journey.Path);
        await MustBeAccessible(page, script);
        await Journey.Empty(page);
        await Journey.Press(page, journey.Check);
        Assert.StartsWith("Error: ", await page.TitleAsync(), StringComparison.Ordinal);
        await MustBeAccessible(page, script);
        await page.To(site, journey.Path);
        await journey.Fill(page);
        await Journey.Press(page, journey.Check);
        await MustBeAccessible(page, script);
        await Journey.Press(page, "Change something");
        await Journey.Press(page, journey.Check);
        await Journey.Press(page, journey.Record);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Recorded" })).ToBeVisibleAsync();
        await MustBeAccessible(page, script);
        await page.Context.CloseAsync();
    }

    [HtmlFact]
    public async Task Every_state_of_every_journey_is_valid_html()
    {
        var folder = Directory.CreateTempSubdirectory("openbook-html-");
        using var site = ServedSite.OverCopyOfSample();
        var page = await Browser.Open(script: false);
        var states = 0;
        async Task Keep() =>
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, $"{states++}.html"),
                "<!DOCTYPE html>" + await page.EvaluateAsync<string>("document.documentElement.outerHTML")
            );
        foreach (var journey in Journey.All.Where((_, i) => Chance.IsLong || (i + Chance.Seed) % 2 == 0))
        {
            await page.To(site, journey.Path);
            await Journey.Empty(page);
            await Journey.Press(page, journey.Check);
            await Keep();
            await page.To(site, journey.Path);
            await journey.Fill(page);
            await Journey.Press(page, journey.Check);
            await Keep();
        }
        await page.Context.CloseAsync();
        var faults = HtmlTests.Check(folder.FullName);
        Assert.True(faults.Length == 0, faults);
        folder.Delete(recursive: true);
    }

    // axe is a script itself: where none run there is nothing to ask it with, and the page is the same.
    private static async Task MustBeAccessible(IPage page, bool script)
    {
        var faults = script ? await Axe.FaultsInNarrowWindow(page) : [];
        Assert.True(faults.Count == 0, $"{page.Url}:\n{string.Join('\n', faults)}");
    }
}
