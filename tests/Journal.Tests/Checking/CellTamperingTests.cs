using System.Collections.Concurrent;

namespace Openbook.Journal.Tests.Checking;

/// <summary>Verification covers every value in every table: whatever is changed behind the program's back is found.</summary>
public sealed class CellTamperingTests
{
    [Theory, EveryStore]
    public void Every_cell_row_and_pair_of_rows_that_is_tampered_with_is_found_and_its_entry_named(string store)
    {
        using var home = AHome.WithSmallBook(store);
        var all = Tampering.Every(home);
        Assert.True(all.Count > 500, $"Only {all.Count} ways to tamper were tried.");
        // A copy of a store on the server takes it a while; what is checked is the same code for both.
        Assert.Equal("", Missed(home, LongRun.Part(all, oneIn: store == "postgres" ? 8 : 2), Fault));
    }

    [Theory, EveryStore]
    public void Whatever_was_tampered_with_reading_fails_only_with_damage_named_and_never_otherwise(string store)
    {
        using var home = AHome.WithSmallBook(store);
        Assert.Equal(
            "",
            Missed(home, LongRun.Part(Tampering.Every(home), oneIn: store == "postgres" ? 24 : 4), FaultOfReading)
        );
    }

    [Theory, EveryStore]
    public void Every_byte_that_is_tampered_with_is_found_and_its_entry_named(string store)
    {
        using var home = AHome.WithSmallBook(store);
        Assert.Equal(
            "",
            Missed(home, LongRun.Part(Tampering.EveryByte(home), oneIn: store == "postgres" ? 401 : 101), Fault)
        );
    }

    private static string? Fault(IStoreHome home, Tampered tampered)
    {
        using var store = home.Open();
        var report = Verification.Run(store, Clerk.Abc, TheAgreement.Reread);
        if (!report.IsSound)
        {
            return tampered.IsNamedBy(report.Damages[0]) ? null : report.Damages[0].ToString();
        }
        // What was put under another Book's code is found with that Book.
        var others = store.Books().Select(book => Verification.Run(store, book, TheAgreement.Reread));
        return others.All(other => other.IsSound) ? "sound" : null;
    }

    private static string? FaultOfReading(IStoreHome home, Tampered tampered)
    {
        using var store = home.Open();
        try
        {
            var loaded = BookLoader.Load(store, Clerk.Abc);
            Assert.All(loaded.State.Closed, closed => Assert.True(Statement.Of(loaded.State, closed.Period).IsDone));
            Assert.NotEmpty(
                loaded.State.Batches.SelectMany(batch => new StoredLines(store, loaded.State).LinesOf(batch.Entry))
            );
            EntriesCopy.Write(store, loaded, Stream.Null);
        }
        catch (BookDamagedException fault)
        {
            return fault.Entry > 0 ? null : $"{fault.Message} names no entry";
        }
        catch (StoreException fault)
        {
            // A kind that is not known any more reads as a newer program's.
            return fault.Message.Contains("kind of fact", StringComparison.Ordinal) ? null : fault.Message;
        }
        return null;
    }

    // As one text: of a list a failing assertion shows the beginnings only.
    private static string Missed(IStoreHome home, IEnumerable<Tampered> all, Func<IStoreHome, Tampered, string?> fault)
    {
        var missed = new ConcurrentBag<string>();
        Parallel.ForEach(
            // All at first: while some are still read from the store, its files come and go under those who copy it.
            all.ToList(),
            // A server has only so many connections to give.
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount + 1 },
            tampered =>
            {
                using var copy = home.Copy();
                using (var raw = copy.Raw())
                {
                    tampered.Do(raw);
                }
                try
                {
                    if (fault(copy, tampered) is { } what)
                    {
                        missed.Add($"{tampered}: {what}");
                    }
                }
                catch (Exception thrown)
                {
                    missed.Add($"{tampered}: {thrown.GetType().Name} {thrown.Message} {thrown.StackTrace}");
                }
            }
        );
        return string.Join("\n", missed.Order(StringComparer.Ordinal));
    }
}
