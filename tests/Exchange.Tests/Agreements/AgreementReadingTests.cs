using Openbook.Domain;

namespace Openbook.Exchange.Tests;

public sealed class AgreementReadingTests
{
    private static readonly SharingRule equal = new SharingRule.Equal();
    private static readonly EquatableList<string> everybody = new(["camden", "islington", "haringey"]);

    private static AgreementTerms Expected { get; } =
        new()
        {
            Rules = "openbook-1",
            Partnership = "Camden, Islington and Haringey Shared Digital",
            Starts = Month.Of(2016, 10),
            Partners = new([
                new Partner("camden", "London Borough of Camden", "E09000007"),
                new Partner("islington", "London Borough of Islington", "E09000019"),
                new Partner("haringey", "London Borough of Haringey", "E09000014"),
            ]),
            Host = "camden",
            Services = new([
                new Service("networks", "Networks and telephony", everybody, true, equal),
                new Service("desktop", "Desktop and devices", everybody, true, new SharingRule.ByDriver("devices")),
                new Service("apps", "Shared applications", everybody, true, Fixed(40_000_000, 35_000_000, 25_000_000)),
                new Service("libraries", "Library systems", everybody, true, new SharingRule.Direct("haringey")),
                new Service("printing", "Print service", new(["camden", "islington"]), false, equal),
            ]),
            Overheads = new([new Overhead("management", "Management", new(["networks", "desktop", "apps"]), true)]),
            Drivers = new([new Driver("devices", "Managed devices", 12)]),
            Customers = new([new Customer("lga", "Local Government Association", new SharingRule.Direct("camden"))]),
            Income = equal,
            Savings = equal,
            Notice = new NoticeTerm(18, "all staying"),
            Committee = new CommitteeTerm(2, 3, 1, "rotates by meeting"),
        };

    private static SharingRule.Fixed Fixed(params long[] millionths) =>
        new(everybody.Zip(millionths, (code, weight) => new PartnerWeight(code, new Weight(weight))).ToEquatableList());

    [Fact]
    public void The_example_reads_to_its_terms() =>
        Assert.Equal(Expected, AgreementExample.Terms(AgreementExample.Text));

    [Fact]
    public void Line_ends_and_a_byte_order_mark_change_nothing()
    {
        var windows = AgreementExample.Text.Replace("\n", "\r\n", StringComparison.Ordinal);
        Assert.Equal(Expected, AgreementExample.Terms(windows));
        Assert.Equal(Expected, AgreementExample.Terms("\uFEFF" + windows));
        Assert.Equal(Expected, AgreementExample.Terms(AgreementExample.Text.Replace('\n', '\r')));
        Assert.Equal(Expected, AgreementExample.Terms("--- # one document\n" + AgreementExample.Text + "...\n"));
    }

    [Theory]
    [InlineData("1-plan.yaml", 2, 5)]
    [InlineData("2-joining.yaml", 3, 8)]
    [InlineData("3-light.yaml", 3, 3)]
    public void Every_sample_reads(string name, int partners, int services)
    {
        var path = Path.Combine(AgreementExample.Repository(), "samples", "cih", "agreements", name);
        var terms = AgreementExample.Terms(File.ReadAllText(path));
        Assert.Equal(partners, terms.Partners.Count);
        Assert.Equal(services, terms.Services.Count);
    }

    [Fact]
    public void No_sample_is_left_out()
    {
        var folder = Path.Combine(AgreementExample.Repository(), "samples", "cih", "agreements");
        Assert.Equal(3, Directory.GetFiles(folder).Length);
    }

    [Fact]
    public void Only_what_is_required_is_enough()
    {
        const string text =
            "rules: openbook-1\npartnership: Two\nstarts: 2020-04-01\nhost: b\n"
            + "partners: [{code: a, name: A}, {code: b, name: B}]\nservices: [{code: s, name: S, share: equal}]\n";
        var terms = AgreementExample.Terms(text);
        Assert.Equal(new SharingRule.Equal(), terms.Income);
        Assert.Null(terms.Ends);
        Assert.Null(terms.Savings);
        Assert.Null(terms.Notice);
        Assert.Null(terms.Committee);
        Assert.Null(terms.Partners[0].Gss);
        Assert.Empty(terms.Overheads);
        Assert.Empty(terms.Drivers);
        Assert.Empty(terms.Customers);
    }

    [Fact]
    public void No_stays_text_and_so_does_every_other_word()
    {
        var text = AgreementExample
            .Text.Replace("islington", "no", StringComparison.Ordinal)
            .Replace("host: camden", "host: no", StringComparison.Ordinal)
            .Replace("name: Management", "name: 0x1F", StringComparison.Ordinal)
            .Replace("name: Managed devices", "name: 1e3", StringComparison.Ordinal)
            .Replace("chair: rotates by meeting", "chair: ~", StringComparison.Ordinal);
        var terms = AgreementExample.Terms(text);
        Assert.Equal("no", terms.Host);
        Assert.Equal("no", terms.Partners[1].Code);
        Assert.Equal("0x1F", terms.Overheads[0].Name);
        Assert.Equal("1e3", terms.Drivers[0].Name);
        Assert.Equal("~", terms.Committee?.Chair);
    }

    [Fact]
    public void Named_partners_and_weights_come_in_the_order_of_the_partners()
    {
        var text = AgreementExample
            .Text.Replace("[camden, islington]", "[haringey, camden]", StringComparison.Ordinal)
            .Replace(
                "camden: 40, islington: 35, haringey: 25",
                "haringey: 25, camden: 0.5, islington: 0",
                StringComparison.Ordinal
            );
        var terms = AgreementExample.Terms(text);
        Assert.Equal(new EquatableList<string>(["camden", "haringey"]), terms.Services[4].Partners);
        Assert.Equal(Fixed(500_000, 0, 25_000_000), terms.Services[2].Share);
    }

    [Fact]
    public void All_partners_named_are_not_the_same_as_none_named()
    {
        var terms = AgreementExample.Terms(
            AgreementExample.With("[camden, islington]", "[haringey, islington, camden]")
        );
        Assert.False(terms.Services[4].AllPartners);
        Assert.Equal(everybody, terms.Services[4].Partners);
        Assert.True(terms.Services[0].AllPartners);
    }

    [Theory]
    [InlineData("as-service", "as-service")]
    [InlineData("{ direct: islington }", "direct")]
    [InlineData("{ fixed: { camden: 1, islington: 2, haringey: 0 } }", "fixed")]
    public void Income_savings_and_customers_take_every_income_rule(string rule, string word)
    {
        var terms = AgreementExample.Terms(
            AgreementExample
                .Text.Replace("income: { direct: camden }", $"income: {rule}", StringComparison.Ordinal)
                .Replace("{ share: equal }", $"{{ share: {rule} }}", StringComparison.Ordinal)
        );
        Assert.Equal(word, terms.Income.Word);
        Assert.Equal(word, terms.Savings?.Word);
        Assert.Equal(word, terms.Customers[0].Income?.Word);
    }

    [Theory]
    [InlineData("2018-12-31", 2018, 12)]
    [InlineData("2020-02-29", 2020, 2)]
    [InlineData("2016-10-31", 2016, 10)]
    public void The_end_is_the_last_of_a_month(string ends, int year, int month)
    {
        var terms = AgreementExample.Terms(AgreementExample.With("host: camden", $"host: camden\nends: {ends}"));
        Assert.Equal(Month.Of(year, month), terms.Ends);
    }

    [Fact]
    public void What_may_be_left_out_may_be_left_out()
    {
        var terms = AgreementExample.Terms(
            AgreementExample
                .Text.Replace(", fallback: equal", "", StringComparison.Ordinal)
                .Replace(", max_age_months: 12", "", StringComparison.Ordinal)
                .Replace(", income: { direct: camden }", "", StringComparison.Ordinal)
                .Replace(", waiver: all staying", "", StringComparison.Ordinal)
                .Replace(
                    "members_each: 2, quorum: { total: 3, each: 1 }, ",
                    "quorum: { total: 3 }, ",
                    StringComparison.Ordinal
                )
        );
        Assert.False(terms.Overheads[0].FallbackEqual);
        Assert.Equal(12, terms.Drivers[0].MaxAgeMonths);
        Assert.Null(terms.Customers[0].Income);
        Assert.Equal(new NoticeTerm(18, null), terms.Notice);
        Assert.Equal(new CommitteeTerm(null, 3, null, "rotates by meeting"), terms.Committee);
    }

    [Fact]
    public void Any_style_of_YAML_says_the_same()
    {
        const string customers = """
            - code: "lga"
                name: >-
                  Local
                  Government Association
                income:
                  direct: 'camden'
            """;
        const string flow = "- { code: lga, name: Local Government Association, income: { direct: camden } }";
        Assert.Equal(Expected, AgreementExample.Terms(AgreementExample.With(flow, customers)));
    }

    [Fact]
    public void Names_of_200_characters_and_beyond_the_first_plane_are_read()
    {
        var name = string.Concat(Enumerable.Repeat("\U0001F3DB", 200));
        var terms = AgreementExample.Terms(AgreementExample.With("name: Managed devices", $"name: {name}"));
        Assert.Equal(name, terms.Drivers[0].Name);
    }
}
