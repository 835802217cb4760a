using System.Text;
using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>
/// Makes ready what reading a Book needs. The first time that code runs the runtime has to load and tie it together, which takes
/// much longer than a small Book does: so a Book of six made-up entries is read while the command line still is.
/// </summary>
public static class Readiness
{
    private const string Entries = "Openbook.Journal.Ready.entries.jsonl";
    private const string Sums = "30003,0\n2016-10,desktop,revenue,birch,,20002\n2016-10,networks,revenue,ash,,10001\n";

    /// <summary>Begins, beside whatever else runs. Where there is one processor alone nothing would be gained.</summary>
    public static void Begin()
    {
        if (Environment.ProcessorCount > 1)
        {
            new Thread(() => StateSmallBook()) { IsBackground = true, Name = "readiness" }.Start();
        }
    }

    /// <summary>Reads the made-up Book, as any other is read, and gives the digest of its statement.</summary>
    public static string StateSmallBook()
    {
        var book = ReadSmallBook();
        var statement = Statement.Of(book, book.Closed[0].Period).Value;
        ReadableJson.Bytes(StatementJson.Of(statement));
        return StatementJson.Sha256(statement);
    }

    /// <summary>Reads the made-up Book.</summary>
    public static BookState ReadSmallBook()
    {
        using var stream = typeof(Readiness).Assembly.GetManifestResourceStream(Entries)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var rows = new List<EntryRow>();
        var rest = bytes.AsSpan();
        while (rest.IndexOf((byte)'\n') is var end and >= 0)
        {
            rows.Add(new EntryRow(rows.Count + 1, rest[..end].ToArray()));
            rest = rest[(end + 1)..];
        }
        return BookLoader.Fold(rows, AsAt.Now, (_, _) => SumsCodec.Read(Encoding.UTF8.GetBytes(Sums))).State;
    }
}
