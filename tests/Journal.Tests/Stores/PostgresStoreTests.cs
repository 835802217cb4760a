using Npgsql;
using Openbook.Postgres;

namespace Openbook.Journal.Tests.Stores;

/// <summary>What only the PostgreSQL store promises: its settings, its tables, whose they are, and what it says when it fails.</summary>
public sealed class PostgresStoreTests
{
    [PostgresTheory]
    [InlineData("synchronous_commit", "on")]
    [InlineData("lock_timeout", "1min")]
    [InlineData("idle_in_transaction_session_timeout", "0")]
    [InlineData("fsync", "on")]
    public void The_settings_on_which_its_promises_rest_are_set_whatever_the_database_says(
        string setting,
        string expected
    )
    {
        using var home = new PostgresHome();
        using (var raw = home.Raw())
        {
            var database = raw.Database;
            raw.Run($"ALTER DATABASE {database} SET synchronous_commit = off");
            raw.Run($"ALTER DATABASE {database} SET lock_timeout = 1");
            raw.Run($"ALTER DATABASE {database} SET idle_in_transaction_session_timeout = 1");
        }
        using var store = home.Open();
        Assert.Equal(expected, PostgresHome.ConnectionOf(store).Query($"SHOW {setting}", row => (string)row[0])[0]);
    }

    [PostgresFact]
    public void Codes_of_Books_are_compared_byte_by_byte_in_every_table()
    {
        using var home = new PostgresHome();
        home.Open().Dispose();
        using var raw = home.Raw();
        var collations = raw.Query(
            "SELECT table_name::text, collation_name::text FROM information_schema.columns WHERE column_name = 'book' ORDER BY 1",
            row => $"{row[0]} {row[1]}"
        );
        Assert.Equal(["derived_batches C", "entries C", "lines C"], collations);
    }

    [PostgresFact]
    public void A_look_at_a_database_without_a_store_makes_none()
    {
        using var home = new PostgresHome();
        Assert.Null(PostgresStore.OpenIfThere(home.Address));
        Assert.Empty(home.Tables());
        home.Open().Dispose();
        using var store = PostgresStore.OpenIfThere(home.Address);
        Assert.Equal(["derived_batches", "entries", "lines"], home.Tables().Select(table => table.Name));
    }

    [PostgresFact]
    public void A_store_of_the_first_form_goes_forward()
    {
        using var home = new PostgresHome();
        home.Open().Dispose();
        Run(home, "UPDATE openbook_store SET form = 1");
        home.Open().Dispose();
        Run(home, "UPDATE openbook_store SET form = form + 1");
        Assert.Contains("(form 4;", Refused(home), StringComparison.Ordinal);
    }

    [PostgresFact]
    public void A_store_of_a_newer_program_is_refused()
    {
        using var home = new PostgresHome();
        home.Open().Dispose();
        Run(home, "UPDATE openbook_store SET form = 4");
        Assert.Contains("was written by a newer Openbook (form 4;", Refused(home), StringComparison.Ordinal);
    }

    [PostgresTheory]
    [InlineData("CREATE TABLE accounts (name text)")]
    [InlineData("CREATE VIEW accounts AS SELECT 1")]
    [InlineData("CREATE TABLE openbook_store (colour text)")]
    [InlineData("CREATE TABLE openbook_store (form integer)")]
    public void A_database_of_another_program_is_refused_and_left_as_it_is(string sql)
    {
        using var home = new PostgresHome();
        Run(home, sql);
        Assert.Contains("holds the tables of another program", Refused(home), StringComparison.Ordinal);
        using var raw = home.Raw();
        Assert.Equal(
            1L,
            raw.Query("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace", row => row[0])[0]
        );
    }

    [PostgresFact]
    public void A_server_database_or_user_that_is_not_there_is_said_without_the_password()
    {
        using var home = new PostgresHome();
        (string, string)[] wrong =
        [
            ("Database", "secret-none"),
            ("Username", "nobody"),
            ("Host", "/nowhere"),
            ("Port", "1"),
        ];
        foreach (var (key, value) in wrong)
        {
            var words = new NpgsqlConnectionStringBuilder(home.Connection) { Password = "secret", [key] = value };
            var fault = Assert.ThrowsAny<StoreException>(() =>
                PostgresStore.Open(PostgresAddress.Parse(words.ConnectionString)!).Dispose()
            );
            Assert.Contains("PostgreSQL database", fault.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(
                "secret",
                fault.Message.Replace("secret-none on", "", StringComparison.Ordinal),
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("postgres://openbook:secret@db/openbook")]
    [InlineData("Database=openbook")]
    [InlineData("Host=db;Colour=secret")]
    [InlineData("Host=db;Port=secret")]
    public void Words_that_are_no_connection_are_told(string text) => Assert.Null(PostgresAddress.Parse(text));

    [PostgresFact]
    public void What_is_read_is_one_state_until_the_next_write()
    {
        using var home = AHome.WithOctober("postgres");
        using var store = home.Open();
        Assert.Equal(7, store.Entries(Clerk.Abc, 0).Count);
        var paid = SmallStory.Paid("2016-10-20", "7.00", "on-account");
        Came.Done(home.With("2016-11-02", clerk => clerk.Payments("p.csv", paid)));
        Assert.Equal(7, store.Entries(Clerk.Abc, 0).Count);
        store.Write().Dispose();
        Assert.Equal(8, store.Entries(Clerk.Abc, 0).Count);
    }

    [PostgresFact]
    public void A_write_waits_for_the_one_before_and_says_so_when_that_takes_too_long()
    {
        using var home = new PostgresHome();
        using var one = home.Open();
        using var other = home.Open();
        PostgresHome.ConnectionOf(other).Run("SET lock_timeout = 50");
        using (one.Write())
        {
            Assert.Contains(
                "is in use by another program",
                Assert.Throws<StoreException>(other.Write).Message,
                StringComparison.Ordinal
            );
        }
        using var writer = other.Write();
        Assert.Equal(0, writer.LastEntry("a"));
    }

    [PostgresFact]
    public void After_a_connection_was_cut_the_write_is_gone_and_the_store_goes_on()
    {
        using var home = new PostgresHome();
        using var store = home.Open();
        using (var writer = store.Write())
        {
            writer.PutEntry("a", 1, [1]);
            CutConnections(home);
            Assert.Contains(
                "It may be there or not",
                Assert.Throws<StoreException>(writer.Commit).Message,
                StringComparison.Ordinal
            );
        }
        Assert.Empty(store.Books());
        using var again = store.Write();
        again.PutEntry("a", 1, [1]);
        again.Commit();
        Assert.Equal(["a"], store.Books());
    }

    [PostgresFact]
    public void A_connection_that_is_cut_during_verification_is_no_damage()
    {
        using var home = AHome.WithSmallBook("postgres");
        using var store = home.Open();
        Assert.Throws<StoreLostException>(() =>
            Verification.Run(
                store,
                Clerk.Abc,
                text =>
                {
                    CutConnections((PostgresHome)home);
                    return TheAgreement.Reread(text);
                }
            )
        );
        home.MustBeSound(SmallStory.Entries);
    }

    // Its own only: other tests use the same server.
    private static void CutConnections(PostgresHome home) =>
        Run(
            home,
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
                + "WHERE application_name = 'openbook' AND datname = current_database()"
        );

    [PostgresFact]
    public void Withheld_words_are_gone_from_the_files_of_the_tables()
    {
        using var home = (PostgresHome)AHome.WithOctober("postgres");
        var before = home.Blocks(6)[0];
        Assert.True(Holds(home, before.Words));
        Came.Done(home.With("2016-11-03", clerk => clerk.Withhold("L-2")));
        Assert.False(Holds(home, before.Words));
        Assert.True(Holds(home, home.Blocks(6)[0].Words));
        home.MustBeSound(8);
    }

    // Whether bytes stand in a file of the table or of what is too long for its rows.
    private static bool Holds(PostgresHome home, byte[] bytes)
    {
        using var raw = home.Raw();
        raw.Run("CHECKPOINT");
        return raw.Query(
                """
                SELECT position(@bytes IN pg_read_binary_file(pg_relation_filepath(oid))) > 0 FROM pg_class
                WHERE oid = 'lines'::regclass OR oid = (SELECT reltoastrelid FROM pg_class WHERE oid = 'lines'::regclass)
                """,
                row => (bool)row[0],
                ("@bytes", bytes)
            )
            .Contains(true);
    }

    private static string Refused(PostgresHome home) =>
        Assert.Throws<StoreException>(() => home.Open().Dispose()).Message;

    private static void Run(PostgresHome home, string sql)
    {
        using var raw = home.Raw();
        raw.Run(sql);
    }
}
