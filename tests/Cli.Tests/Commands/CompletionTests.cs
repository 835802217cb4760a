using Openbook.Cli.Tests.Given;

namespace Openbook.Cli.Tests.Commands;

/// <summary>A shell can complete commands and options.</summary>
public sealed class CompletionTests
{
    [Theory]
    [InlineData("openbook st", "statement")]
    [InlineData("openbook import ", "budget")]
    [InlineData("openbook import costs cih october.csv --sk", "--skip-known")]
    [InlineData("openbook statement cih 2016-10 --format ", "json")]
    public void The_program_says_what_may_come_next(string line, string expected)
    {
        using var session = new Session();
        var ran = session.Run([$"[suggest:{line.Length}]", line]).MustEnd(Exit.Done);
        Assert.Contains(expected, ran.Out.Split('\n'));
    }

    [Fact]
    public void Bash_completes_with_the_script()
    {
        if (!Outside.IsThere("bash"))
        {
            return;
        }
        using var session = new Session();
        session.File("completion.bash", session.Do("completion bash"));
        var program = Path.Combine(AppContext.BaseDirectory, "openbook.dll");
        session.File(
            "try.bash",
            $$"""
            openbook() { dotnet "{{program}}" "$@"; }
            source completion.bash
            COMP_WORDS=(openbook verify cih --ag) COMP_CWORD=3 COMP_LINE="openbook verify cih --ag" COMP_POINT=24
            _openbook_completion
            echo "${COMPREPLY[*]}"

            """
        );
        Assert.Equal("--against", Outside.Run(session.Folder, "bash", "try.bash").Trim());
    }

    [Theory]
    [InlineData("zsh", "compdef _openbook_completion openbook")]
    [InlineData("fish", "complete --command openbook")]
    public void Each_shell_has_its_script(string shell, string expected)
    {
        using var session = new Session();
        Assert.Contains(expected, session.Do($"completion {shell}"), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_shell_is_wrong_usage()
    {
        using var session = new Session();
        session.Run("completion tcsh").MustEnd(Exit.Usage);
    }
}
