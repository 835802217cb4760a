using System.CommandLine;

namespace Openbook.Cli.Tests.Given;

/// <summary>The program's commands as its own description of the command line has them.</summary>
public static class Help
{
    public static RootCommand Root { get; } =
        OpenbookProgram.Root(new Shell { Out = TextWriter.Null, Error = TextWriter.Null });

    /// <summary>The commands that do something, each with its full name: <c>import costs</c>.</summary>
    public static IReadOnlyList<(string Name, Command Command)> Commands { get; } = [.. Leaves("", Root)];

    /// <summary>The example in a command's description.</summary>
    public static string Example(Command command)
    {
        var lines = command
            .Description!.Split('\n')
            .Where(line => line.StartsWith("Example: ", StringComparison.Ordinal));
        return Assert.Single(lines)["Example: ".Length..];
    }

    private static IEnumerable<(string Name, Command Command)> Leaves(string before, Command command) =>
        command.Subcommands.SelectMany(sub =>
            sub.Subcommands.Count == 0 ? [($"{before}{sub.Name}", sub)] : Leaves($"{before}{sub.Name} ", sub)
        );
}
