namespace Openbook.Journal.Tests.Checking;

/// <summary>A SQLite file that a disk has damaged is never read as a sound Book with other figures.</summary>
public sealed class DamagedFileTests
{
    [Fact]
    public void Each_page_that_is_wiped_or_scrambled_is_found_or_does_no_harm()
    {
        using var home = (SqliteHome)AHome.WithSmallBook("sqlite");
        var statements = home.Statements();
        var bytes = File.ReadAllBytes(home.File);
        const int Page = 4096;
        for (var page = 0; page < bytes.Length / Page; page++)
        {
            foreach (var scramble in new Func<byte, int, byte>[] { (_, _) => 0, (b, i) => (byte)(b ^ ((i * 31) & 255)) })
            {
                var damaged = bytes.ToArray();
                for (var i = page == 0 ? 100 : 0; i < Page; i++)
                {
                    damaged[page * Page + i] = scramble(damaged[page * Page + i], i);
                }
                MustBeFoundOrHarmless(damaged, statements);
            }
        }
    }

    [Fact]
    public void A_file_that_is_cut_off_anywhere_is_found()
    {
        using var home = (SqliteHome)AHome.WithSmallBook("sqlite");
        var statements = home.Statements();
        var bytes = File.ReadAllBytes(home.File);
        for (var length = 1; length < bytes.Length; length += 3001)
        {
            MustBeFoundOrHarmless(bytes[..length], statements);
        }
    }

    private static void MustBeFoundOrHarmless(byte[] bytes, string statements)
    {
        using var home = new SqliteHome();
        File.WriteAllBytes(home.File, bytes);
        try
        {
            var report = home.Verified();
            // Of a file of a few bytes SQLite makes a new one: then there is no Book, and the program says so.
            if (report.IsSound && (report.Entries > 0 || bytes.Length > 512))
            {
                Assert.Equal(statements, home.Statements());
                home.MustBeSound(SmallStory.Entries);
            }
        }
        catch (StoreException fault)
        {
            Assert.Contains(home.File, fault.Message, StringComparison.Ordinal);
        }
    }
}
