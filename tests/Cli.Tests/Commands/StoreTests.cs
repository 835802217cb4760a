using System.Security.Cryptography;
using System.Text;
using Openbook.Cli.Tests.Given;

namespace Openbook.Cli.Tests.Commands;

/// <summary>Books that are not there, and stores that cannot be used.</summary>
public sealed class StoreTests
{
    /// <summary>Every command that works on a Book that is there; CODE is the Book's code.</summary>
    public static TheoryData<string> OnABook =>
        [
            "amend CODE --agreement agreement.yaml --from 2016-12-01",
            "approve CODE --partner camden --body Cabinet --on 2016-09-01 --version 1",
            "import costs CODE costs.csv",
            "import costs CODE costs.csv --dry-run",
            "import drivers CODE devices.csv",
            "import payments CODE payments.csv",
            "correct CODE 6#2 --because Wrong --amount 1.00",
            "withhold CODE 6#2 --because \"Names a person\"",
            "close CODE 2016-10",
            "close CODE --through 2016-10",
            "statement CODE 2016-10",
            "statement CODE 2016/17",
            "statement CODE --all",
            "explain CODE 2016-10 --partner camden --service networks",
            "entries CODE",
            "verify CODE",
            "export CODE --as entries --out out.zip",
            "export CODE --as hledger --out out.journal",
            "export CODE --as costs --out out.csv",
        ];

    [Theory]
    [MemberData(nameof(OnABook))]
    public void Where_there_is_no_store_the_Book_is_not_known_and_none_is_made(string line)
    {
        using var session = Small.WithFiles();
        session.Run(Named(line, "cih")).MustBeRefusedFor("book-unknown");
        Assert.False(Directory.Exists(session.Data));
    }

    [Theory]
    [MemberData(nameof(OnABook))]
    public void A_Book_that_the_store_has_not_is_not_known(string line)
    {
        using var session = Small.WithFiles().All("new cih --agreement agreement.yaml");
        var ran = session.Run(Named(line, "sse")).MustBeRefusedFor("book-unknown");
        Assert.Contains("There is no Book \"sse\".", ran.Error, StringComparison.Ordinal);
        Assert.Equal(["agreement.yaml", "costs.csv", "devices.csv", "openbook-data", "payments.csv"], session.Names());
    }

    [Theory]
    [MemberData(nameof(OnABook))]
    public void A_changed_entry_stops_every_command_with_3(string line)
    {
        using var session = Small.October();
        session.Spoil("openbook-data/openbook.db", "London Borough of Camden", "London Borough of Hamden");
        var ran = session.Run(Named(line, "cih")).MustEnd(Exit.Store);
        Assert.Contains("ntry 1", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(session.Names(), name => name.StartsWith("out", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(OnABook))]
    public void A_store_of_a_newer_program_stops_every_command_with_3(string line)
    {
        using var session = Small.October();
        session.SetStoreForm(99);
        var ran = session.Run(Named(line, "cih")).MustEnd(Exit.Store);
        Assert.Contains("was written by a newer Openbook", ran.Error, StringComparison.Ordinal);
        Assert.Empty(ran.Out);
    }

    [Theory]
    [InlineData("books")]
    [InlineData("new other --agreement agreement.yaml")]
    [InlineData("restore other costs.csv")]
    [InlineData("statement cih 2016-10")]
    public void A_file_that_is_no_store_stops_with_3(string line)
    {
        using var session = Small.WithFiles();
        Directory.CreateDirectory(session.Data);
        session.File("openbook-data/openbook.db", new string('x', 8192));
        Assert.Contains("openbook.db", session.Run(line).MustEnd(Exit.Store).Error, StringComparison.Ordinal);
    }

    private const string Recorded = "\"kind\":\"payments-recorded\"";
    private const string Imagined = "\"kind\":\"payments-imagined\"";

    [Fact]
    public void A_kind_of_fact_that_was_changed_is_no_newer_programs()
    {
        using var session = Small.October();
        session.Spoil("openbook-data/openbook.db", Recorded, Imagined);
        var ran = session.Run("statement cih 2016-10").MustEnd(Exit.Store);
        Assert.Contains("was changed: its hash does not fit its content.", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kind_of_fact_that_a_newer_program_wrote_stops_with_3()
    {
        using var session = Small.October();
        session.Spoil("openbook-data/openbook.db", Recorded, Imagined);
        session.RehashEntryOf("openbook-data/openbook.db", Imagined);
        var ran = session.Run("statement cih 2016-10").MustEnd(Exit.Store);
        Assert.Contains(
            "\"payments-imagined\" is not known. A newer Openbook wrote it.",
            ran.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_folder_is_named_by_the_option_or_the_variable_or_is_the_usual_one()
    {
        using var session = Small.WithFiles();
        session.Do("new usual --agreement agreement.yaml");
        session.Variable("OPENBOOK_DATA", session.PathOf("by-variable")).Do("new variable --agreement agreement.yaml");
        session.Do("new option --agreement agreement.yaml --data by-option");
        Assert.Equal("book\nusual\n", Books("--data openbook-data"));
        Assert.Equal("book\nvariable\n", Books(""));
        Assert.Equal("book\noption\n", Books("--data by-option"));

        string Books(string option) =>
            string.Concat(
                session.Do($"books --format csv {option}").Split('\n')[..^1].Select(row => row.Split(',')[0] + "\n")
            );
    }

    private static string Named(string line, string book) => line.Replace("CODE", book, StringComparison.Ordinal);
}

/// <summary>Ways to harm a store.</summary>
internal static class Harm
{
    public static string[] Names(this Session session) =>
        [
            .. Directory
                .EnumerateFileSystemEntries(session.Folder)
                .Select(path => Path.GetFileName(path))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Changes some bytes of a file into others of the same number.</summary>
    public static void Spoil(this Session session, string name, string from, string to)
    {
        Assert.Equal(from.Length, to.Length);
        var bytes = File.ReadAllBytes(session.PathOf(name));
        var at = bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(from));
        Assert.True(at >= 0, $"{name} does not hold {from}.");
        Encoding.UTF8.GetBytes(to).CopyTo(bytes, at);
        File.WriteAllBytes(session.PathOf(name), bytes);
    }

    /// <summary>Gives the entry that holds these words the hash that it would have been written with.</summary>
    public static void RehashEntryOf(this Session session, string name, string words)
    {
        var bytes = File.ReadAllBytes(session.PathOf(name));
        var at = bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(words));
        var start = bytes.AsSpan(0, at).LastIndexOf("{\"actor\":"u8);
        var end = at + bytes.AsSpan(at).IndexOf("Z\"}"u8) + 3;
        var hash = start + bytes.AsSpan(start, at - start).LastIndexOf(",\"hash\":\""u8);
        var digits = hash + ",\"hash\":\"".Length;
        byte[] rest = [.. bytes[start..hash], .. bytes[(digits + 65)..end]];
        Encoding.UTF8.GetBytes(Convert.ToHexStringLower(SHA256.HashData(rest))).CopyTo(bytes, digits);
        File.WriteAllBytes(session.PathOf(name), bytes);
    }

    /// <summary>Writes the number of the store's form (SQLite's user_version, bytes 60 to 63 of the file).</summary>
    public static void SetStoreForm(this Session session, byte form)
    {
        using var file = File.OpenWrite(session.PathOf("openbook-data/openbook.db"));
        file.Position = 63;
        file.WriteByte(form);
    }
}
