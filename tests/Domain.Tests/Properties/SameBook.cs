using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Properties;

/// <summary>Other Books in which the same is done in another order, under other names, or turned round.</summary>
public static class SameBook
{
    /// <summary>
    /// The same lines in another order and in other files. Lines stay on their day and between the same closes and versions;
    /// counts and payments keep their own order.
    /// </summary>
    public static IReadOnlyList<Act> Shuffled(IReadOnlyList<Act> acts, System.Random random)
    {
        var shuffled = new List<Act>();
        var waiting = new List<CostLine>();
        var day = acts[0].Day;
        foreach (var act in acts)
        {
            // A version may come to count from one day to the next, so that lines stay on their day.
            if (act.Day != day || (act is not (Act.Lines or Act.Counts or Act.Payments)) || random.Next(2) == 0)
            {
                Flush();
                day = act.Day;
            }
            if (act is Act.Lines lines)
            {
                waiting.AddRange(lines.Items);
            }
            else
            {
                shuffled.Add(act);
            }
        }
        Flush();
        return shuffled;

        void Flush()
        {
            var all = waiting.ToArray();
            random.Shuffle(all);
            shuffled.AddRange(all.Chunk(1 + random.Next(4)).Select(some => new Act.Lines(day, some)));
            waiting.Clear();
        }
    }

    /// <summary>The same under names whose alphabetical order is the other way round.</summary>
    public static IReadOnlyList<Act> Renamed(IReadOnlyList<Act> acts, Func<string, string> name) =>
        [.. acts.Select(act => Renamed(act, name))];

    /// <summary>The same with every amount the other way round.</summary>
    public static IReadOnlyList<Act> Mirrored(IReadOnlyList<Act> acts) =>
        [
            .. acts.Select(act =>
                act switch
                {
                    Act.Lines lines => new Act.Lines(
                        lines.Day,
                        [.. lines.Items.Select(line => line with { Amount = -line.Amount })]
                    ),
                    Act.Payments payments => new Act.Payments(
                        payments.Day,
                        [.. payments.Items.Select(item => item with { From = item.To, To = item.From })]
                    ),
                    _ => act,
                }
            ),
        ];

    /// <summary>The same with every count and fixed weight a number of times larger.</summary>
    public static IReadOnlyList<Act> Weighted(IReadOnlyList<Act> acts, int times) =>
        [
            .. acts.Select(act =>
                act switch
                {
                    Act.Counts counts => new Act.Counts(
                        counts.Day,
                        [
                            .. counts.Items.Select(item =>
                                item with
                                {
                                    Count = new Weight(item.Count.Millionths * times),
                                }
                            ),
                        ]
                    ),
                    Act.Propose proposed => proposed with
                    {
                        Terms = WithRules(proposed.Terms, code => code, rule => Weighted(rule, times)),
                    },
                    _ => act,
                }
            ),
        ];

    // Weights of twelve digits have no room to grow.
    private static SharingRule Weighted(SharingRule rule, int times) =>
        rule is SharingRule.Fixed stated && stated.Weights.All(item => item.Weight.Millionths < 1_000_000_000_000)
            ? new SharingRule.Fixed(
                stated
                    .Weights.Select(item => item with { Weight = new Weight(item.Weight.Millionths * times) })
                    .ToEquatableList()
            )
            : rule;

    private static Act Renamed(Act act, Func<string, string> name) =>
        act switch
        {
            Act.Propose proposed => proposed with
            {
                Terms = WithRules(proposed.Terms, name, rule => Renamed(rule, name)),
            },
            Act.Approve approved => approved with
            {
                Fact = approved.Fact with { Partner = name(approved.Fact.Partner) },
            },
            Act.Lines lines => new Act.Lines(lines.Day, [.. lines.Items.Select(line => Renamed(line, name))]),
            Act.Counts counts => new Act.Counts(
                counts.Day,
                [.. counts.Items.Select(item => item with { Driver = name(item.Driver), Partner = name(item.Partner) })]
            ),
            Act.Payments payments => new Act.Payments(
                payments.Day,
                [.. payments.Items.Select(item => item with { From = name(item.From), To = name(item.To) })]
            ),
            _ => act,
        };

    private static CostLine Renamed(CostLine line, Func<string, string> name) =>
        line with
        {
            Service = name(line.Service),
            PaidBy = name(line.PaidBy),
            Words = Code.IsValid(line.Words!.Supplier)
                ? line.Words with
                {
                    Supplier = name(line.Words.Supplier),
                }
                : line.Words,
        };

    private static SharingRule Renamed(SharingRule rule, Func<string, string> name) =>
        rule switch
        {
            SharingRule.ByDriver driver => new SharingRule.ByDriver(name(driver.Driver)),
            SharingRule.Direct direct => new SharingRule.Direct(name(direct.Partner)),
            SharingRule.Fixed stated => new SharingRule.Fixed(
                stated.Weights.Select(item => item with { Partner = name(item.Partner) }).ToEquatableList()
            ),
            _ => rule,
        };

    private static AgreementTerms WithRules(
        AgreementTerms terms,
        Func<string, string> name,
        Func<SharingRule, SharingRule> rule
    ) =>
        terms with
        {
            Host = name(terms.Host),
            Partners = terms.Partners.Select(item => item with { Code = name(item.Code) }).ToEquatableList(),
            Services = terms
                .Services.Select(item =>
                    item with
                    {
                        Code = name(item.Code),
                        Partners = item.Partners.Select(name).ToEquatableList(),
                        Share = rule(item.Share),
                    }
                )
                .ToEquatableList(),
            Overheads = terms
                .Overheads.Select(item =>
                    item with
                    {
                        Code = name(item.Code),
                        Over = item.Over.Select(name).ToEquatableList(),
                    }
                )
                .ToEquatableList(),
            Drivers = terms.Drivers.Select(item => item with { Code = name(item.Code) }).ToEquatableList(),
            Customers = terms
                .Customers.Select(item =>
                    item with
                    {
                        Code = name(item.Code),
                        Income = item.Income is null ? null : rule(item.Income),
                    }
                )
                .ToEquatableList(),
            Income = rule(terms.Income),
        };
}
