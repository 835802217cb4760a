using Openbook.Cli.Tests.Given;
using Openbook.Postgres;

namespace Openbook.Cli.Tests.Commands;

/// <summary>The same commands on PostgreSQL, and what they say when a store is named wrongly or is not there.</summary>
public sealed class PostgresTests
{
    private const string NoServer = "Host=/nowhere;Database=openbook;Username=openbook;Password=secret";

    [PostgresFact]
    public void The_commands_say_the_same_of_a_Book_on_PostgreSQL()
    {
        using var database = new TestDatabase(TestCluster.Shared!);
        using var session = Small.October();
        session.Do("export cih --as entries --out cih.zip");
        string[] looks =
        [
            "books",
            "statement cih 2016-10",
            "explain cih 2016-10 --partner camden --service networks",
            "entries cih",
            "verify cih",
            "verify cih --against cih.zip",
        ];
        var onFiles = looks.Select(session.Do).ToList();
        session.Variable("OPENBOOK_STORE", database.Connection);
        Assert.Equal("There is no Book yet. Start one with openbook new, or see openbook demo.\n", session.Do("books"));
        session.Run("verify cih").MustBeRefusedFor("book-unknown");
        session.Do("restore cih cih.zip");
        Assert.Equal(onFiles, looks.Select(session.Do));
        session.Do("close cih 2016-10");
        Assert.Contains("1 closed period worked out anew", session.Do("verify cih"), StringComparison.Ordinal);
    }

    [PostgresFact]
    public void The_option_counts_before_the_variable_and_a_folder_before_both()
    {
        using var database = new TestDatabase(TestCluster.Shared!);
        using var session = Small.WithFiles();
        session.Variable("OPENBOOK_STORE", NoServer);
        session.Run(["new", "on", "--agreement", "agreement.yaml", "--store", database.Connection]).MustEnd(Exit.Done);
        session.Do("new in --agreement agreement.yaml --data folder");
        string[] books = ["books", "--format", "csv", "--store", database.Connection];
        Assert.Contains("\non,", session.Run(books).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\non,", session.Do("books --format csv --data folder"), StringComparison.Ordinal);
    }

    [PostgresFact]
    public void The_demo_can_be_walked_on_PostgreSQL()
    {
        using var database = new TestDatabase(TestCluster.Shared!);
        using var session = new Session();
        session.Variable("OPENBOOK_STORE", database.Connection);
        Assert.Contains("--store CONNECTION", session.Do("demo --terminal"), StringComparison.Ordinal);
        Assert.Contains("cih", session.Do("books --format csv"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(session.Data));
    }

    [Theory]
    [InlineData("books --data folder --store Host=db;Database=openbook", "--data and --store name two stores.")]
    [InlineData(
        "new cih --agreement agreement.yaml --store Host=db --data folder",
        "--data and --store name two stores."
    )]
    [InlineData("books --store secret", "--store is not a connection such as Host=")]
    [InlineData("books --store postgres://me:secret@db/openbook", "--store is not a connection such as Host=")]
    [InlineData("verify cih --store \"\"", "--store is not a connection such as Host=")]
    public void A_store_that_is_named_wrongly_is_wrong_usage(string line, string expected)
    {
        using var session = Small.WithFiles();
        var error = session.Run(line).MustEnd(Exit.Usage).Error;
        Assert.StartsWith(expected, error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_variables_at_once_are_wrong_usage()
    {
        using var session = Small.WithFiles();
        session.Variable("OPENBOOK_STORE", NoServer).Variable("OPENBOOK_DATA", session.Data);
        Assert.Contains("name two stores", session.Run("books").MustEnd(Exit.Usage).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("books")]
    [InlineData("new cih --agreement agreement.yaml")]
    [InlineData("statement cih 2016-10")]
    [InlineData("verify cih")]
    [InlineData("restore cih cih.zip")]
    public void A_server_that_is_not_there_stops_with_3_and_the_password_is_not_told(string line)
    {
        using var session = Small.WithFiles();
        var error = session.Variable("OPENBOOK_STORE", NoServer).Run(line).MustEnd(Exit.Store).Error;
        Assert.StartsWith(
            "The PostgreSQL database openbook on /nowhere cannot be reached: ",
            error,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("secret", error, StringComparison.Ordinal);
    }
}
