namespace Openbook.Journal.Tests.Given;

/// <summary>
/// The entries of <c>golden/entries-v1.jsonl</c>: one chain with each kind of fact twice, with and without request, corrects,
/// reason and authority, and with texts that are hard to escape.
/// </summary>
public static class GoldenEntries
{
    public const string File = "entries-v1.jsonl";

    private const string Hard =
        "Line 1\nline 2\t\"quoted\" \\ back, /slash/ \u0001 \u007f é ☃ 𝄞 \ufeff ,\"hash\":\"x\"";
    private static readonly string Digest = string.Concat(Enumerable.Repeat("0123456789abcdef", 4));

    private static readonly Fact[] Facts =
    [
        new AgreementProposed(
            "abc",
            1,
            In.Month("2016-10"),
            TheAgreement.First,
            TheAgreement.Terms(TheAgreement.First)
        ),
        new AgreementProposed("abc", 2, In.Month("2016-12"), Plain, TheAgreement.Terms(Plain)),
        new AgreementApproved(1, "ash", "Cabinet", In.Day("2016-03-15"), In.Day("2016-03-23")),
        new AgreementApproved(2, "beech", Hard, In.Day("2016-12-01"), In.Day("2016-12-01")),
        new CostsRecorded(new Source("october.csv", Digest), 9, 299_443, Digest, 0),
        new CostsRecorded(new Source(CorrectLine.SourceName, Digest), 1_000_000, -Money.Largest, Digest, 17),
        new CountsRecorded(
            new Source("devices.csv", Digest),
            new EquatableList<DriverCount>([
                new(In.Day("2016-09-30"), "devices", "ash", In.Weight("4200"), "register"),
                new(In.Day("2016-09-30"), "devices", "beech", In.Weight("0.000001"), ""),
                new(In.Day("2016-09-30"), "devices", "cedar", In.Weight("999999999999.5"), Hard),
            ])
        ),
        new CountsRecorded(new Source("none.csv", Digest), EquatableList<DriverCount>.Empty),
        new PaymentsRecorded(
            new Source("paid.csv", Digest),
            new EquatableList<Payment>([
                new(In.Day("2016-10-20"), "beech", "ash", new Money(1), "BACS 1", PaymentPurpose.OnAccount),
                new(In.Day("2016-10-21"), "cedar", "ash", new Money(Money.Largest), "", PaymentPurpose.Settlement),
            ])
        ),
        new PaymentsRecorded(
            new Source("opening.csv", Digest),
            new EquatableList<Payment>([
                new(In.Day("2016-10-01"), "ash", "beech", new Money(100), Hard, PaymentPurpose.Opening),
            ])
        ),
        new WordsWithheld(new LineRef(5, 8), "museum"),
        new WordsWithheld(new LineRef(6, 2), null),
        new PeriodClosed(
            In.Period("2016-10"),
            AgreementTerms.PennyRules,
            new EquatableList<ClosedFigures>([
                new("ash", 10_001, 20_002, -10_001, "-666666666667"),
                new("beech", 0, 0, 0, "333333333333"),
                new("cedar", 10_001, 0, 10_001, "333333333334"),
            ]),
            Digest
        ),
        new PeriodClosed(
            In.Period("2016/17-13"),
            AgreementTerms.PennyRules,
            EquatableList<ClosedFigures>.Empty,
            Digest
        ),
        new BudgetRecorded(
            new Source("budget.csv", Digest),
            new EquatableList<BudgetLine>([
                new(new FinancialYear(2016), "only", "", CostKind.Revenue, null, new Money(1), null, null, ""),
                new(
                    new FinancialYear(2016),
                    "only",
                    "4000",
                    CostKind.Income,
                    In.Month("2017-03"),
                    null,
                    new Money(-Money.Largest),
                    new Money(Money.Largest),
                    Hard
                ),
            ])
        ),
        new BudgetRecorded(new Source("none.csv", Digest), EquatableList<BudgetLine>.Empty),
        new DraftIssued(In.Period("2016-10"), In.Day("2016-11-08"), Digest),
        new DraftIssued(In.Period("2016/17-13"), In.Day("2017-05-31"), Digest),
        new DraftAccepted(17),
        new DraftAccepted(18),
        new LineQueried(17, new LineRef(5, 8), Hard),
        new LineQueried(18, new LineRef(6, 2), "Is this ours?"),
        new QueryAnswered(21, QueryOutcome.Stands, "It is."),
        new QueryAnswered(22, QueryOutcome.ToCorrect, Hard),
    ];

    private const string Plain = """
        rules: openbook-1
        partnership: Two
        starts: 2016-10-01
        ends: 2018-12-31
        partners: [{ code: ash, name: Ash }, { code: beech, name: Beech }]
        host: beech
        services: [{ code: only, name: The only one, share: equal }]
        income: { share: { fixed: { ash: 1, beech: 0 } } }

        """;

    /// <summary>The entries, sealed one after the other.</summary>
    public static IReadOnlyList<StoredEntry> Sealed()
    {
        var entries = new List<StoredEntry>();
        foreach (var (fact, i) in Facts.Select((fact, i) => (fact, i)))
        {
            var isFull = i % 2 == 0;
            entries.Add(
                EntryCodec.Seal(
                    new Entry
                    {
                        Number = i + 1,
                        RecordedAt = new DateTime(2016, 9, 1, 9, 0, i / 3, DateTimeKind.Utc),
                        Actor = isFull ? "acct-7f3a" : "command-line",
                        By = "ash",
                        Effective = In.Day("2016-10-01"),
                        Fact = fact,
                        Corrects = isFull && i > 0 ? i : null,
                        Reason = isFull ? Hard : null,
                        Authority = i % 4 == 0 ? "Minute 12" : null,
                        Previous = i == 0 ? BookState.NoHash : entries[^1].Entry.Hash,
                        Hash = "",
                    },
                    isFull ? new ClientRequest($"key-{i} {Hard}", Digest) : null
                )
            );
        }
        return entries;
    }

    /// <summary>The bytes of the file's lines, without their line ends.</summary>
    public static IReadOnlyList<byte[]> Kept()
    {
        Golden.MakeOnce(File, () => [.. Sealed().SelectMany(stored => (byte[])[.. stored.Bytes, (byte)'\n'])]);
        var bytes = System.IO.File.ReadAllBytes(Golden.At(File));
        var lines = new List<byte[]>();
        for (var at = 0; at < bytes.Length; at += lines[^1].Length + 1)
        {
            lines.Add(bytes[at..Array.IndexOf(bytes, (byte)'\n', at)]);
        }
        return lines;
    }
}
