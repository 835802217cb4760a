using Microsoft.Playwright;

namespace Openbook.EndToEnd.Tests.Site;

/// <summary>A journey by which something is recorded: a form, a look at what it does, the record.</summary>
/// <param name="Name">What a person sets out to do.</param>
/// <param name="Path">Where the form is.</param>
/// <param name="Fills">The fields by name with what is filled in or chosen.</param>
/// <param name="Check">The words of the button that leads to the check.</param>
/// <param name="Record">The words of the button that records.</param>
public sealed record Journey(
    string Name,
    string Path,
    IReadOnlyList<(string Field, string Value)> Fills,
    string Check,
    string Record
)
{
    /// <summary>Each of them over a copy of the sample.</summary>
    public static IReadOnlyList<Journey> All { get; } =
    [
        new(
            "correct a line",
            "/books/cih/lines/9/2/correct",
            [("Amount", "300000.00"), ("Reason", "The invoice was credited in part"), ("By", "camden")],
            "Check the correction",
            "Record the correction"
        ),
        new(
            "withhold the words of a line",
            "/books/cih/lines/9/3/withhold",
            [("Reason", "They name a person"), ("By", "camden")],
            "Check what is withheld",
            "Withhold the words"
        ),
        new(
            "record counts",
            "/books/cih/bases/devices/record",
            [
                ("On", "2018-11-30"),
                ("Count-camden", "4300"),
                ("Count-islington", "4100"),
                ("Count-haringey", "3100"),
                ("Source", "Asset register of each council"),
                ("By", "camden"),
            ],
            "Check the counts",
            "Record the counts"
        ),
        new(
            "propose a change of the agreement",
            "/books/cih/agreement/propose",
            [("From", "2018-12-01"), ("By", "islington")],
            "Check the proposal",
            "Propose the change"
        ),
    ];

    public override string ToString() => Name;

    /// <summary>Empties what can be emptied, so that the form has faults.</summary>
    public static async Task Empty(IPage page)
    {
        foreach (var field in await page.Locator("main form input[type=text], main form textarea").AllAsync())
        {
            await field.FillAsync("");
        }
    }

    /// <summary>Fills the form as a person does, whatever its fields are.</summary>
    public async Task Fill(IPage page)
    {
        foreach (var (name, value) in Fills)
        {
            var field = page.Locator($"main form [name='{name}']");
            if (await field.First.GetAttributeAsync("type") == "radio")
            {
                await page.Locator($"main form [name='{name}'][value='{value}']").CheckAsync();
            }
            else if (await field.First.EvaluateAsync<string>("field => field.tagName") == "SELECT")
            {
                await field.SelectOptionAsync(value);
            }
            else
            {
                await field.FillAsync(value);
            }
        }
    }

    /// <summary>Presses a button of the page by its words.</summary>
    public static async Task Press(IPage page, string words) =>
        await page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).ClickAsync();
}
