namespace Openbook.Journal.Tests.Index;

/// <summary>The lines in memory are found as a walk through all stored lines finds them.</summary>
public sealed class LineIndexTests
{
    public static TheoryData<string> Questions =>
        [
            "all",
            "service",
            "posted in November",
            "posted at a late moment",
            "supplier",
            "council",
            "income",
            "amounts",
            "words of two columns",
            "no such word",
            "no such service",
            "all at once",
        ];

    [Theory]
    [MemberData(nameof(Questions))]
    public void It_finds_and_adds_up_what_a_walk_through_all_lines_does_at_every_moment(string question)
    {
        using var home = AHome.WithSmallBook("sqlite");
        using var store = home.Open();
        var view = Whole(store);
        for (var entry = 1; entry <= SmallStory.Entries; entry++)
        {
            var state = BookLoader.Load(store, Clerk.Abc, new AsAt(entry, null)).State;
            foreach (var order in Enum.GetValues<LineOrder>())
            {
                var query = Asked(question) with { Order = order, Descending = entry % 2 == 0 };
                using var found = view.Select(state.Batches, query);
                var walked = Walk(store, state, query);
                Assert.Equal(walked.Select(line => line.Ref), found.Lines().Select(line => line.Ref));
                Assert.Equal(walked, found.Lines().Select(line => line));
                Assert.Equal(walked.Skip(2).Take(3), found.Page(2, 3));
                Assert.Equal(walked.Count, found.Totals.Count);
                Assert.Equal(
                    walked.Sum(line => line.Kind == CostKind.Income ? -line.PartPence : line.PartPence),
                    found.Totals.NetPence
                );
            }
        }
    }

    [Fact]
    public void Grown_entry_by_entry_it_says_what_it_says_when_read_at_once()
    {
        using var home = AHome.WithSmallBook("sqlite");
        using var store = home.Open();
        var all = BookLoader.Load(store, Clerk.Abc);
        var index = new LineIndex();
        for (var entry = 1; entry < SmallStory.Entries; entry++)
        {
            index.Grow(store, Clerk.Abc, [.. all.Entries.Take(entry)]);
        }
        using var grown = index.Grow(store, Clerk.Abc, all.Entries).Select(all.State.Batches, new LineQuery());
        using var atOnce = Whole(store).Select(all.State.Batches, new LineQuery());
        Assert.Equal(atOnce.Lines(), grown.Lines());
        Assert.Equal(atOnce.Totals, grown.Totals);
    }

    [Fact]
    public void Words_withheld_while_it_is_held_are_found_no_more_and_the_others_are()
    {
        using var home = AHome.WithOctober("sqlite");
        using var store = home.Open();
        var index = new LineIndex();
        var before = index.Grow(store, Clerk.Abc, BookLoader.Load(store, Clerk.Abc).Entries);
        Assert.Equal(["6#3"], Found(before, store, "désktop ☃"));
        Came.Done(home.With("2016-11-03", clerk => clerk.Withhold("L-2")));
        var after = index.Grow(store, Clerk.Abc, BookLoader.Load(store, Clerk.Abc).Entries);
        Assert.Empty(Found(after, store, "désktop"));
        Assert.Empty(Found(after, store, "laptops"));
        Assert.Equal(["6#2"], Found(after, store, "wire"));
        var state = BookLoader.Load(store, Clerk.Abc).State;
        using var all = after.Select(state.Batches, new LineQuery());
        Assert.Equal(["6#3"], all.Lines().Where(line => line.Words is null).Select(line => line.Ref.ToString()));
    }

    [Fact]
    public void It_knows_where_a_line_is_stored_by_its_name_and_its_id_and_what_corrects_it()
    {
        using var home = AHome.WithSmallBook("sqlite");
        using var store = home.Open();
        var view = Whole(store);
        var stored = new StoredLines(store, BookLoader.Load(store, Clerk.Abc).State);
        foreach (var line in home.Lines(6))
        {
            var (block, place) = view.PlaceOf(line.Ref)!.Value;
            Assert.Equal(line, stored.At(6, block, place));
            Assert.Equal(line, stored.Find(line.Ref));
        }
        Assert.Null(view.PlaceOf(In.Line("6#99")));
        Assert.Null(view.PlaceOf(In.Line("5#2")));
        Assert.Null(stored.Find(In.Line("6#99")));
        Assert.Equal([In.Line("6#3")], view.MayHaveId("L-2"));
        Assert.Empty(view.MayHaveId("L-99"));
        Assert.Equal(["9#4"], view.CorrectedBy(In.Line("6#5")).Select(line => line.ToString()));
        Assert.Equal(2, view.CorrectedBy(In.Line("9#2")).Count);
    }

    [Fact]
    public void Lines_that_are_not_there_are_damage()
    {
        using var home = AHome.WithOctober("sqlite");
        using var store = home.Open();
        var loaded = BookLoader.Load(store, Clerk.Abc);
        home.Put(6, home.Blocks(6)[0] with { Count = 3 });
        Assert.Throws<BookDamagedException>(() => new LineIndex().Grow(store, Clerk.Abc, loaded.Entries));
    }

    private static LineQuery Asked(string question) =>
        question switch
        {
            "service" => new() { Service = "networks" },
            "posted in November" => new() { Posted = In.Period("2016-11") },
            "posted at a late moment" => new() { Posted = In.Period("2016-12") },
            "supplier" => new() { Supplier = "LTD" },
            "council" => new() { PaidBy = "beech" },
            "income" => new() { Kind = CostKind.Income },
            "amounts" => new() { FromPence = -1001, ToPence = 7700 },
            "words of two columns" => new() { Words = "wire RENT" },
            "no such word" => new() { Words = "nowhere" },
            "no such service" => new() { Service = "gardens" },
            "all at once" => new()
            {
                Service = "networks",
                Posted = In.Period("2016-10"),
                PaidBy = "ash",
                Kind = CostKind.Revenue,
                FromPence = 1,
                Words = "line",
            },
            _ => new(),
        };

    private static List<FoundLine> Walk(IStore store, BookState state, LineQuery query)
    {
        var stored = new StoredLines(store, state);
        var lines = state
            .Batches.SelectMany(batch => stored.LinesOf(batch.Entry).Select(line => (line, batch.Posting)))
            .Where(item => Keeps(item.line, item.Posting, query))
            .Select(item => Listed(item.line, item.Posting, query));
        var ordered = query.Order switch
        {
            LineOrder.Date => lines.OrderBy(line => line.Date),
            LineOrder.Amount => lines.OrderBy(line => line.Pence),
            LineOrder.Service => lines.OrderBy(line => line.Service, StringComparer.Ordinal),
            LineOrder.Supplier => lines.OrderBy(
                line => (line.Words?.Supplier ?? "").ToLowerInvariant(),
                StringComparer.Ordinal
            ),
        };
        return query.Descending ? [.. ordered.Reverse()] : [.. ordered];
    }

    private static bool Keeps(CostLine line, Posting posting, LineQuery query)
    {
        var words = line.Words ?? LineWords.None;
        bool Has(string word) =>
            new[] { words.Supplier, words.Description, words.Reference }.Any(text =>
                text.Contains(word, StringComparison.OrdinalIgnoreCase)
            );
        return (query.Service ?? line.Service) == line.Service
            && (query.PaidBy ?? line.PaidBy) == line.PaidBy
            && (query.Kind ?? line.Kind) == line.Kind
            && line.Amount.Pence >= (query.FromPence ?? long.MinValue)
            && line.Amount.Pence <= (query.ToPence ?? long.MaxValue)
            && words.Supplier.Contains(query.Supplier, StringComparison.OrdinalIgnoreCase)
            && query.Words.Split(' ').All(Has)
            && (query.Posted is not { } period || Months(line).Any(month => posting.PeriodOf(month) == period));
    }

    private static FoundLine Listed(CostLine line, Posting posting, LineQuery query) =>
        new()
        {
            Ref = line.Ref,
            Date = line.Date,
            Month = line.Month,
            ToMonth = line.ToMonth,
            Service = line.Service,
            PaidBy = line.PaidBy,
            Kind = line.Kind,
            Nature = line.Nature,
            Pence = line.Amount.Pence,
            PartPence = Months(line)
                .Where(month => query.Posted is not { } period || posting.PeriodOf(month) == period)
                .Sum(month => Spread.Part(line.Amount, line.Month, line.LastMonth, month).Pence),
            Words = line.Words,
        };

    private static IEnumerable<Month> Months(CostLine line)
    {
        for (var month = line.Month; month <= line.LastMonth; month = month.Next)
        {
            yield return month;
        }
    }

    private static LineView Whole(IStore store) =>
        new LineIndex().Grow(store, Clerk.Abc, BookLoader.Load(store, Clerk.Abc).Entries);

    private static List<string> Found(LineView view, IStore store, string words)
    {
        using var found = view.Select(
            BookLoader.Load(store, Clerk.Abc).State.Batches,
            new LineQuery
            {
                Words = words,
                Order = LineOrder.Service,
                Descending = false,
            }
        );
        return [.. found.Lines().Select(line => line.Ref.ToString())];
    }
}
