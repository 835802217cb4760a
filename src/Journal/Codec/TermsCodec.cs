using System.Text.Json.Nodes;
using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>The terms of an agreement as they are stored. The first form; it is read for ever.</summary>
public static class TermsCodec
{
    public static JsonObject Write(AgreementTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return new JsonObject
        {
            ["rules"] = terms.Rules,
            ["partnership"] = terms.Partnership,
            ["starts"] = terms.Starts.ToString(),
            ["ends"] = terms.Ends?.ToString(),
            ["host"] = terms.Host,
            ["partners"] = List(terms.Partners, item => Named(item.Code, item.Name, ("gss", item.Gss))),
            ["services"] = List(terms.Services, Service),
            ["overheads"] = List(terms.Overheads, Overhead),
            ["drivers"] = List(
                terms.Drivers,
                item => Named(item.Code, item.Name, ("max_age_months", item.MaxAgeMonths))
            ),
            ["customers"] = List(
                terms.Customers,
                item => Named(item.Code, item.Name, ("income", item.Income is null ? null : Rule(item.Income)))
            ),
            ["income"] = Rule(terms.Income),
            ["savings"] = terms.Savings is null ? null : Rule(terms.Savings),
            ["notice"] = terms.Notice is { } notice
                ? new JsonObject { ["months"] = notice.Months, ["waiver"] = notice.Waiver }
                : null,
            ["committee"] = terms.Committee is { } committee
                ? new JsonObject
                {
                    ["members_each"] = committee.MembersEach,
                    ["quorum_total"] = committee.QuorumTotal,
                    ["quorum_each"] = committee.QuorumEach,
                    ["chair"] = committee.Chair,
                }
                : null,
        };
    }

    internal static AgreementTerms Read(JsonReading from)
    {
        var terms = new AgreementTerms
        {
            Rules = from.Text("rules"),
            Partnership = from.Text("partnership"),
            Starts = from.Month("starts"),
            Ends = from.OptionalText("ends") is { } ends ? JsonReading.ToMonth(ends, "ends") : null,
            Host = from.Text("host"),
            Partners = from.Objects("partners").Select(ReadPartner).ToEquatableList(),
            Services = from.Objects("services").Select(ReadService).ToEquatableList(),
            Overheads = from.Objects("overheads").Select(ReadOverhead).ToEquatableList(),
            Drivers = from.Objects("drivers").Select(ReadDriver).ToEquatableList(),
            Customers = from.Objects("customers").Select(ReadCustomer).ToEquatableList(),
            Income = ReadRule(from.Object("income")),
            Savings = from.OptionalObject("savings") is { } savings ? ReadRule(savings) : null,
            Notice = from.OptionalObject("notice") is { } notice ? ReadNotice(notice) : null,
            Committee = from.OptionalObject("committee") is { } committee ? ReadCommittee(committee) : null,
        };
        from.Finish();
        return terms;
    }

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonObject> write) =>
        new([.. items.Select(item => (JsonNode)write(item))]);

    private static JsonObject Named(string code, string name, params ReadOnlySpan<(string Name, JsonNode? Value)> more)
    {
        var json = new JsonObject { ["code"] = code, ["name"] = name };
        foreach (var (key, value) in more)
        {
            json[key] = value;
        }
        return json;
    }

    private static JsonObject Service(Service service) =>
        Named(
            service.Code,
            service.Name,
            ("partners", Codes(service.Partners)),
            ("all_partners", service.AllPartners),
            ("share", Rule(service.Share))
        );

    private static JsonObject Overhead(Overhead overhead) =>
        Named(
            overhead.Code,
            overhead.Name,
            ("over", Codes(overhead.Over)),
            ("fallback", overhead.FallbackEqual ? "equal" : null)
        );

    private static JsonArray Codes(IEnumerable<string> codes) =>
        new([.. codes.Select(code => (JsonNode)JsonValue.Create(code))]);

    private static JsonObject Rule(SharingRule rule)
    {
        var json = new JsonObject { ["rule"] = rule.Word };
        switch (rule)
        {
            case SharingRule.ByDriver driver:
                json["driver"] = driver.Driver;
                break;
            case SharingRule.Direct direct:
                json["partner"] = direct.Partner;
                break;
            case SharingRule.Fixed stated:
                json["weights"] = List(
                    stated.Weights,
                    item => new JsonObject { ["partner"] = item.Partner, ["weight"] = item.Weight.ToString() }
                );
                break;
            default:
                break;
        }
        return json;
    }

    private static Partner ReadPartner(JsonReading from) =>
        Done(new Partner(from.Text("code"), from.Text("name"), from.OptionalText("gss")), from);

    private static Service ReadService(JsonReading from) =>
        Done(
            new Service(
                from.Text("code"),
                from.Text("name"),
                from.Texts("partners").ToEquatableList(),
                from.Flag("all_partners"),
                ReadRule(from.Object("share"))
            ),
            from
        );

    private static Overhead ReadOverhead(JsonReading from) =>
        Done(
            new Overhead(
                from.Text("code"),
                from.Text("name"),
                from.Texts("over").ToEquatableList(),
                from.OptionalText("fallback") switch
                {
                    null => false,
                    "equal" => true,
                    _ => throw new FormatException("fallback is not known."),
                }
            ),
            from
        );

    private static Driver ReadDriver(JsonReading from) =>
        Done(new Driver(from.Text("code"), from.Text("name"), from.Count("max_age_months")), from);

    private static Customer ReadCustomer(JsonReading from) =>
        Done(
            new Customer(
                from.Text("code"),
                from.Text("name"),
                from.OptionalObject("income") is { } income ? ReadRule(income) : null
            ),
            from
        );

    private static NoticeTerm ReadNotice(JsonReading from) =>
        Done(new NoticeTerm(from.Count("months"), from.OptionalText("waiver")), from);

    private static CommitteeTerm ReadCommittee(JsonReading from) =>
        Done(
            new CommitteeTerm(
                Small(from.OptionalNumber("members_each")),
                Small(from.OptionalNumber("quorum_total")),
                Small(from.OptionalNumber("quorum_each")),
                from.OptionalText("chair")
            ),
            from
        );

    private static int? Small(long? number) => number is { } value ? checked((int)value) : null;

    private static SharingRule ReadRule(JsonReading from) =>
        Done<SharingRule>(
            from.Text("rule") switch
            {
                "equal" => new SharingRule.Equal(),
                "as-service" => new SharingRule.AsService(),
                "driver" => new SharingRule.ByDriver(from.Text("driver")),
                "direct" => new SharingRule.Direct(from.Text("partner")),
                "fixed" => new SharingRule.Fixed(from.Objects("weights").Select(ReadWeight).ToEquatableList()),
                var rule => throw new FormatException($"The rule {rule} is not known."),
            },
            from
        );

    private static PartnerWeight ReadWeight(JsonReading from) =>
        Done(
            new PartnerWeight(
                from.Text("partner"),
                Weight.TryParse(from.Text("weight"), out var weight)
                    ? weight
                    : throw new FormatException("A weight cannot be read.")
            ),
            from
        );

    private static T Done<T>(T value, JsonReading from)
    {
        from.Finish();
        return value;
    }
}
