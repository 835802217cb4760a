namespace Openbook.Journal.Tests.Checking;

/// <summary>
/// A history that was forged with all its hashes is sound in itself. What a partner holds from before still differs from it: its
/// export, and the head on any statement it was sent.
/// </summary>
public sealed class ForgedHistoryTests
{
    [Theory, EveryStore]
    public void Whichever_entry_is_forged_an_earlier_export_names_it_first(string store)
    {
        using var home = AHome.WithSmallBook(store);
        using var copy = new ACopy(home);
        // A database for each takes a server a while: a seeded part of them in each run.
        foreach (var number in LongRun.Part(Enumerable.Range(1, SmallStory.Entries), store == "postgres" ? 4 : 1))
        {
            using var forged = home.Copy();
            new Forger(forged).Change(number, entry => entry with { Actor = "acct-0000" });
            forged.MustBeSound(SmallStory.Entries);
            var report = Compared(forged, copy.Path);
            Assert.Equal((false, number), (report.Agrees, report.Entry));
        }
    }

    [Theory, EveryStore]
    public void A_forged_amount_with_every_later_figure_and_hash_worked_out_anew_is_found_by_an_export(string store)
    {
        using var home = AHome.WithSmallBook(store);
        using var copy = new ACopy(home);
        using var forged = Forged(home);
        Assert.NotEqual(home.Figures()[0], forged.Figures()[0]);
        var report = Compared(forged, copy.Path);
        Assert.Equal((false, 6), (report.Agrees, report.Entry));
    }

    [Theory, EveryStore]
    public void A_forged_amount_is_found_by_any_statement_sent_before_or_after_it(string store)
    {
        using var home = AHome.WithSmallBook(store);
        using var copy = new ACopy(home);
        using var forged = Forged(home);
        var state = Loaded(home).State;
        // Each names the heads of those before it, so that each finds the first that differs.
        foreach (var period in new[] { "2016-10", "2016-11", "2016-12" })
        {
            foreach (var only in new[] { null, "beech" })
            {
                var statement = copy.Statement(state, period, only);
                Assert.True(Compared(home, statement).Agrees);
                var report = Compared(forged, statement);
                Assert.Equal((false, 8), (report.Agrees, report.Entry));
            }
        }
    }

    [Theory, EveryStore]
    public void A_statement_from_before_the_forged_entry_says_nothing_of_it(string store)
    {
        using var home = AHome.WithSmallBook(store);
        using var copy = new ACopy(home);
        var statement = copy.Statement(Loaded(home).State, "2016-10");
        using var forged = home.Copy();
        new Forger(forged).Change(13, entry => entry with { Actor = "acct-0000" });
        Assert.True(Compared(forged, statement).Agrees);
        Assert.False(Compared(forged, copy.Path).Agrees);
    }

    [Theory, EveryStore]
    public void Forged_figures_of_a_close_alone_are_found_without_any_copy(string store)
    {
        using var home = AHome.WithSmallBook(store);
        foreach (var number in new[] { 8, 12 })
        {
            foreach (var change in Figures)
            {
                using var forged = home.Copy();
                Resealed(forged, number, fact => change((PeriodClosed)fact));
                forged.MustBeDamagedAt(number);
            }
        }
    }

    [Theory, EveryStore]
    public void Forged_terms_or_text_of_an_agreement_alone_are_found_without_any_copy(string store)
    {
        using var home = AHome.WithSmallBook(store);
        foreach (var number in new[] { 1, 13 })
        {
            using var text = home.Copy();
            Resealed(
                text,
                number,
                fact => ((AgreementProposed)fact) with { Text = TheAgreement.First + "ends: 2030-12-31\n" }
            );
            text.MustBeDamagedAt(number);
            using var terms = home.Copy();
            Resealed(terms, number, fact => Renamed((AgreementProposed)fact));
            terms.MustBeDamagedAt(number);
        }
    }

    [Theory, EveryStore]
    public void Forged_drafts_and_answers_to_what_is_not_there_are_found_without_any_copy(string store)
    {
        using var home = AHome.WithSmallBook(store);
        foreach (var (number, change) in Drafts)
        {
            using var forged = home.Copy();
            Resealed(forged, number, change);
            forged.MustBeDamagedAt(number);
        }
    }

    [Theory, EveryStore]
    public void A_book_that_lost_its_end_shows_it_beside_a_copy_that_has_it(string store)
    {
        using var home = AHome.WithOctober(store);
        using var copy = new ACopy(home);
        using (var raw = home.Raw())
        {
            Assert.Equal(1, raw.Run("DELETE FROM entries WHERE number = 7"));
        }
        home.MustBeSound(6);
        Assert.Contains("the copy has 1 entry more", Compared(home, copy.Path).What, StringComparison.Ordinal);
        Came.Done(
            home.With(
                "2016-11-02",
                clerk => clerk.Payments("p.csv", SmallStory.Paid("2016-10-20", "7.00", "on-account"))
            )
        );
        var report = Compared(home, copy.Path);
        Assert.Equal((false, 7), (report.Agrees, report.Entry));
    }

    [Theory, EveryStore]
    public void A_copy_that_is_none_is_refused_and_never_taken_for_agreement(string store)
    {
        using var home = AHome.WithOctober(store);
        using var copy = new ACopy(home);
        byte[][] files =
        [
            [],
            "PK"u8.ToArray(),
            "{}"u8.ToArray(),
            "[1]"u8.ToArray(),
            copy.Bytes[..200],
        ];
        foreach (var (bytes, i) in files.Select((bytes, i) => (bytes, i)))
        {
            using var opened = home.Open();
            var compared = CopyCheck.Against(opened, Clerk.Abc, copy.Raw(bytes, $"{i}.bin"));
            Came.Refused(compared, Refuse.CopyUnreadable);
        }
    }

    private static readonly Func<PeriodClosed, Fact>[] Figures =
    [
        fact => fact with { StatementSha256 = Hand.Sha256("other") },
        fact => fact with { Rules = "openbook-2" },
        fact => fact with { Partners = With(fact, item => item with { SharePence = item.SharePence + 1 }) },
        fact => fact with { Partners = With(fact, item => item with { PaidPence = item.PaidPence - 1 }) },
        fact => fact with { Partners = With(fact, item => item with { BalancePence = item.BalancePence + 100 }) },
        fact => fact with { Partners = With(fact, item => item with { Carry = "0" + item.Carry }) },
        fact => fact with { Partners = fact.Partners.Skip(1).ToEquatableList() },
        fact => fact with { Partners = fact.Partners.Reverse().ToEquatableList() },
    ];

    private static readonly (int Number, Func<Fact, Fact> Change)[] Drafts =
    [
        (20, fact => ((DraftIssued)fact) with { StatementSha256 = Hand.Sha256("other") }),
        (20, fact => ((DraftIssued)fact) with { Period = In.Period("2016-11") }),
        (21, fact => ((LineQueried)fact) with { Draft = 19 }),
        (22, fact => ((QueryAnswered)fact) with { Query = 20 }),
        (23, fact => new DraftAccepted(24)),
    ];

    private static EquatableList<ClosedFigures> With(PeriodClosed fact, Func<ClosedFigures, ClosedFigures> change) =>
        fact.Partners.Select((item, i) => i == 0 ? change(item) : item).ToEquatableList();

    private static AgreementProposed Renamed(AgreementProposed fact) =>
        fact with
        {
            Terms = fact.Terms with { Partnership = "Another" },
        };

    private static IStoreHome Forged(IStoreHome home)
    {
        var forged = home.Copy();
        new Forger(forged).ChangeAmount(In.Line("6#2"), "100.01", "900.01");
        forged.MustBeSound(SmallStory.Entries);
        return forged;
    }

    private static LoadedBook Loaded(IStoreHome home)
    {
        using var opened = home.Open();
        return BookLoader.Load(opened, Clerk.Abc);
    }

    private static CopyReport Compared(IStoreHome home, string path)
    {
        using var opened = home.Open();
        return CopyCheck.Against(opened, Clerk.Abc, path).Value;
    }

    // Changes one entry and only chains the later ones to it again.
    private static void Resealed(IStoreHome home, int number, Func<Fact, Fact> change)
    {
        using var opened = home.Open();
        using var raw = home.Raw();
        var previous = BookState.NoHash;
        foreach (var stored in BookLoader.Load(opened, Clerk.Abc).Entries)
        {
            var entry = stored.Entry with { Previous = previous };
            entry = entry.Number == number ? entry with { Fact = change(entry.Fact) } : entry;
            var changed = EntryCodec.Seal(entry, stored.Request);
            previous = changed.Entry.Hash;
            raw.Run("UPDATE entries SET bytes = @b WHERE number = @n", ("@b", changed.Bytes), ("@n", entry.Number));
        }
    }
}
