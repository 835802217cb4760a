using System.Globalization;

namespace Openbook.Journal.Tests.Stores;

/// <summary>What only the SQLite store promises: its settings, its file, its forms.</summary>
public sealed class SqliteStoreTests
{
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("secure_delete", "1")]
    [InlineData("foreign_keys", "1")]
    [InlineData("trusted_schema", "0")]
    [InlineData("busy_timeout", "60000")]
    [InlineData("user_version", "3")]
    [InlineData("application_id", "1332765291")]
    [InlineData("page_size", "16384")]
    public void The_settings_on_which_its_promises_rest_are_really_set(string pragma, string expected)
    {
        using var home = new SqliteHome();
        using var store = home.Open();
        Assert.Equal(expected, SqliteHome.Within(store).Value($"PRAGMA {pragma}"));
    }

    [Fact]
    public void The_log_and_the_flush_hold_for_a_store_that_is_opened_again()
    {
        using var home = new SqliteHome();
        home.Open().Dispose();
        using var store = home.Open();
        Assert.Equal("wal", SqliteHome.Within(store).Value("PRAGMA journal_mode"));
        Assert.Equal("2", SqliteHome.Within(store).Value("PRAGMA synchronous"));
    }

    [Fact]
    public void What_is_flushed_beside_a_long_write_is_there_for_others_only_when_it_is_committed()
    {
        using var home = new SqliteHome();
        using var writing = home.Open();
        using var other = home.Open();
        using (var writer = writing.Write())
        {
            for (var block = 0; block < 40; block++)
            {
                writer.PutBlock("b", 1, new StoredBlock(block, 1, new byte[1 << 20], new byte[16], [1]));
            }
            Assert.Empty(other.Blocks("b", 1));
            writer.Commit();
        }
        Assert.Equal(40, other.Blocks("b", 1).Count());
        using (var writer = writing.Write())
        {
            writer.PutBlock("b", 2, new StoredBlock(0, 1, new byte[16 << 20], new byte[16], [1]));
        }
        Assert.Empty(other.Blocks("b", 2));
    }

    [Fact]
    public void Every_table_is_strict_and_derived_data_is_named_so()
    {
        using var home = new SqliteHome();
        home.Open().Dispose();
        using var raw = home.Raw();
        var tables = raw.Query(
            "SELECT name, strict FROM pragma_table_list WHERE schema = 'main'",
            row => $"{row[0]} {row[1]}"
        );
        Assert.Equal(
            ["derived_batches 1", "entries 1", "lines 1"],
            tables.Where(table => !table.StartsWith("sqlite_", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_store_of_a_newer_program_is_refused_and_left_as_it_is()
    {
        using var home = new SqliteHome();
        home.Open().Dispose();
        Change(home.File, "PRAGMA user_version = 4");
        var fault = MustRefuse(home);
        Assert.Contains("newer Openbook", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CREATE TABLE accounts (name TEXT)")]
    [InlineData("CREATE TABLE accounts (name TEXT); PRAGMA user_version = 1")]
    [InlineData("CREATE TABLE accounts (name TEXT); PRAGMA user_version = 7")]
    [InlineData("PRAGMA user_version = 1")]
    public void A_database_of_another_program_is_refused_and_left_as_it_is(string sql)
    {
        using var home = new SqliteHome();
        Change(home.File, sql);
        var fault = MustRefuse(home);
        Assert.Contains("another program", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("This is a letter to the council, and no store.")]
    [InlineData("SQLite format 3\0 and then nothing of the kind, however long it goes on and on and on and on.")]
    public void A_file_that_is_no_database_is_refused_and_left_as_it_is(string text)
    {
        using var home = new SqliteHome();
        File.WriteAllText(home.File, string.Concat(Enumerable.Repeat(text, 50)));
        MustRefuse(home);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_named()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.At("file"), "");
        var fault = Assert.Throws<StoreException>(() => SqliteStore.Open(folder.At("file")).Dispose());
        Assert.Contains(folder.At("file"), fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_another_program_holds_says_so_and_when_to_try_again()
    {
        using var home = new SqliteHome();
        using var store = home.Open();
        using var raw = home.Raw();
        raw.Run("BEGIN IMMEDIATE");
        // Not the whole minute that a person would wait.
        SqliteHome.Within(store).Run("PRAGMA busy_timeout = 0");
        var fault = Assert.Throws<StoreException>(() => store.Write().Dispose());
        Assert.Contains("in use by another program. Try again", fault.Message, StringComparison.Ordinal);
        Assert.Empty(store.Books());
        raw.Run("ROLLBACK");
        store.Write().Dispose();
    }

    [Fact]
    public void The_first_form_is_made_in_one_transaction_or_not_at_all()
    {
        using var home = new SqliteHome();
        // So few pages that the tables do not fit.
        for (var pages = 1; pages <= 4; pages++)
        {
            using var opened = OpenSqlite.Of(home.File);
            opened.Run($"PRAGMA max_page_count = {pages}");
            var fault = Assert.ThrowsAny<Exception>(() => opened.BringForward(home.File));
            Assert.Contains("full", fault.Message, StringComparison.Ordinal);
        }
        using (var raw = SqliteHome.RawOf(home.File))
        {
            Assert.Equal(
                "0 0",
                raw.Query(
                    "SELECT count(*), (SELECT user_version FROM pragma_user_version) FROM sqlite_schema",
                    row => $"{row[0]} {row[1]}"
                )[0]
            );
        }
        using var store = home.Open();
        Assert.Empty(store.Books());
    }

    [Fact]
    public void A_full_disk_leaves_the_book_as_it_was()
    {
        using var home = new SqliteHome();
        using (var told = home.Open())
        {
            SmallStory.Tell(new Clerk(told, new AClock()));
        }
        for (var room = 0; room <= 10; room++)
        {
            using var store = home.Open();
            SqliteHome.Within(store).Run($"PRAGMA max_page_count = {Pages(store) + room}");
            var clock = new AClock();
            clock.Set("2016-12-06");
            Assert.Throws<StoreException>(() => new Clerk(store, clock).Costs("large.csv", Large));
            Assert.Empty(Verification.Run(store, Clerk.Abc, TheAgreement.Reread).Damages);
        }
        home.MustBeSound(SmallStory.Entries);
    }

    private static readonly string Large =
        "date,service,amount,paid_by,supplier\n"
        + string.Concat(
            Enumerable.Range(1, 20_000).Select(i => $"2016-12-03,networks,{i}.00,ash,{i * 7919L % 1000003} {i}\n")
        );

    private static long Pages(IStore store) =>
        long.Parse(SqliteHome.Within(store).Value("PRAGMA page_count"), CultureInfo.InvariantCulture);

    private static void Change(string file, string sql)
    {
        using var raw = SqliteHome.RawOf(file);
        raw.Run(sql);
    }

    private static StoreException MustRefuse(SqliteHome home)
    {
        var before = File.ReadAllBytes(home.File);
        var fault = Assert.Throws<StoreException>(() => home.Open().Dispose());
        Assert.Contains(home.File, fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(home.File));
        return fault;
    }
}
