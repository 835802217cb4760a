using Openbook.Domain;

namespace Openbook.Exchange.Tests;

public sealed class AgreementFaultTests
{
    /// <summary>What is replaced in the example, by what, and the one refusal with the token at its place.</summary>
    [Theory]
    // Keys.
    [InlineData("host: camden", "host: camden\ncap: 3", "key-unknown", 9, 1, "cap")]
    [InlineData("max_age_months: ", "max_age: ", "key-unknown", 18, 45, "max_age")]
    [InlineData("share: { driver: devices }", "share: { count: devices }", "key-unknown", 11, 62, "count")]
    [InlineData("income: { direct: camden }", "income: { driver: devices }", "key-unknown", 20, 64, "driver")]
    [InlineData("each: 1", "every: 1", "key-unknown", 24, 51, "every")]
    [InlineData("host: camden\n", "", "key-missing", 1, 1, "rules")]
    [InlineData("name: Management, ", "", "key-missing", 16, 5, "{ code: management")]
    [InlineData("months: 18, ", "", "key-missing", 23, 9, "{ waiver")]
    [InlineData("savings: { share: equal }", "savings: {}", "key-missing", 22, 10, "{}")]
    [InlineData("host: camden", "host: camden\nhost: islington", "key-repeated", 9, 1, "host: islington")]
    [InlineData("haringey: 25 }", "haringey: 25, camden: 40 }", "key-repeated", 12, 112, "camden: 40 }")]
    [InlineData("name: Managed devices", "name: A, name: B", "key-repeated", 18, 31, "name: B")]
    // Shapes.
    [InlineData("host: camden", "host: [camden]", "value-shape", 8, 7, "[camden]")]
    [InlineData("host: camden", "host:", "value-shape", 8, 6, "")]
    [InlineData(
        "{ code: devices, name: Managed devices, max_age_months: 12 }",
        "devices",
        "value-shape",
        18,
        5,
        "devices"
    )]
    [InlineData("[camden, islington]", "camden", "value-shape", 14, 54, "camden,")]
    [InlineData("[camden, islington]", "[]", "value-shape", 14, 54, "[]")]
    [InlineData("[networks, desktop, apps]", "networks", "value-shape", 16, 49, "networks")]
    [InlineData("[networks, desktop, apps]", "[]", "value-shape", 16, 49, "[]")]
    [InlineData("fallback: equal", "fallback: yes", "value-shape", 16, 86, "yes")]
    [InlineData("{ driver: devices }", "as-service", "value-shape", 11, 60, "as-service")]
    [InlineData("{ driver: devices }", "equally", "value-shape", 11, 60, "equally")]
    [InlineData("{ driver: devices }", "{ driver: devices, direct: camden }", "value-shape", 11, 60, "{ driver")]
    [InlineData("{ driver: devices }", "{}", "value-shape", 11, 60, "{}")]
    [InlineData("{ driver: devices }", "[devices]", "value-shape", 11, 60, "[devices]")]
    [InlineData("{ camden: 40, islington: 35, haringey: 25 }", "equal", "value-shape", 12, 69, "equal")]
    [InlineData("{ camden: 40, islington: 35, haringey: 25 }", "{}", "value-shape", 12, 69, "{}")]
    [InlineData("haringey: 25", "haringey: [25]", "value-shape", 12, 108, "[25]")]
    [InlineData("income: { share: equal }", "income: equal", "value-shape", 21, 9, "equal")]
    [InlineData("quorum: { total: 3, each: 1 }", "quorum: 3", "value-shape", 24, 39, "3")]
    [InlineData("gss: E09000007", "gss: E0900-007", "value-shape", 5, 64, "E0900-007")]
    [InlineData("gss: E09000007", "gss: E090000071", "value-shape", 5, 64, "E090000071")]
    [InlineData("name: Managed devices", "name: '  '", "value-shape", 18, 28, "'  '")]
    // Codes.
    [InlineData("code: printing", "code: Printing", "bad-code", 14, 13, "Printing")]
    [InlineData("driver: devices", "driver: Devices", "bad-code", 11, 70, "Devices")]
    [InlineData("code: printing", "code: networks", "code-repeated", 14, 13, "networks")]
    [InlineData("code: management", "code: networks", "code-repeated", 16, 13, "networks")]
    [InlineData("[camden, islington]", "[camden, camden]", "code-repeated", 14, 54, "[camden, camden]")]
    [InlineData("host: camden", "host: Camden", "partner-not-listed", 8, 7, "Camden")]
    [InlineData("[camden, islington]", "[camden, barnet]", "partner-not-listed", 14, 63, "barnet")]
    [InlineData("[camden, islington]", "[barnet]", "partner-not-listed", 14, 55, "barnet")]
    [InlineData("direct: haringey", "direct: barnet", "partner-not-listed", 13, 70, "barnet")]
    [InlineData("direct: camden", "direct: barnet", "partner-not-listed", 20, 72, "barnet")]
    [InlineData("haringey: 25 }", "haringey: 25, barnet: 1 }", "partner-not-listed", 12, 112, "barnet")]
    [InlineData(
        "[camden, islington], share: equal",
        "[camden], share: { direct: islington }",
        "partner-not-listed",
        14,
        81,
        "islington"
    )]
    [InlineData("[networks, desktop, apps]", "[networks, devices]", "target-not-listed", 16, 60, "devices")]
    [InlineData("[networks, desktop, apps]", "[networks, management]", "target-not-listed", 16, 49, "[networks")]
    [InlineData(", haringey: 25", "", "fixed-not-complete", 12, 69, "{ camden: 40")]
    [InlineData(
        "camden: 40, islington: 35, haringey: 25",
        "camden: 0, islington: 0, haringey: 0.0",
        "weights-zero",
        12,
        69,
        "{ camden: 0"
    )]
    // Numbers, dates and texts.
    [InlineData("camden: 40", "camden: -40", "bad-count", 12, 79, "-40")]
    [InlineData("camden: 40", "camden: 4e1", "bad-count", 12, 79, "4e1")]
    [InlineData("camden: 40", "camden: 0.1234567", "bad-count", 12, 79, "0.1234567")]
    [InlineData("camden: 40", "camden: 1234567890123", "bad-count", 12, 79, "1234567890123")]
    [InlineData("camden: 40", "camden: '1,000'", "bad-count", 12, 79, "'1,000'")]
    [InlineData("max_age_months: 12", "max_age_months: 0", "bad-count", 18, 61, "0")]
    [InlineData("max_age_months: 12", "max_age_months: 1201", "bad-count", 18, 61, "1201")]
    [InlineData("max_age_months: 12", "max_age_months: 1.5", "bad-count", 18, 61, "1.5")]
    [InlineData("max_age_months: 12", "max_age_months: \"12\\0\"", "bad-count", 18, 61, "\"12")]
    [InlineData("months: 18", "months: a year", "bad-count", 23, 19, "a year")]
    [InlineData("total: 3", "total: -3", "bad-count", 24, 48, "-3")]
    [InlineData("2016-10-01 ", "2016-10-1 ", "bad-date", 3, 9, "2016-10-1")]
    [InlineData("2016-10-01 ", "2016-13-01 ", "bad-date", 3, 9, "2016-13-01")]
    [InlineData("2016-10-01 ", "2016-1--01 ", "bad-date", 3, 9, "2016-1--01")]
    [InlineData("2016-10-01 ", "2016-10-02 ", "starts-not-first", 3, 9, "2016-10-02")]
    [InlineData("host: camden", "host: camden\nends: 2018-12-30", "ends-not-last", 9, 7, "2018-12-30")]
    [InlineData("host: camden", "host: camden\nends: 2016-09-30", "ends-not-last", 9, 7, "2016-09-30")]
    [InlineData("rules: openbook-1", "rules: openbook-2", "rules-unknown", 1, 8, "openbook-2")]
    [InlineData("name: Managed devices", "name: \"Managed\\tdevices\"", "bad-text", 18, 28, "\"Managed")]
    [InlineData("name: Managed devices", "name: \"Managed\\Ldevices\"", "bad-text", 18, 28, "\"Managed")]
    public void Each_fault_is_refused_at_its_place(
        string piece,
        string by,
        string code,
        int line,
        int column,
        string token
    )
    {
        var text = AgreementExample.With(piece, by);
        Assert.StartsWith(token, text.Split('\n')[line - 1][(column - 1)..], StringComparison.Ordinal);
        Assert.Equal([$"{code} {line}:{column}"], AgreementExample.Places(text));
        var windows = text.Replace("\n", "\r\n", StringComparison.Ordinal);
        Assert.Equal([$"{code} {line}:{column}"], AgreementExample.Places("\uFEFF" + windows));
    }

    [Theory]
    [InlineData("name: Managed devices", 201, 18, 28)]
    [InlineData("waiver: all staying", 1001, 23, 31)]
    public void A_text_that_is_too_long_is_refused(string piece, int length, int line, int column)
    {
        var key = piece.Split(':')[0];
        var text = AgreementExample.With(piece, $"{key}: {new string('x', length)}");
        Assert.Equal([$"text-too-long {line}:{column}"], AgreementExample.Places(text));
    }

    [Theory]
    [InlineData("partners", 4, 1)]
    [InlineData("services", 9, 1)]
    public void A_list_that_must_be_there_must_not_be_empty(string key, int line, int column)
    {
        var lines = AgreementExample.Text.Split('\n').ToList();
        var at = lines.FindIndex(each => each.StartsWith(key + ":", StringComparison.Ordinal));
        var items = lines.Skip(at + 1).TakeWhile(each => each.StartsWith("  -", StringComparison.Ordinal)).Count();
        lines.RemoveRange(at, items + 1);
        lines.Insert(at, $"{key}: []");
        Assert.Equal(
            [$"value-shape {line}:{column + key.Length + 2}"],
            AgreementExample.Places(string.Join('\n', lines))
        );
    }

    [Fact]
    public void Every_missing_key_is_named()
    {
        var refusals = AgreementExample.Refusals("{}");
        Assert.All(refusals, refusal => Assert.Equal(Refuse.KeyMissing, refusal.Code));
        Assert.Equal(6, refusals.Count);
        foreach (var key in new[] { "rules", "partnership", "starts", "partners", "host", "services" })
        {
            Assert.Single(refusals, refusal => refusal.What == $"The key \"{key}\" is missing in the agreement.");
        }
    }

    [Fact]
    public void All_faults_come_at_once_and_in_order()
    {
        var text = AgreementExample
            .Text.Replace("2016-10-01 ", "2016-10-02 ", StringComparison.Ordinal)
            .Replace("host: camden", "host: barnet\ncap: 3", StringComparison.Ordinal)
            .Replace("driver: devices", "driver: Devices", StringComparison.Ordinal)
            .Replace("camden: 40", "camden: forty", StringComparison.Ordinal)
            .Replace("direct: haringey", "direct: enfield", StringComparison.Ordinal)
            .Replace("[networks, desktop, apps]", "[networks, networks, management]", StringComparison.Ordinal)
            .Replace("max_age_months: 12", "max_age_months: often", StringComparison.Ordinal)
            .Replace("months: 18, ", "", StringComparison.Ordinal);
        string[] expected =
        [
            "starts-not-first 3:9",
            "partner-not-listed 8:7",
            "key-unknown 9:1",
            "bad-code 12:70",
            "bad-count 13:79",
            "partner-not-listed 14:70",
            "target-not-listed 17:49",
            "code-repeated 17:49",
            "bad-count 19:61",
            "key-missing 24:9",
        ];
        Assert.Equal(expected, AgreementExample.Places(text));
    }

    [Fact]
    public void A_partner_misspelt_in_fixed_weights_is_found_and_so_is_the_one_left_out()
    {
        string[] expected = ["fixed-not-complete 12:69", "partner-not-listed 12:71"];
        Assert.Equal(expected, AgreementExample.Places(AgreementExample.With("camden: 40", "camdn: 40")));
    }

    [Fact]
    public void A_code_that_is_no_code_does_not_make_every_use_of_it_a_fault()
    {
        var text = AgreementExample.Text.Replace("camden", "Camden", StringComparison.Ordinal);
        Assert.Equal(["bad-code 5:13"], AgreementExample.Places(text));
    }

    [Fact]
    public void Where_partners_cannot_be_read_nothing_is_said_about_what_their_codes_mean()
    {
        var text = AgreementExample
            .Text.Replace("code: haringey,  name", "name", StringComparison.Ordinal)
            .Replace("camden: 40", "camden: forty", StringComparison.Ordinal);
        Assert.Equal(["key-missing 7:5", "bad-count 12:79"], AgreementExample.Places(text));
    }

    [Fact]
    public void More_faults_than_people_read_are_counted()
    {
        var keys = string.Concat(Enumerable.Range(0, 150).Select(i => $"k{i}: x\n"));
        var refusals = AgreementExample.Refusals(AgreementExample.Text + keys);
        Assert.Equal(101, refusals.Count);
        Assert.Equal(Refuse.TooManyFaults, refusals[100].Code);
        Assert.Equal("50 more faults not listed.", refusals[100].What);
    }

    [Fact]
    public void More_faults_than_are_worth_counting_are_not_counted()
    {
        var refusals = AgreementExample.Refusals(new string('\u0001', 200_000));
        Assert.Equal("At least 900 more faults not listed.", refusals[^1].What);
        Assert.Equal(new Place(AgreementExample.File), refusals[^1].Place);
    }

    [Fact]
    public void What_was_found_is_quoted_short_and_on_one_line()
    {
        var text = AgreementExample.With("host: camden", $"host: \"a\\nb\\0c{new string('x', 200)}\"");
        var refusal = Assert.Single(AgreementExample.Refusals(text));
        Assert.Equal($"\"a?b?c{new string('x', 95)}...\" is not among the partners.", refusal.What);
    }

    [Theory]
    [InlineData("host: camden", "host: barnet", "\"barnet\" is not among the partners.")]
    [InlineData("host: camden", "host: camden\ncap: 3", "The key \"cap\" is not known in the agreement.")]
    [InlineData(
        "host: camden",
        "host: camden\nhost: x",
        "The key \"host\" stands here again; it is first at line 8, column 1."
    )]
    [InlineData(
        "[camden, islington]",
        "camden",
        "There is \"camden\" where a list of the partners of a service is expected."
    )]
    [InlineData("camden: 40", "camden: forty", "\"forty\" is not a weight.")]
    [InlineData(
        "max_age_months: 12",
        "max_age_months: 0",
        "\"0\" is not an age in months, which is a whole number from 1 to 1,200."
    )]
    [InlineData("2016-10-01 ", "2016-10-15 ", "It starts on 15 October 2016.")]
    public void Refusals_say_what_was_found(string piece, string by, string what) =>
        Assert.Equal(what, Assert.Single(AgreementExample.Refusals(AgreementExample.With(piece, by))).What);
}
