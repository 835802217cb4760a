using System.CommandLine;
using Openbook.Journal;

namespace Openbook.Cli;

/// <summary>Where the Books are: a folder or a PostgreSQL database, as options, variables or custom say.</summary>
internal abstract class StorePlace
{
    public const string DataVariable = "OPENBOOK_DATA";
    public const string StoreVariable = "OPENBOOK_STORE";

    /// <summary>Whether a person named it.</summary>
    public bool IsNamed { get; private init; }

    /// <summary>The option that names it again, for a command that is shown to a person; it never holds a password.</summary>
    public abstract string Option { get; }

    /// <summary>Opens the store, or makes it.</summary>
    public abstract IStore Open();

    /// <summary>Opens the store; null if there is none.</summary>
    public abstract IStore? OpenIfThere();

    /// <summary>What the commands that a command runs see of the world: the same place, other output, another folder.</summary>
    public Shell Within(Shell shell, TextWriter output, string folder) =>
        new()
        {
            Out = output,
            Error = shell.Error,
            OutIsTerminal = shell.OutIsTerminal && output == shell.Out,
            Folder = folder,
            Data = Folder,
            Clock = shell.Clock,
            Variable = name =>
                name switch
                {
                    DataVariable => null,
                    StoreVariable => Words,
                    _ => shell.Variable(name),
                },
        };

    /// <summary>The folder, if it is one.</summary>
    protected virtual string? Folder => null;

    /// <summary>The words of the connection, if it is a database.</summary>
    protected virtual string? Words => null;

    /// <summary>A folder.</summary>
    public static StorePlace Of(string folder) => new InFolder(folder);

    /// <summary>An option counts before a variable; --data and --store exclude each other, and so do their variables.</summary>
    public static StorePlace Of(CommonOptions common, ParseResult parsed, Shell shell)
    {
        ArgumentNullException.ThrowIfNull(common);
        ArgumentNullException.ThrowIfNull(parsed);
        ArgumentNullException.ThrowIfNull(shell);
        switch (parsed.GetValue(common.Data), parsed.GetValue(common.Store))
        {
            case ({ }, { }):
                throw new UsageException("--data and --store name two stores. Name one.");
            case ({ } folder, null):
                var from = Path.GetFullPath(shell.Folder.Length > 0 ? shell.Folder : ".");
                return new InFolder(Path.GetFullPath(folder, from)) { IsNamed = true };
            case (null, { } words):
                return new InPostgres("--store", words) { IsNamed = true };
        }
        var (data, store) = (shell.Variable(DataVariable), shell.Variable(StoreVariable));
        if (string.IsNullOrEmpty(store))
        {
            return new InFolder(shell.Data ?? data ?? "openbook-data") { IsNamed = data is not null };
        }
        return data is null
            ? new InPostgres(StoreVariable, store) { IsNamed = true }
            : throw new UsageException(
                $"{DataVariable} and {StoreVariable} name two stores. Unset one, or use an option."
            );
    }

    private sealed class InFolder(string folder) : StorePlace
    {
        public override string Option => $"--data {Folder}";

        public override IStore Open() => SqliteStore.Open(folder);

        public override IStore? OpenIfThere() => SqliteStore.IsIn(folder) ? SqliteStore.Open(folder) : null;

        protected override string? Folder => Path.GetFullPath(folder);

        public override string ToString() => folder;
    }

    private sealed class InPostgres(string name, string words) : StorePlace
    {
        private readonly PostgresAddress address =
            PostgresAddress.Parse(words)
            ?? throw new UsageException(
                $"{name} is not a connection such as Host=db.example.org;Database=openbook;Username=openbook."
            );

        public override string Option => "--store CONNECTION";

        public override IStore Open() => PostgresStore.Open(address);

        public override IStore? OpenIfThere() => PostgresStore.OpenIfThere(address);

        protected override string? Words => words;

        public override string ToString() => $"the {address}";
    }
}
