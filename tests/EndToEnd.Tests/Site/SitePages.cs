namespace Openbook.EndToEnd.Tests.Site;

/// <summary>One address for each kind of page, and for each of its states, over the samples.</summary>
internal static class SitePages
{
    public static IReadOnlyList<string> All { get; } =
    [
        "/",
        "/nothing/here",
        "/books/cih",
        "/books/cih?at=20",
        "/books/bl",
        "/books/cih/periods",
        "/books/cih/periods/2016-10",
        "/books/cih/periods/2014-01",
        "/books/cih/periods/2016-10/statements/haringey",
        "/books/cih/periods/2016-12/statements/islington",
        "/books/cih/periods/2016-10/explain/haringey/share",
        "/books/cih/periods/2016-10/explain/haringey/share/desktop",
        "/books/cih/periods/2016-10/explain/haringey/share/desktop?step=1",
        "/books/cih/periods/2016-10/explain/camden/paid?step=1",
        "/books/cih/periods/2016-11/explain/camden/carried-forward",
    ];
}
