using Openbook.Domain;
using static Openbook.Cli.Tests.Refusals.Steps;

namespace Openbook.Cli.Tests.Refusals;

/// <summary>What an agreement's text, its versions and their approvals may get wrong.</summary>
internal static class RefusalExamplesOfAgreements
{
    public static RefusalGroup Text { get; } =
        new(
            "The agreement's text",
            [
                Of(
                    Refuse.YamlUnreadable,
                    "rules: openbook-1\npartners: [{ code: camden, name: Camden }\nhost: camden\n"
                ),
                Of(Refuse.KeyUnknown, Agreement(more: "cap: 100")),
                Of(
                    Refuse.KeyMissing,
                    "rules: openbook-1\npartnership: Camden\nstarts: 2016-10-01\npartners: [{ code: camden, name: Camden }]\nhost: camden\n"
                ),
                Of(Refuse.KeyRepeated, Agreement(more: "host: islington")),
                Of(Refuse.KindOfValue, Agreement(services: "[{ code: networks, name: Networks, share: fairly }]")),
                Of(Refuse.RulesUnknown, Agreement(rules: "openbook-2")),
                Of(
                    Refuse.CodeRepeated,
                    Agreement(partners: "[{ code: camden, name: Camden }, { code: camden, name: Islington }]")
                ),
                Of(Refuse.PartnerNotListed, Agreement(host: "haringey")),
                Of(
                    Refuse.TargetNotListed,
                    Agreement(more: "overheads: [{ code: management, name: Management, over: [desktop] }]")
                ),
                Of(
                    Refuse.FixedNotComplete,
                    Agreement(services: "[{ code: networks, name: Networks, share: { fixed: { camden: 60 } } }]")
                ),
                Of(
                    Refuse.WeightsZero,
                    Agreement(
                        services: "[{ code: networks, name: Networks, share: { fixed: { camden: 0, islington: 0 } } }]"
                    )
                ),
                Of(Refuse.StartsNotFirst, Agreement(starts: "2016-10-03")),
                Of(Refuse.EndsNotLast, Agreement(more: "ends: 2018-12-01")),
            ]
        );

    public static RefusalGroup Versions { get; } =
        new(
            "Books, versions and approvals",
            [
                new(Refuse.BookExists, Agreed(), Run("new cih --agreement agreement.yaml")),
                new(Refuse.BookUnknown, Agreed(), Run("close sse 2016-10")),
                new(Refuse.NothingByThen, Agreed(), Run("entries cih --at 57")),
                new(Refuse.FromNotFirst, Agreed(), Run("amend cih --agreement agreement.yaml --from 2016-12-15")),
                new(
                    Refuse.StartMoved,
                    OneLine,
                    Put("later.yaml", Agreement(starts: "2016-11-01")),
                    Run("amend cih --agreement later.yaml --from 2016-11-01")
                ),
                new(
                    Refuse.VersionUnknown,
                    Agreed(),
                    Run("approve cih --partner camden --body Cabinet --on 2016-09-01 --version 2")
                ),
                new(Refuse.NotAParty, Agreed(), Run("approve cih --partner hackney --body Cabinet --on 2016-09-01")),
                new(
                    Refuse.ApprovedAlready,
                    Agreed(),
                    Run("approve cih --partner camden --body Cabinet --on 2016-09-01")
                ),
                new(
                    Refuse.EffectiveBeforeDecided,
                    Proposed(Agreement()),
                    Run("approve cih --partner camden --body Cabinet --on 2016-09-08 --effective 2016-09-01")
                ),
                new(Refuse.PartnerUnknown, OneLine, Run("statement cih 2016-10 --partner hackney")),
            ]
        );

    private static RefusalExample Of(RefusalCode code, string agreement) =>
        new(code, Put("agreement.yaml", agreement), Run("new cih --agreement agreement.yaml"));
}
