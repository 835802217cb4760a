using System.CommandLine;
using Openbook.Cli.Commands;
using Openbook.Domain;
using Openbook.Journal;

namespace Openbook.Cli;

/// <summary>A command: its name, and how it is made.</summary>
/// <param name="Name">As it is typed.</param>
/// <param name="Make">Makes it.</param>
public sealed record CommandMaker(string Name, Func<CommonOptions, Shell, Command> Make);

/// <summary>The program: reads the command line, runs one command, says what became of it.</summary>
public static class OpenbookProgram
{
    /// <summary>Every command, in the order of the help.</summary>
    public static IReadOnlyList<CommandMaker> Commands { get; } =
    [
        new("demo", DemoCommand.Make),
        new("serve", ServeCommand.Make),
        new("books", BooksCommand.Make),
        new("new", NewCommand.Make),
        new("amend", AmendCommand.Make),
        new("approve", ApproveCommand.Make),
        new("import", ImportCommand.Make),
        new("map", MapCommand.Make),
        new("correct", CorrectCommand.Make),
        new("withhold", WithholdCommand.Make),
        new("issue", IssueCommand.Make),
        new("accept", AcceptCommand.Make),
        new("query", QueryCommand.Make),
        new("answer", AnswerCommand.Make),
        new("drafts", DraftsCommand.Make),
        new("close", CloseCommand.Make),
        new("statement", StatementCommand.Make),
        new("explain", ExplainCommand.Make),
        new("monitor", MonitorCommand.Make),
        new("whatif", WhatIfCommand.Make),
        new("entries", EntriesCommand.Make),
        new("verify", VerifyCommand.Make),
        new("export", ExportCommand.Make),
        new("restore", RestoreCommand.Make),
        new("reckon", ReckonCommand.Make),
        new("completion", CompletionCommand.Make),
    ];

    /// <summary>Runs the program; gives its exit code.</summary>
    public static int Run(IReadOnlyList<string> args, Shell shell)
    {
        ArgumentNullException.ThrowIfNull(shell);
        var code = Guarded(args, shell);
        shell.Out.Flush();
        shell.Error.Flush();
        return code;
    }

    /// <summary>The whole command line, as help shows it.</summary>
    public static RootCommand Root(Shell shell) => Root(shell, Commands);

    private static RootCommand Root(Shell shell, IEnumerable<CommandMaker> commands)
    {
        var common = new CommonOptions();
        var root = new RootCommand(
            "Openbook: the Book of a service that councils share. It says who owes what, and why.\n\n"
                + "Example: openbook demo"
        );
        root.Options.Add(common.Data);
        root.Options.Add(common.Store);
        root.Options.Add(common.Trace);
        foreach (var command in commands)
        {
            root.Subcommands.Add(command.Make(common, shell));
        }
        return root;
    }

    // Making every command takes longer than running a small one: only those are made whose names stand on the command line.
    private static IEnumerable<CommandMaker> Asked(IReadOnlyList<string> args)
    {
        var asked = Commands.Where(command => args.Contains(command.Name)).ToList();
        return asked.Count > 0 ? asked : Commands;
    }

    private static int Guarded(IReadOnlyList<string> args, Shell shell)
    {
        try
        {
            // A text that begins with @ is a text, not a file of further words.
            var parsed = Root(shell, Asked(args))
                .Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Errors.Count > 0)
            {
                return WrongUsage(parsed, shell);
            }
            return parsed.Invoke(
                new InvocationConfiguration
                {
                    Output = shell.Out,
                    Error = shell.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                }
            );
        }
        catch (UsageException fault)
        {
            shell.Error.WriteLine(fault.Message);
            return Exit.Usage;
        }
        catch (BookDamagedException fault)
        {
            shell.Error.WriteLine($"The Book is damaged at entry {fault.Entry}: {fault.Message}");
            shell.Error.WriteLine("Nothing was changed. Run openbook verify, and compare with a partner's copy.");
            return Exit.Store;
        }
        catch (StoreException fault)
        {
            shell.Error.WriteLine(fault.Message);
            return Exit.Store;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            shell.Error.WriteLine($"A file could not be read or written: {fault.Message} Nothing was recorded.");
            return Exit.Store;
        }
    }

    private static int WrongUsage(ParseResult parsed, Shell shell)
    {
        foreach (var error in parsed.Errors)
        {
            shell.Error.WriteLine(error.Message);
        }
        var names = new List<string>();
        for (var at = parsed.CommandResult; at is not null; at = at.Parent as System.CommandLine.Parsing.CommandResult)
        {
            names.Insert(0, at.Command is RootCommand ? "openbook" : at.Command.Name);
        }
        shell.Error.WriteLine($"For help and an example: {string.Join(' ', names)} --help");
        return Exit.Usage;
    }
}
