using System.CommandLine;

namespace Openbook.Cli.Commands;

/// <summary>Prints what a shell needs to complete commands. The program itself says what may come next.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        # Completion of openbook for bash: add to ~/.bashrc  eval "$(openbook completion bash)"
        _openbook_completion() {
          local IFS=$'\n'
          local word="${COMP_WORDS[COMP_CWORD]}"
          COMPREPLY=($(compgen -W "$(openbook "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "$word"))
        }
        complete -o default -F _openbook_completion openbook
        """;

    private const string Zsh = """
        # Completion of openbook for zsh: add to ~/.zshrc after compinit  eval "$(openbook completion zsh)"
        _openbook_completion() {
          local -a answers
          answers=("${(@f)$(openbook "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
          compadd -a answers || _files
        }
        compdef _openbook_completion openbook
        """;

    private const string Fish = """
        # Completion of openbook for fish: openbook completion fish > ~/.config/fish/completions/openbook.fish
        function __openbook_completion
          set -l line (commandline --cut-at-cursor)
          openbook "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete --command openbook --arguments '(__openbook_completion)'
        """;

    public static Command Make(CommonOptions common, Shell shell)
    {
        ArgumentNullException.ThrowIfNull(common);
        var kind = new Argument<string>("SHELL") { Description = "bash, zsh or fish." };
        kind.AcceptOnlyFromAmong("bash", "zsh", "fish");
        var command = new Command(
            "completion",
            "Prints a script by which a shell completes openbook's commands and options.\n\n"
                + "Example: openbook completion bash"
        )
        {
            kind,
        };
        command.SetAction(parsed =>
        {
            var script = parsed.GetValue(kind) switch
            {
                "bash" => Bash,
                "zsh" => Zsh,
                _ => Fish,
            };
            shell.Out.WriteLine(script.ReplaceLineEndings("\n"));
            return Exit.Done;
        });
        return command;
    }
}
