namespace Openbook.Domain;

/// <summary>
/// What a Book says after its entries so far: the result of one pure fold. It belongs to whoever folds it; entries are applied
/// in order and never taken back.
/// </summary>
public sealed partial class BookState
{
    // Made when they are needed, as most Books have none: sets of a type of ours are compiled at each start.
    private HashSet<LineRef>? reversed;
    private Dictionary<LineRef, WordsWithheld>? withheld;
    private readonly Dictionary<string, int> sources = [];
    private readonly Dictionary<string, NotedRequest> requests = [];
    private readonly List<RecordedBatch> batches = [];
    private readonly Dictionary<string, DriverCounts> counts = [];
    private long absolutePence;

    /// <summary>The Book's code; empty before its first entry.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The number of the last entry; 0 if there is none.</summary>
    public int LastEntry { get; private set; }

    /// <summary>The hash of the last entry; 64 zeros if there is none.</summary>
    public string Head { get; private set; } = NoHash;

    /// <summary>When the last entry was recorded.</summary>
    public DateTime LastRecordedAt { get; private set; }

    /// <summary>The day up to which approvals have been looked at; never goes back.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>What stands where there is no hash: 64 zeros.</summary>
    public static string NoHash { get; } = new('0', 64);

    /// <summary>The recordings of costs, oldest first.</summary>
    public IReadOnlyList<RecordedBatch> Batches => batches;

    /// <summary>The sizes of all amounts recorded, added up, in pence.</summary>
    public long AbsolutePence => absolutePence;

    /// <summary>Folds entries from the first.</summary>
    public static BookState Fold(IEnumerable<Entry> entries)
    {
        var state = new BookState();
        foreach (var entry in entries)
        {
            state.Apply(entry);
        }
        return state;
    }

    /// <summary>Takes up the next entry.</summary>
    /// <exception cref="BookDamagedException">The entry does not follow from those before.</exception>
    public void Apply(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Number != LastEntry + 1)
        {
            throw new BookDamagedException(entry.Number, $"Entry {entry.Number} follows entry {LastEntry}.");
        }
        Advance(DateOnly.FromDateTime(entry.RecordedAt));
        entry.Fact.ApplyTo(this, entry);
        LastEntry = entry.Number;
        Head = entry.Hash;
        LastRecordedAt = entry.RecordedAt;
        Settle();
    }

    /// <summary>The entry that recorded a source of this digest, or null.</summary>
    public int? EntryOfSource(string sha256) => sources.TryGetValue(sha256, out var entry) ? entry : null;

    /// <summary>The entry and digest of a client's request by its key, or null.</summary>
    public NotedRequest? RequestOf(string key) => requests.GetValueOrDefault(key);

    /// <summary>Notes the request that an entry answered, so that the same one is known when it comes again.</summary>
    public void NoteRequest(ClientRequest request, int entry)
    {
        ArgumentNullException.ThrowIfNull(request);
        requests.TryAdd(request.Key, new NotedRequest(entry, request.Sha256));
    }

    /// <summary>The month in whose statement a payment of a day stands if it is recorded now.</summary>
    public Month MonthOfPayment(DateOnly day) => Month.Later(PostingNow.MonthOf(Month.Of(day)), Starts);

    /// <summary>Whether a line has been reversed.</summary>
    public bool IsReversed(LineRef line) => reversed?.Contains(line) == true;

    /// <summary>Whether a line's words have been withheld.</summary>
    public bool IsWithheld(LineRef line) => withheld?.ContainsKey(line) == true;

    /// <summary>The lines whose words have been withheld.</summary>
    public IReadOnlyDictionary<LineRef, WordsWithheld> Withheld => withheld ?? new Dictionary<LineRef, WordsWithheld>();

    /// <summary>Budgets, virements and forecasts.</summary>
    public BudgetSheet Budget { get; } = new();

    /// <summary>All counts of a driver in the order of recording.</summary>
    public IReadOnlyList<CountInUse> CountsOf(string driver) =>
        counts.TryGetValue(driver, out var found) ? found.All : [];

    /// <summary>A partner's latest count of a driver dated on or before a day; of one date, the one recorded last.</summary>
    internal CountInUse? LatestCount(string driver, string partner, DateOnly day) =>
        counts.TryGetValue(driver, out var found) ? found.Latest(partner, day) : null;

    /// <summary>The drivers that have counts, in order of code.</summary>
    public IReadOnlyList<string> CountedDrivers => [.. counts.Keys.Order(StringComparer.Ordinal)];

    internal void Record(CostsRecorded fact, Entry entry)
    {
        var sums = fact.Sums ?? throw new BookDamagedException(entry.Number, "The sums of a batch are not there.");
        sources.TryAdd(fact.Source.Sha256, entry.Number);
        absolutePence = Money.AddSize(absolutePence, sums.AbsolutePence);
        var batch = new RecordedBatch(entry.Number, fact, PostingNow, entry.Reason);
        batches.Add(batch);
        foreach (var sum in sums.Sums)
        {
            PostingsFor(batch.Posting.PeriodOf(sum.Month)).Add(sum);
        }
        for (var i = 0; i < sums.Reversed.Count; i++)
        {
            (reversed ??= []).Add(sums.Reversed[i]);
        }
    }

    internal void Record(CountsRecorded fact, Entry entry)
    {
        weightsRevision++;
        foreach (var count in fact.Counts)
        {
            if (!counts.TryGetValue(count.Driver, out var ofDriver))
            {
                counts[count.Driver] = ofDriver = new DriverCounts();
            }
            ofDriver.Add(new CountInUse(count, entry.Number));
        }
    }

    internal void Record(PaymentsRecorded fact, Entry entry)
    {
        sources.TryAdd(fact.Source.Sha256, entry.Number);
        foreach (var payment in fact.Payments)
        {
            PostingsFor(Period.Of(MonthOfPayment(payment.Date))).Pay(new PostedPayment(payment, entry.Number));
        }
    }

    internal void Record(BudgetRecorded fact, Entry entry)
    {
        sources.TryAdd(fact.Source.Sha256, entry.Number);
        foreach (var line in fact.Lines)
        {
            Budget.Add(this, line, entry.Number);
        }
    }

    internal void Withhold(WordsWithheld fact) => (withheld ??= []).TryAdd(fact.Line, fact);
}

/// <summary>A recording of costs, with where its lines were posted at the time.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Fact">What was recorded.</param>
/// <param name="Posting">Which periods were open.</param>
/// <param name="Reason">Of a correction, why.</param>
public sealed record RecordedBatch(int Entry, CostsRecorded Fact, Posting Posting, string? Reason);

/// <summary>A client's request that was answered.</summary>
/// <param name="Entry">The entry that answered it.</param>
/// <param name="Sha256">The digest of what was asked.</param>
public sealed record NotedRequest(int Entry, string Sha256);
