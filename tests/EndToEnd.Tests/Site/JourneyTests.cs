using Microsoft.Playwright;

namespace Openbook.EndToEnd.Tests.Site;

/// <summary>What people do on the site, in a real browser, with scripts and without.</summary>
public sealed class JourneyTests
{
    private const string Agreement = """
        rules: openbook-1
        partnership: Ash and Beech
        starts: 2026-01-01
        partners:
          - { code: ash, name: Ash Council }
          - { code: beech, name: Beech Council }
        host: ash
        services:
          - { code: networks, name: Networks, share: equal }

        """;

    /// <summary>With scripts and without: both in a long run, else one of them by the seed, of one journey this and of the next that.</summary>
    public static TheoryData<bool> Ways(int journey) =>
        Chance.IsLong ? [true, false]
        : (journey + Chance.Seed) % 2 == 0 ? [true]
        : [false];

    [BrowserTheory]
    [MemberData(nameof(Ways), 1)]
    public async Task A_finance_officer_approves_brings_a_file_in_and_closes_the_month(bool script)
    {
        using var site = Started();
        var page = await Browser.Open(script: script);
        foreach (var (council, date) in new[] { ("Ash Council", "2025-12-01"), ("Beech Council", "2025-12-02") })
        {
            await page.To(site, "/books/ab/agreement/1/approve");
            await page.GetByLabel(council).CheckAsync();
            await page.GetByLabel("Who decided for the council?").FillAsync("Cabinet");
            await page.GetByLabel("The day of the decision", new() { Exact = true }).FillAsync(date);
            await page.GetByRole(AriaRole.Button, new() { Name = "Check the approval" }).ClickAsync();
            await MustBeAccessible(page, script);
            await page.GetByRole(AriaRole.Button, new() { Name = "Record the approval" }).ClickAsync();
            await Assertions.Expect(page.GetByText("Recorded", new() { Exact = true })).ToBeVisibleAsync();
        }
        await page.GetByRole(AriaRole.Link, new() { Name = "Import" }).ClickAsync();
        await page.GetByLabel("The file").SetInputFilesAsync(Path.Combine(site.Folder, "january.csv"));
        await page.GetByLabel("What they come to in pounds").FillAsync("150.01");
        await page.GetByRole(AriaRole.Button, new() { Name = "See how it will be read" }).ClickAsync();
        await MustBeAccessible(page, script);
        await page.GetByRole(AriaRole.Button, new() { Name = "Record 2 lines" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Overview" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Close January 2026" }).ClickAsync();
        await MustBeAccessible(page, script);
        await page.GetByRole(AriaRole.Button, new() { Name = "Close January 2026" }).ClickAsync();
        await Assertions.Expect(page.GetByText("January 2026 was closed.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Statement for Beech Council" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Beech Council has £25.00 to pay")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [BrowserTheory]
    [MemberData(nameof(Ways), 2)]
    public async Task A_draft_goes_to_the_councils_is_queried_answered_and_accepted(bool script)
    {
        using var site = Started();
        foreach (var council in new[] { "ash", "beech" })
        {
            Command(site, $"approve ab --partner {council} --body Cabinet --on 2025-12-01");
        }
        Command(site, $"import costs ab {Path.Combine(site.Folder, "january.csv")}");
        var page = await Browser.Open(script: script);
        await page.To(site, "/books/ab");
        await page.Link("Issue the draft of January 2026").ClickAsync();
        await MustBeAccessible(page, script);
        await page.Button("Check the draft").ClickAsync();
        await MustBeAccessible(page, script);
        await page.Button("Issue the draft").ClickAsync();
        await Assertions.Expect(page.GetByText("Beech Council has not accepted it.")).ToBeVisibleAsync();
        await page.Link("Query a line: choose it from the costs of January 2026").ClickAsync();
        await page.Locator("main table a[href='/books/ab/lines/4/2']").First.ClickAsync();
        await page.Link("Query this line").ClickAsync();
        await page.GetByLabel("What do you ask about it?").FillAsync("Is this ours?");
        await page.GetByLabel("Beech Council").CheckAsync();
        await page.Button("Check the query").ClickAsync();
        await MustBeAccessible(page, script);
        await page.Button("Query the line").ClickAsync();
        await page.Link("Answer query 6").ClickAsync();
        await page.GetByLabel("It stands as it is").CheckAsync();
        await page.GetByLabel("What do you answer?").FillAsync("Both councils use it");
        await page.Button("Check the answer").ClickAsync();
        await MustBeAccessible(page, script);
        await page.Button("Answer the query").ClickAsync();
        await page.Link("Accept the draft for a council").ClickAsync();
        await page.GetByLabel("Beech Council").CheckAsync();
        await page.Button("Check the acceptance").ClickAsync();
        await MustBeAccessible(page, script);
        await page.Button("Accept the draft").ClickAsync();
        await Assertions.Expect(page.GetByText("Beech Council accepted it.")).ToBeVisibleAsync();
        await MustBeAccessible(page, script);
        await page.Link("Close January 2026").ClickAsync();
        await Assertions
            .Expect(page.GetByText("Beech Council accepted draft 5, and no query is open"))
            .ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private static void Command(ServedSite site, string line) =>
        TheProgram.Do([.. line.Split(' '), "--data", site.Folder]);

    [BrowserTheory]
    [MemberData(nameof(Ways), 3)]
    public async Task A_payment_is_recorded_after_a_look_at_both_balances(bool script)
    {
        using var site = Started();
        Agree(site);
        var page = await Browser.Open(script: script);
        await page.To(site, "/books/ab/payments");
        await page.GetByRole(AriaRole.Link, new() { Name = "Record a payment" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Check the payment" }).ClickAsync();
        await Assertions.Expect(page.GetByText("There is a problem")).ToBeVisibleAsync();
        await MustBeAccessible(page, script);
        await page.GetByLabel("The day on which it was paid").FillAsync("2026-01-20");
        await page.GetByLabel("From which council?").SelectOptionAsync("Beech Council");
        await page.GetByLabel("To which council?").SelectOptionAsync("Ash Council");
        await page.GetByLabel("Amount in pounds").FillAsync("£1,250.00");
        await page.GetByLabel("Settlement").CheckAsync();
        await page.GetByLabel("Where it can be seen").FillAsync("Bank statement of January");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check the payment" }).ClickAsync();
        await Assertions.Expect(page.GetByText("To receive £1,250.00")).ToBeVisibleAsync();
        await MustBeAccessible(page, script);
        await page.GetByRole(AriaRole.Button, new() { Name = "Record the payment" }).ClickAsync();
        await Assertions.Expect(page.GetByText("1 payment between councils")).ToBeVisibleAsync();
        await MustBeAccessible(page, script);
        await page.Context.CloseAsync();
    }

    [BrowserTheory]
    [MemberData(nameof(Ways), 4)]
    public async Task A_file_of_another_layout_is_read_by_choosing_its_columns(bool script)
    {
        using var site = Started();
        Agree(site);
        await File.WriteAllBytesAsync(
            Path.Combine(site.Folder, "spend.csv"),
            System.Text.Encoding.Latin1.GetBytes(
                "Spending of January,,,\nTeam,Paid to,Date Paid,Net Amount\n"
                    + "ICT: Wires,Wire Ltd,05.01.2026,\"£1,250.00\"\nDesk side,Chair Ltd,19.01.2026,(£50.01)\nTotal,,,\"£1,199.99\"\n"
            )
        );
        var page = await Browser.Open(script: script);
        await page.To(site, "/books/ab/import");
        await page.GetByLabel("The file").SetInputFilesAsync(Path.Combine(site.Folder, "spend.csv"));
        await page.GetByRole(AriaRole.Button, new() { Name = "See how it will be read" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Choose the columns" }).ClickAsync();
        await MustBeAccessible(page, script);
        await page.GetByLabel("Team is").SelectOptionAsync("Supplier");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show how it is read" }).ClickAsync();
        await Assertions.Expect(page.GetByText("There is a problem")).ToBeVisibleAsync();
        await MustBeAccessible(page, script);
        await page.GetByLabel("Team is").SelectOptionAsync("Description");
        await page.GetByLabel("Where no column is the service").SelectOptionAsync("Networks (networks)");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show how it is read" }).ClickAsync();
        await Assertions.Expect(page.GetByText("in the file: 05.01.2026")).ToBeVisibleAsync();
        await MustBeAccessible(page, script);
        await page.GetByRole(AriaRole.Button, new() { Name = "Use this and check the whole file" }).ClickAsync();
        await Assertions
            .Expect(page.GetByText("spend.csv has 2 lines to record, £1,199.99 in all."))
            .ToBeVisibleAsync();
        await MustBeAccessible(page, script);
        await page.GetByRole(AriaRole.Button, new() { Name = "Record 2 lines" }).ClickAsync();
        await Assertions.Expect(page.GetByText("2 lines of costs, £1,199.99").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [BrowserTheory]
    [MemberData(nameof(Ways), 5)]
    public async Task A_long_file_says_how_far_it_is_until_it_is_read_and_recorded(bool script)
    {
        using var site = Started();
        Agree(site);
        var rows = Enumerable
            .Range(1, 400_000)
            .Select(i => $"05/01/2026,networks,1.00,ash,Line {i} with a description that takes some room");
        await File.WriteAllLinesAsync(
            Path.Combine(site.Folder, "long.csv"),
            rows.Prepend("Date Paid,Service,Net Amount,Paid by,Description")
        );
        var page = await Browser.Open(script: script);
        page.SetDefaultTimeout(120_000);
        await page.To(site, "/books/ab/import");
        await page.GetByLabel("The file").SetInputFilesAsync(Path.Combine(site.Folder, "long.csv"));
        await page.GetByRole(AriaRole.Button, new() { Name = "See how it will be read" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("The file is being read");
        await MustBeAccessible(page, script);
        // Nobody does anything: the page goes on by itself.
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Check the file", new() { Timeout = 120_000 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Record 400,000 lines" }).ClickAsync();
        await Assertions
            .Expect(page.GetByText("400,000 lines of costs").First)
            .ToBeVisibleAsync(new() { Timeout = 120_000 });
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_file_with_faults_is_refused_with_each_of_them()
    {
        using var site = Started();
        var page = await Browser.Open();
        await page.To(site, "/books/ab/import");
        await page.GetByLabel("The file").SetInputFilesAsync(Path.Combine(site.Folder, "bad.csv"));
        await page.GetByRole(AriaRole.Button, new() { Name = "See how it will be read" }).ClickAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("The file cannot be recorded");
        await MustBeAccessible(page);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_month_is_closed_with_the_keyboard_alone()
    {
        using var site = Started();
        Agree(site);
        TheProgram.Do("import", "costs", "ab", Path.Combine(site.Folder, "january.csv"), "--data", site.Folder);
        var page = await Browser.Open();
        await page.To(site, "/books/ab");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByText("Skip to main content")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        // A jump within the page that is still under way can undo the way to the next page.
        await Assertions.Expect(page.Locator("#main")).ToBeFocusedAsync();
        await page.WaitForURLAsync("**#main");
        await TabTo(page, "Close January 2026");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/close");
        await TabTo(page, "Close January 2026");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("January 2026 was closed.")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_councillor_finds_why_the_council_pays_more_than_last_month()
    {
        var page = await Browser.Open(width: 640);
        await page.To(ServedSite.Sample, "/books/cih/periods/2017-01");
        await page.GetByRole(AriaRole.Link, new() { Name = "Statement for London Borough of Haringey" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Why is it more or less than before?" }).ClickAsync();
        await Assertions
            .Expect(page.GetByText("£5,080 more for January 2017 than for December 2016"))
            .ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    // axe is a script itself: where none run there is nothing to ask it with, and the page is the same.
    private static async Task MustBeAccessible(IPage page, bool script = true)
    {
        if (!script)
        {
            return;
        }
        var faults = await Axe.FaultsInNarrowWindow(page);
        Assert.True(faults.Count == 0, $"{page.Url}:\n{string.Join('\n', faults)}");
    }

    // Goes on from what has the focus, as a person would who cannot use a mouse.
    private static async Task TabTo(IPage page, string words)
    {
        for (var i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>("document.activeElement.textContent.trim()") == words)
            {
                return;
            }
        }
        Assert.Fail($"\"{words}\" cannot be reached with the keyboard on {page.Url}.");
    }

    private static void Agree(ServedSite site)
    {
        foreach (var (council, date) in new[] { ("ash", "2025-12-01"), ("beech", "2025-12-02") })
        {
            TheProgram.Do(
                "approve",
                "ab",
                "--partner",
                council,
                "--body",
                "Cabinet",
                "--on",
                date,
                "--data",
                site.Folder
            );
        }
    }

    private static ServedSite Started()
    {
        var folder = TestFolders.New();
        File.WriteAllText(Path.Combine(folder, "agreement.yaml"), Agreement);
        File.WriteAllText(
            Path.Combine(folder, "january.csv"),
            "date,service,amount,paid_by\n2026-01-05,networks,100.01,ash\n2026-01-09,networks,50.00,beech\n"
        );
        File.WriteAllText(
            Path.Combine(folder, "bad.csv"),
            "date,service,amount,paid_by\n2026-02-30,networks,1.00,ash\n2026-01-09,nothing,x,beech\n"
        );
        TheProgram.Do("new", "ab", "--agreement", Path.Combine(folder, "agreement.yaml"), "--data", folder);
        return ServedSite.Over(folder);
    }
}
