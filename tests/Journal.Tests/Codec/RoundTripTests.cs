namespace Openbook.Journal.Tests.Codec;

/// <summary>Whatever a fact holds, it is the same fact when it has been written and read.</summary>
public sealed class RoundTripTests
{
    private static readonly string[] Texts =
    [
        "",
        "plain",
        "a,\"b\"\nc\r\\d/\t",
        "\0\u0001\u001f\u007f\u0080",
        "é☃𝄞\u2028\ufeff\uffff",
        ",\"hash\":\"" + new string('0', 64) + "\"",
        new string('x', 1000),
    ];

    [Fact]
    public void Random_facts_of_every_kind_come_back_as_they_were()
    {
        var random = new Random(LongRun.Seed);
        var kinds = new HashSet<string>();
        for (var i = 0; i < 2000; i++)
        {
            var entry = AnEntry(random, Make[i % Make.Length](random));
            var request = random.Next(2) == 0 ? null : new ClientRequest(AText(random), AText(random));
            var stored = EntryCodec.Seal(entry, request);
            var back = EntryCodec.Open(stored.Bytes, entry.Number, entry.Previous);
            Assert.True(
                stored.Entry == back.Entry && request == back.Request,
                $"Seed {LongRun.Seed}, case {i}: {entry.Fact}"
            );
            Assert.Equal(stored.Bytes, EntryCodec.Seal(back.Entry, back.Request).Bytes);
            Assert.True(EntryCodec.IsCanonical(stored.Bytes));
            kinds.Add(entry.Fact.Kind);
        }
        Assert.Equal(FactCodec.Kinds.Order(), kinds.Order());
    }

    private static readonly Func<Random, Fact>[] Make =
    [
        random => new AgreementProposed(AText(random), random.Next(), AMonth(random), AText(random), ATerms(random)),
        random => new AgreementApproved(random.Next(), AText(random), AText(random), ADay(random), ADay(random)),
        random => new CostsRecorded(ASource(random), random.Next(), ANumber(random), AText(random), random.Next()),
        random => new CountsRecorded(
            ASource(random),
            Some(
                random,
                () => new DriverCount(ADay(random), AText(random), AText(random), AWeight(random), AText(random))
            )
        ),
        random => new PaymentsRecorded(
            ASource(random),
            Some(
                random,
                () =>
                    new Payment(
                        ADay(random),
                        AText(random),
                        AText(random),
                        new Money(ANumber(random)),
                        AText(random),
                        (PaymentPurpose)random.Next(3)
                    )
            )
        ),
        random => new BudgetRecorded(
            ASource(random),
            Some(
                random,
                () =>
                    new BudgetLine(
                        FinancialYear.Of(AMonth(random)),
                        AText(random),
                        AText(random),
                        (CostKind)random.Next(3),
                        random.Next(2) == 0 ? null : AMonth(random),
                        AnAmountOrNone(random),
                        AnAmountOrNone(random),
                        AnAmountOrNone(random),
                        AText(random)
                    )
            )
        ),
        random => new WordsWithheld(ALine(random), random.Next(2) == 0 ? null : AText(random)),
        random => new PeriodClosed(
            random.Next(2) == 0 ? Period.Of(AMonth(random)) : FinancialYear.Of(AMonth(random)).YearEnd,
            AText(random),
            Some(
                random,
                () => new ClosedFigures(AText(random), ANumber(random), ANumber(random), ANumber(random), AText(random))
            ),
            AText(random)
        ),
        random => new DraftIssued(Period.Of(AMonth(random)), ADay(random), AText(random)),
        random => new DraftAccepted(random.Next()),
        random => new LineQueried(random.Next(), ALine(random), AText(random)),
        random => new QueryAnswered(random.Next(), (QueryOutcome)random.Next(2), AText(random)),
    ];

    private static LineRef ALine(Random random) => new(random.Next(1, 99_999), random.Next(1, 1_000_000));

    private static Entry AnEntry(Random random, Fact fact)
    {
        var corrects = random.Next(2) == 0 ? (int?)null : random.Next(1, 1000);
        return new Entry
        {
            Number = random.Next(1, int.MaxValue),
            RecordedAt = new DateTime(2016, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(random.Next()),
            Actor = AText(random),
            By = AText(random),
            Effective = ADay(random),
            Fact = fact,
            Corrects = corrects,
            Reason = corrects is null && random.Next(2) == 0 ? null : "because " + AText(random),
            Authority = random.Next(2) == 0 ? null : AText(random),
            Previous = Hand.Sha256(AText(random)),
            Hash = "",
        };
    }

    private static AgreementTerms ATerms(Random random) =>
        new()
        {
            Rules = AText(random),
            Partnership = AText(random),
            Starts = AMonth(random),
            Ends = random.Next(2) == 0 ? null : AMonth(random),
            Host = AText(random),
            Partners = Some(random, () => new Partner(AText(random), AText(random), Maybe(random))),
            Services = Some(
                random,
                () =>
                    new Service(
                        AText(random),
                        AText(random),
                        Some(random, () => AText(random)),
                        random.Next(2) == 0,
                        ARule(random)
                    )
            ),
            Overheads = Some(
                random,
                () => new Overhead(AText(random), AText(random), Some(random, () => AText(random)), random.Next(2) == 0)
            ),
            Drivers = Some(random, () => new Driver(AText(random), AText(random), random.Next(1, 600))),
            Customers = Some(
                random,
                () => new Customer(AText(random), AText(random), random.Next(2) == 0 ? null : ARule(random))
            ),
            Income = ARule(random),
            Savings = random.Next(2) == 0 ? null : ARule(random),
            Notice = random.Next(2) == 0 ? null : new NoticeTerm(random.Next(100), Maybe(random)),
            Committee =
                random.Next(2) == 0
                    ? null
                    : new CommitteeTerm(Small(random), Small(random), Small(random), Maybe(random)),
        };

    private static SharingRule ARule(Random random) =>
        random.Next(5) switch
        {
            0 => new SharingRule.Equal(),
            1 => new SharingRule.AsService(),
            2 => new SharingRule.ByDriver(AText(random)),
            3 => new SharingRule.Direct(AText(random)),
            _ => new SharingRule.Fixed(Some(random, () => new PartnerWeight(AText(random), AWeight(random)))),
        };

    private static EquatableList<T> Some<T>(Random random, Func<T> make) =>
        new(Enumerable.Range(0, random.Next(4)).Select(_ => make()));

    private static string AText(Random random) => Texts[random.Next(Texts.Length)];

    private static string? Maybe(Random random) => random.Next(2) == 0 ? null : AText(random);

    private static int? Small(Random random) => random.Next(2) == 0 ? null : random.Next(100);

    private static long ANumber(Random random) => random.NextInt64(-Money.Largest, Money.Largest + 1);

    private static Weight AWeight(Random random) => new(random.NextInt64(0, 1_000_000_000_000_000_000));

    private static DateOnly ADay(Random random) => new DateOnly(2000, 1, 1).AddDays(random.Next(60_000));

    private static Month AMonth(Random random) => Month.Of(ADay(random));

    private static Money? AnAmountOrNone(System.Random random) =>
        random.Next(2) == 0 ? null : new Money(ANumber(random));

    private static Source ASource(Random random) => new(AText(random), AText(random));
}
