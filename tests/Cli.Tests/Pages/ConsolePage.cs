using System.Text;
using System.Text.RegularExpressions;
using Openbook.Cli.Tests.Given;
using Openbook.Postgres;

namespace Openbook.Cli.Tests.Pages;

/// <summary>
/// A page whose examples are run. The convention:
/// a fenced block after a line that ends with a name in backticks and a colon (<c>`costs.csv`:</c>) is that file;
/// a block marked <c>console</c> holds command lines that begin with <c>$ </c> (a backslash at the end goes on in the next
/// line), each followed by what it prints. In what is printed <c>…</c> stands for anything on a line, and a line of it alone
/// for any lines. All blocks of a page are run in order in one empty folder. <c>openbook</c> is this program, with
/// <c>&gt; FILE</c> at the end if the output goes to a file; any other command is given to the shell.
/// <c>export OPENBOOK_STORE=...</c> gives the commands after it an empty database of their own on the test server; where there
/// is no server, they are not run.
/// </summary>
internal sealed class ConsolePage
{
    private const string ExportStore = "export OPENBOOK_STORE=";

    private readonly List<Part> parts = [];

    private sealed record Part(int Line, string? File, IReadOnlyList<string> Lines);

    private ConsolePage(string text)
    {
        var lines = text.Split('\n');
        var before = "";
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                before = lines[i].Trim().Length > 0 ? lines[i] : before;
                continue;
            }
            var end = Array.IndexOf(lines, "```", i + 1);
            Assert.True(end > i, $"The block in line {i + 1} has no end.");
            var name = Regex.Match(
                before,
                "`(?<name>[^`/]+)`:$",
                RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(1)
            );
            if (lines[i] == "```console" || name.Success)
            {
                var file = lines[i] == "```console" ? null : name.Groups["name"].Value;
                parts.Add(new Part(i + 2, file, lines[(i + 1)..end]));
            }
            before = "";
            i = end;
        }
    }

    /// <summary>How many commands the page has.</summary>
    public int Commands =>
        parts.Sum(part =>
            part.File is null ? part.Lines.Count(line => line.StartsWith("$ ", StringComparison.Ordinal)) : 0
        );

    private bool NeedsDatabase =>
        parts.Any(part => part.Lines.Any(line => line.StartsWith($"$ {ExportStore}", StringComparison.Ordinal)));

    public static ConsolePage Of(string text) => new(text);

    /// <summary>Runs the page; gives every command that printed something else than the page says.</summary>
    public IReadOnlyList<string> Faults()
    {
        using var session = new Session { Now = "2026-11-22T09:00:00Z" };
        using var database = NeedsDatabase && TestCluster.Shared is { } server ? new TestDatabase(server) : null;
        var faults = new List<string>();
        foreach (var part in parts)
        {
            if (part.File is { } file)
            {
                session.File(file, string.Join('\n', part.Lines) + "\n");
            }
            else
            {
                faults.AddRange(Run(session, part, database));
            }
        }
        return faults;
    }

    private static IEnumerable<string> Run(Session session, Part part, TestDatabase? database)
    {
        if (!part.Lines[0].StartsWith("$ ", StringComparison.Ordinal))
        {
            yield return $"Line {part.Line} is no command.";
            yield break;
        }
        for (var i = 0; i < part.Lines.Count; )
        {
            var at = part.Line + i;
            var command = new StringBuilder(part.Lines[i][2..]);
            for (; part.Lines[i++].EndsWith('\\'); )
            {
                command.Length--;
                command.Append(part.Lines[i].Trim());
            }
            var expected = part
                .Lines.Skip(i)
                .TakeWhile(line => !line.StartsWith("$ ", StringComparison.Ordinal))
                .ToList();
            i += expected.Count;
            if (command.ToString().StartsWith(ExportStore, StringComparison.Ordinal))
            {
                // Words that reach no server, so that nothing on the page is recorded elsewhere.
                session.Variable("OPENBOOK_STORE", database?.Connection ?? "Host=none");
                continue;
            }
            if (session.Has("OPENBOOK_STORE") && database is null)
            {
                continue;
            }
            if (Shown(session, command.ToString()) is { } shown && !Matches(expected, shown))
            {
                yield return $"Line {at}: {command}\nprints\n{shown}and not\n{string.Join('\n', expected)}";
            }
        }
    }

    /// <summary>What a command prints; null if it needs a program that is missing.</summary>
    private static string? Shown(Session session, string command)
    {
        if (!command.StartsWith("openbook ", StringComparison.Ordinal))
        {
            return Outside.IsThere(command.Split(' ')[0]) ? Outside.Run(session.Folder, "sh", "-c", command) : null;
        }
        var (line, file) = command.Split(" > ") is [var before, var after] ? (before, after) : (command, null);
        if (file is null)
        {
            return session.Show([.. CommandLine.Words(line).Skip(1)]).Shown;
        }
        session.File(file, session.Run([.. CommandLine.Words(line).Skip(1)]).MustEnd(Exit.Done).Out);
        return "";
    }

    private static bool Matches(List<string> expected, string shown)
    {
        var pattern = string.Concat(
            expected.Select(line =>
                line.Trim() == "…"
                    ? @"(?:.*\n)*?"
                    : Regex.Escape(line.TrimEnd()).Replace("…", ".*?", StringComparison.Ordinal) + @"\n"
            )
        );
        var text = string.Concat(shown.TrimEnd('\n').Split('\n').Select(line => line.TrimEnd() + "\n"));
        return Regex.IsMatch(
            shown.Length == 0 ? "" : text,
            $@"\A{pattern}\z",
            RegexOptions.None,
            TimeSpan.FromSeconds(5)
        );
    }
}
