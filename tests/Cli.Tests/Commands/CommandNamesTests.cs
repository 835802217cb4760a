using Openbook.Cli.Tests.Given;

namespace Openbook.Cli.Tests.Commands;

/// <summary>Only the commands named on the command line are made: each must be made under the name that it is listed by.</summary>
public sealed class CommandNamesTests
{
    [Fact]
    public void Every_command_is_listed_under_its_own_name() =>
        Assert.Equal(
            OpenbookProgram.Commands.Select(command => command.Name),
            OpenbookProgram
                .Root(new Shell { Out = TextWriter.Null, Error = TextWriter.Null })
                .Subcommands.Select(command => command.Name)
        );
}
