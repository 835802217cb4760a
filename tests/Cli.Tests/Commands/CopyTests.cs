using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Openbook.Cli.Tests.Given;

namespace Openbook.Cli.Tests.Commands;

/// <summary>Copies of a Book: written, restored, compared, and checked with nothing but JSON and SHA-256.</summary>
public sealed class CopyTests
{
    [Theory]
    [InlineData("--at 3")]
    [InlineData("--known 2030-01-01")]
    public void A_copy_is_of_the_whole_Book(string moment)
    {
        using var session = Small.Closed();
        session.Run($"export cih --as entries --out cih.zip {moment}").MustEnd(Exit.Usage);
        Assert.False(File.Exists(session.PathOf("cih.zip")));
        session.Do($"export cih --as hledger --out cih.journal {moment}");
    }

    [Fact]
    public void A_copy_restores_to_the_same_Book()
    {
        using var session = Small.Closed();
        session.Do("withhold cih c-2 --because \"Names a person\"");
        Assert.StartsWith(
            "9 entries of cih are in cih.zip. Head: ",
            session.Do("export cih --as entries --out cih.zip"),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "cih is restored and verifies: 9 entries, 5 lines.",
            session.Do("restore cih cih.zip --data partner"),
            StringComparison.Ordinal
        );
        foreach (
            var line in (string[])
                [
                    "entries cih --format json",
                    "statement cih 2016-10",
                    "explain cih 2016-10 --partner camden --service desktop",
                ]
        )
        {
            Assert.Equal(session.Do(line), session.Do($"{line} --data partner"));
        }
        session.Do("export cih --as entries --out again.zip --data partner");
        Assert.Equal(File.ReadAllBytes(session.PathOf("cih.zip")), File.ReadAllBytes(session.PathOf("again.zip")));
        session.Run("restore cih cih.zip").MustBeRefusedFor("book-exists");
    }

    [Fact]
    public void A_copy_that_was_changed_is_refused_and_leaves_no_Book()
    {
        using var session = Small.Closed();
        session.Do("export cih --as entries --out cih.zip");
        Rewrite(
            session,
            "cih.zip",
            "lines/6.csv",
            text => text.Replace("1000.03", "1000.04", StringComparison.Ordinal)
        );
        session.Run("restore cih cih.zip --data partner").MustBeRefusedFor("copy-damaged");
        Assert.Equal("[]\n", session.Do("books --format json --data partner"));
        session.File("no.zip", "no zip").Run("restore cih no.zip --data partner").MustBeRefusedFor("copy-unreadable");
        session.Run("restore cih nothing.zip --data partner").MustBeRefusedFor("file-unreadable");
        session.Do("export cih --as entries --out cih.zip");
        session.Run("restore other cih.zip --data partner").MustBeRefusedFor("copy-damaged");
    }

    [Fact]
    public void A_Book_is_held_against_a_copy_and_against_a_statement()
    {
        using var session = Small.Closed();
        session.Do("export cih --as entries --out cih.zip");
        session.File("statement.json", session.Do("statement cih 2016-10 --format json --partner islington"));
        session.Do("close cih 2016-11");
        Assert.EndsWith(
            "Against the copy: All 8 entries that both have are the same; this Book has 1 entry more.\n",
            session.Do("verify cih --against cih.zip"),
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "Against the copy: Entry 8 has the hash that stands on the statement, and every figure of October 2016 is the same.\n",
            session.Do("verify cih --against statement.json"),
            StringComparison.Ordinal
        );
        session.Run("verify cih --against costs.csv").MustBeRefusedFor("copy-unreadable");
        session.Run("verify cih --against nothing.zip").MustBeRefusedFor("file-unreadable");
    }

    [Fact]
    public void A_statement_whose_bytes_are_no_text_is_refused()
    {
        using var session = Small.Closed();
        var statement = session.Do("statement cih 2016-10 --format json");
        var bytes = System.Text.Encoding.Latin1.GetBytes(
            statement.Replace("networks", "netw\u00FFrks", StringComparison.Ordinal)
        );
        System.IO.File.WriteAllBytes(session.PathOf("bytes.json"), bytes);
        session.File("half.json", statement.Replace("networks", "\\ud800", StringComparison.Ordinal));
        session.Run("verify cih --against bytes.json").MustBeRefusedFor("copy-unreadable");
        session.Run("verify cih --against half.json").MustBeRefusedFor("copy-unreadable");
    }

    [Fact]
    public void A_Book_that_was_written_anew_is_found_by_a_partner_s_copy_and_statement()
    {
        using var session = Small.Closed();
        session.Do("export cih --as entries --out cih.zip");
        session.File("statement.json", session.Do("statement cih 2016-10 --format json"));
        using var other = Small.ClosedAnew();
        other.File("statement.json", File.ReadAllText(session.PathOf("statement.json")));
        File.Copy(session.PathOf("cih.zip"), other.PathOf("cih.zip"));
        other.Do("verify cih");
        var copy = other.Run("verify cih --against cih.zip").MustEnd(Exit.Store);
        Assert.Equal("Entry 6: Entry 6 is not the same in the copy.\n", copy.Error);
        var statement = other.Run("verify cih --against statement.json --format json").MustEnd(Exit.Store);
        Assert.Equal("Entry 8: Entry 8 has another hash than stands on the statement.\n", statement.Error);
        Assert.False((bool)JsonNode.Parse(statement.Out)!["copy"]!["agrees"]!);
    }

    [Fact]
    public void Anybody_can_check_a_copy_with_JSON_and_SHA_256_alone()
    {
        using var session = Small.Closed();
        session.Do("withhold cih c-2 --because \"Names a person\"");
        session.Do("export cih --as entries --out cih.zip");
        using var zip = ZipFile.OpenRead(session.PathOf("cih.zip"));
        var previous = new string('0', 64);
        foreach (var line in Text(zip, "entries.jsonl").Split('\n')[..^1])
        {
            var entry = JsonNode.Parse(line)!.AsObject();
            Assert.Equal(previous, (string)entry["previous"]!);
            previous = (string)entry["hash"]!;
            entry.Remove("hash");
            // Keys stand in order already, so the text without the hash is canonical.
            Assert.Equal(previous, Sha256(line.Replace($"\"hash\":\"{previous}\",", "", StringComparison.Ordinal)));
            if ((string)entry["kind"]! == "costs-recorded")
            {
                Assert.Equal(
                    (string)entry["fact"]!["lines_sha256"]!,
                    Sha256(Text(zip, $"lines/{entry["number"]}.csv"))
                );
            }
        }
        var words = Text(zip, "texts/6.csv").Split('\n')[1..^1];
        var lines = Csv.Rows(Text(zip, "lines/6.csv"))
            .ToDictionary(row => row["row"], row => row["text"], StringComparer.Ordinal);
        Assert.Equal(["2", "4", "5", "6"], words.Select(row => row.Split(',')[0]));
        Assert.All(
            words,
            row =>
                Assert.Equal(lines[row.Split(',')[0]], Sha256(row[(row.IndexOf(',', StringComparison.Ordinal) + 1)..]))
        );
    }

    [Fact]
    public void The_costs_export_has_every_line_with_the_period_where_it_was_posted()
    {
        using var session = Small.Closed();
        session
            .File(
                "late.csv",
                "date,month,to_month,service,amount,paid_by,description\n2016-11-09,2016-10,2016-12,networks,3.00,camden,=1+1\n"
            )
            .Do("import costs cih late.csv");
        session.Do("export cih --as costs --out lines.csv");
        var rows = Csv.Rows(File.ReadAllText(session.PathOf("lines.csv")));
        Assert.Equal(["6#2", "6#3", "6#4", "6#5", "6#6", "9#2"], rows.Select(row => row["line"]));
        Assert.Equal("2016-10", rows[0]["posted"]);
        Assert.Equal("2016-11 to 2016-12", rows[5]["posted"]);
        Assert.Equal("Lines, October", rows[0]["description"]);
        Assert.Equal("'=1+1", rows[5]["description"]);
    }

    [Fact]
    public void An_export_that_cannot_be_written_leaves_nothing_beside_it()
    {
        using var session = Small.October();
        Directory.CreateDirectory(session.PathOf("folder"));
        session.File("folder/inside", "");
        foreach (var path in (string[])["folder", "nowhere/cih.zip"])
        {
            var ran = session.Run($"export cih --as entries --out {path}").MustEnd(Exit.Store);
            Assert.StartsWith("A file could not be read or written: ", ran.Error, StringComparison.Ordinal);
            Assert.Empty(ran.Out);
        }
        Assert.DoesNotContain(session.Names(), name => name.EndsWith(".part", StringComparison.Ordinal));
    }

    private static string Text(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string Sha256(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    internal static void Rewrite(Session session, string file, string name, Func<string, string> change)
    {
        using var zip = ZipFile.Open(session.PathOf(file), ZipArchiveMode.Update);
        var text = Text(zip, name);
        Assert.NotEqual(text, change(text));
        zip.GetEntry(name)!.Delete();
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(change(text));
    }
}
