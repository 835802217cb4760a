using System.Globalization;
using Openbook.Cli.Tests.Given;

namespace Openbook.Cli.Tests.Commands;

/// <summary>What explanations say at the edges.</summary>
public sealed class ExplainingTests
{
    [Fact]
    public void Weights_of_many_councils_together_may_be_larger_than_any_one_may_be()
    {
        using var session = new Session();
        var codes = Enumerable.Range(1, 10).Select(i => string.Create(CultureInfo.InvariantCulture, $"c{i}")).ToList();
        session.File(
            "agreement.yaml",
            "rules: openbook-1\npartnership: Ten\nstarts: 2016-10-01\npartners:\n"
                + string.Concat(codes.Select(code => $"  - {{ code: {code}, name: Council {code} }}\n"))
                + "host: c1\nservices:\n  - { code: networks, name: Networks, share: { fixed: { "
                + string.Join(", ", codes.Select(code => $"{code}: 999999999999.5"))
                + " } } }\n"
        );
        session.File("costs.csv", "date,service,amount,paid_by\n2016-10-03,networks,100.00,c1\n");
        session.Do("new ten --agreement agreement.yaml");
        foreach (var code in codes)
        {
            session.Do($"approve ten --partner {code} --body Cabinet --on 2016-09-01");
        }
        session.Do("import costs ten costs.csv");
        var shown = session.Do("explain ten 2016-10 --partner c2 --service networks");
        Assert.Contains(
            "Council c2: 999,999,999,999.5 of 9,999,999,999,995 of £100.00  £10.00",
            shown,
            StringComparison.Ordinal
        );
        Assert.Contains("That is £10.00 exactly.", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_council_bears_one_name_in_statements_and_explanations_while_another_is_only_proposed()
    {
        using var session = Small.Closed();
        session.File(
            "renamed.yaml",
            Small.Agreement.Replace("London Borough of Islington", "Islington Council", StringComparison.Ordinal)
        );
        session.Do("amend cih --agreement renamed.yaml --from 2016-12-01");
        Assert.Contains(
            "London Borough of Islington",
            session.Do("statement cih 2016-10 --partner islington"),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "What London Borough of Islington bears for Desktop",
            session.Do("explain cih 2016-10 --partner islington --service desktop"),
            StringComparison.Ordinal
        );
    }
}
