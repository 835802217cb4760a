namespace Openbook.EndToEnd.Tests.Site;

/// <summary>axe finds nothing on any page in any state, wide and narrow; no page is wider than its window.</summary>
public sealed class AccessibilityTests
{
    public static TheoryData<string> Pages => [.. SitePages.All];

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_and_nothing_overflows(string path)
    {
        var page = await Browser.Open(width: 3000);
        await page.To(ServedSite.Sample, path);
        // For colours all of a table must be in sight, not a part of it in its frame.
        await page.EvaluateAsync(
            "document.querySelectorAll('.ob-wide').forEach(frame => frame.style.overflow = 'visible')"
        );
        Assert.Equal("", string.Join("\n", await Axe.Faults(page)));
        await page.ReloadAsync();
        foreach (var width in new[] { 640, 320 })
        {
            await page.SetViewportSizeAsync(width, 700);
            var wide = await page.EvaluateAsync<string>(
                "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > window.innerWidth + 1"
                    + " && !e.closest('.ob-wide')).map(e => e.outerHTML.slice(0, 120)).join('\\n')"
            );
            Assert.Equal("", wide);
        }
        Assert.Equal("", string.Join("\n", await Axe.FaultsInNarrowWindow(page)));
        await page.Context.CloseAsync();
    }

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
