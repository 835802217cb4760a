using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Properties;

/// <summary>Whole Books against the oracle, which shares no code with what it checks.</summary>
public sealed class OracleLaws
{
    [Fact]
    public void Every_figure_of_every_statement_is_the_oracles() =>
        Law.MustHold(150, Script.Any, script => MadeBook.From(script).MustAgreeWithOracle());
}
