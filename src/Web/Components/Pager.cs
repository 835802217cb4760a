namespace Openbook.Web.Components;

/// <summary>A page of a long list.</summary>
/// <param name="Number">Which, from 1.</param>
/// <param name="Last">How many there are.</param>
/// <param name="First">The place of its first item, from 0.</param>
/// <param name="Href">The address of a page.</param>
public sealed record Pager(int Number, int Last, int First, Func<int, string> Href)
{
    /// <summary>A list that fits on one page.</summary>
    public static Pager None { get; } = new(1, 1, 0, _ => "");

    /// <summary>The page that was asked for, or the nearest that there is.</summary>
    public static Pager Of(int items, int onPage, int asked, Func<int, string> href)
    {
        var last = Math.Max(1, (items + onPage - 1) / onPage);
        var number = Math.Clamp(asked, 1, last);
        return new Pager(number, last, (number - 1) * onPage, href);
    }

    /// <summary>The pages to name: the first, the last and those around this one; 0 for a gap.</summary>
    public IEnumerable<int> Named
    {
        get
        {
            var before = 0;
            for (var page = 1; page <= Last; page++)
            {
                if (page == 1 || page == Last || Math.Abs(page - Number) <= 1)
                {
                    if (page > before + 1)
                    {
                        yield return 0;
                    }
                    yield return page;
                    before = page;
                }
            }
        }
    }
}
