namespace Openbook.EndToEnd.Tests.Site;

/// <summary>axe finds nothing on any page in any state, wide and narrow; no page is wider than its window.</summary>
public sealed class AccessibilityTests
{
    // Each state of a page takes a browser some seconds: a seeded eighth of them in each run, all of them in a long one.
    public static TheoryData<string> Pages =>
        [.. SitePages.All.Where((_, i) => Chance.IsLong || i % 8 == Chance.Seed % 8)];

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_and_nothing_overflows(string path)
    {
        var page = await Browser.Open(width: 3000);
        await page.To(ServedSite.Sample, await HandedIn.Address(path));
        // For colours all of a table must be in sight, not a part of it in its frame.
        await page.EvaluateAsync(
            "document.querySelectorAll('.ob-wide').forEach(frame => frame.style.overflow = 'visible')"
        );
        Faultless(path, await Axe.Faults(page));
        await page.EvaluateAsync("document.querySelectorAll('.ob-wide').forEach(frame => frame.style.overflow = '')");
        foreach (var width in new[] { 1200, 640, 320 })
        {
            await page.SetViewportSizeAsync(width, 700);
            var wide = await page.EvaluateAsync<string>(
                "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > window.innerWidth + 1"
                    + " && !e.closest('.ob-wide, .ob-raw')).map(e => e.outerHTML.slice(0, 120)).join('\\n')"
            );
            Faultless($"{path} at {width} pixels", wide.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            // Hidden words in a frame can widen the page though nothing beside the frame is seen to.
            var all = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.True(all <= width, $"{path} is {all} pixels wide in a window of {width}");
        }
        if (Chance.IsLong || path.Length % 5 == 0)
        {
            // The same elements in another place: a sample is enough for each run.
            Faultless(path, await Axe.FaultsInNarrowWindow(page));
        }
        await page.Context.CloseAsync();
    }

    // Whole: of texts that should be equal a failing assertion shows the beginnings only.
    private static void Faultless(string where, IReadOnlyList<string> faults) =>
        Assert.True(faults.Count == 0, $"{where}:\n{string.Join('\n', faults)}");

    [BrowserFact]
    public async Task Axe_can_find_a_fault()
    {
        var page = await Browser.Open();
        await page.To(ServedSite.Sample, "/");
        await page.EvaluateAsync(
            "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"/assets/icon.svg\">')"
        );
        Assert.Contains(await Axe.Faults(page), fault => fault.Contains("image-alt", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }
}
