using System.Net;
using System.Text;
using System.Text.Json;
using Openbook.Web.Tests.Given;

namespace Openbook.Web.Tests.Pages;

/// <summary>Files that take longer than a page waits: here it does not wait at all.</summary>
public sealed class ImportProgressTests
{
    private const int Lines = 30_000;

    [Fact]
    public void A_long_file_shows_how_far_it_is_until_it_is_read_and_again_until_it_is_recorded()
    {
        using var agreed = ASmallBook.Agreed();
        using var site = ASite.Impatient(agreed);
        var file = Hand(site, Long());
        var reading = site.Open(file);
        Assert.Equal("The file is being read", reading.Heading);
        Assert.Contains("Nothing is recorded yet.", reading.Text, StringComparison.Ordinal);
        Assert.Contains(file, reading.Links);
        WaitFor(site, file);
        var check = site.Open(file);
        Assert.Equal("Check the file", check.Heading);
        Assert.StartsWith(
            "long.csv has 30,000 lines to record",
            check.All("main .govuk-body-l")[0],
            StringComparison.Ordinal
        );
        Assert.Empty(check.All("meta[http-equiv]"));
        var sent = site.Send(check, "main form:last-of-type", ("Do", "record"));
        Assert.Equal(file, sent.Location);
        // Sent again meanwhile, it is the same act.
        site.Send(check, "main form:last-of-type", ("Do", "record"));
        WaitFor(site, file);
        Assert.Equal("/books/ab/entries/4?recorded=4", site.Get(file).Location);
        Assert.Equal(4, site.Open("/books/ab/entries").Table("Records").Count - 1);
    }

    [Fact]
    public void It_looks_by_itself_until_somebody_stops_that()
    {
        using var agreed = ASmallBook.Agreed();
        using var site = ASite.Impatient(agreed);
        var file = Hand(site, Long());
        var page = site.Open(file);
        Assert.Equal(
            "5",
            page.Document.QuerySelector("head noscript meta[http-equiv=refresh]")!.GetAttribute("content")
        );
        Assert.Contains($"{file}?still=yes", page.Links);
        // Another reading, so that it is not done.
        var still = site.Open($"{Hand(site, Long())}?still=yes");
        Assert.Equal("The file is being read", still.Heading);
        Assert.Null(still.Document.QuerySelector("meta[http-equiv=refresh]"));
    }

    [Fact]
    public void What_stands_against_recording_is_shown_when_it_is_known()
    {
        using var agreed = ASmallBook.Agreed();
        using var site = ASite.Impatient(agreed);
        var file = Hand(site, Long());
        var check = Checked(site, file);
        File.WriteAllText(Path.Combine(agreed.Folder, "long.csv"), Long());
        agreed.Command("import costs ab long.csv");
        var sent = Recorded(site, check, file);
        Assert.Contains("was recorded as entry 4", Checked(site, sent).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_file_is_not_recorded_but_checked_again_if_anything_was_recorded_since_it_was_checked()
    {
        const string notice = "Something else was recorded in this Book after you checked the file";
        using var agreed = ASmallBook.Agreed();
        using var site = ASite.Impatient(agreed);
        var file = Hand(site, Long());
        var check = Checked(site, file);
        agreed.Command("import costs ab january.csv");
        var sent = Recorded(site, check, file);
        Assert.Equal($"{file}?since=3", sent);
        // The notice stands while the file is read again, and stays however often somebody looks.
        var reading = site.Open(sent);
        Assert.Equal("The file is being read", reading.Heading);
        Assert.Contains(notice, reading.Text, StringComparison.Ordinal);
        Assert.Contains(sent, reading.Links);
        WaitFor(site, file);
        var again = site.Open(sent);
        Assert.Contains(notice, again.Text, StringComparison.Ordinal);
        Assert.Contains("Record 4: 2 lines of costs", again.Text, StringComparison.Ordinal);
        Assert.Equal(4, site.Open("/books/ab/entries").Table("Records").Count - 1);
        site.Send(again, "main form:last-of-type", ("Do", "record"));
        WaitFor(site, file);
        Assert.Equal("/books/ab/entries/5?recorded=5", site.Get(file).Location);
        Assert.Equal(5, site.Open("/books/ab/entries").Table("Records").Count - 1);
    }

    [Fact]
    public void A_long_check_ends_though_others_record_meanwhile_and_is_made_again_when_it_was_seen()
    {
        const string behind = "Something was recorded in this Book after the file was checked.";
        using var agreed = ASmallBook.Agreed();
        using var site = ASite.Impatient(agreed);
        var file = Hand(site, Long());
        site.Open(file);
        // The Book is read first, then the rows.
        WaitFor(
            site,
            file,
            now => !now.GetProperty("words").GetString()!.StartsWith("Waiting", StringComparison.Ordinal)
        );
        agreed.Command("import costs ab january.csv");
        WaitFor(site, file);
        var check = site.Open(file);
        Assert.Equal("Check the file", check.Heading);
        Assert.Contains(behind, check.Text, StringComparison.Ordinal);
        Assert.Contains("Record 4: 2 lines of costs", check.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(check.All("main button"), text => text.StartsWith("Record", StringComparison.Ordinal));
        agreed.Command("correct ab J-1 --because Twice --amount 90.00");
        Assert.Equal("The file is being read", site.Open(file).Heading);
        WaitFor(site, file);
        // Nothing was recorded since, so it is not made again.
        Assert.DoesNotContain(behind, site.Open(file).Text, StringComparison.Ordinal);
        Assert.Equal("Check the file", site.Open(file).Heading);
    }

    [Fact]
    public void Of_a_file_that_is_not_there_there_is_no_progress() =>
        Assert.Equal(
            HttpStatusCode.NotFound,
            ASite.OverSample.Get("/books/cih/import/0123456789abcdef0123456789abcdef?handler=Progress").Status
        );

    // What is refused at once is told at once.
    private static string Recorded(ASite site, ASitePage check, string file)
    {
        var sent = site.Send(check, "main form:last-of-type", ("Do", "record")).Location!;
        if (sent != file)
        {
            return sent;
        }
        WaitFor(site, file);
        return site.Get(file).Location!;
    }

    private static ASitePage Checked(ASite site, string address)
    {
        site.Open(address);
        WaitFor(site, address.Split('?')[0]);
        return site.Open(address);
    }

    // As the script does.
    private static void WaitFor(ASite site, string file, Func<JsonElement, bool>? isThere = null)
    {
        for (var tries = 0; tries < 1_200; tries++)
        {
            var answer = site.Get($"{file}?handler=Progress");
            if (answer.Status != HttpStatusCode.OK)
            {
                return;
            }
            var now = JsonDocument.Parse(answer.Text).RootElement;
            if (now.GetProperty("done").GetBoolean() || isThere?.Invoke(now) is true)
            {
                return;
            }
            Thread.Sleep(50);
        }
        Assert.Fail($"{file} is never done.");
    }

    private static string Hand(ASite site, string text) =>
        site.SendFile(
            site.Open("/books/ab/import"),
            "main form",
            ("long.csv", text),
            ("Kind", "costs"),
            ("By", "ash")
        ).Location!;

    private static string Long()
    {
        var text = new StringBuilder("date,service,amount,paid_by,description\n");
        for (var i = 1; i <= Lines; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"2026-01-05,networks,1.00,ash,Line {i}\n");
        }
        return text.ToString();
    }
}
