using System.Data.Common;

namespace Openbook.Journal.Tests.Given;

/// <summary>One thing that somebody did to the rows behind the program's back.</summary>
/// <param name="What">What, for the message.</param>
/// <param name="Entries">The entries of which one must be named first; empty if it may be any.</param>
/// <param name="Do">Does it.</param>
public sealed record Tampered(string What, IReadOnlyCollection<int> Entries, Action<DbConnection> Do)
{
    public bool IsNamedBy(Damage damage) => Entries.Count == 0 || Entries.Contains(damage.Entry);

    public override string ToString() => What;
}

/// <summary>Everything that can be done to the rows of a store: each cell, each row, each pair of rows.</summary>
public static class Tampering
{
    /// <summary>A stored row: its table, its values by column, and the entry that it belongs to.</summary>
    private sealed record Row(StoredTable Table, IReadOnlyDictionary<string, object> Values)
    {
        public int Entry => (int)(long)(Values.TryGetValue("number", out var number) ? number : Values["entry"]);

        /// <summary>Such a row may be missing: it is made anew from the lines.</summary>
        public bool IsDerived => Table.Name.StartsWith("derived_", StringComparison.Ordinal);

        public string Where => string.Join(" AND ", Table.Keys.Select(key => $"{key.Name} = @old_{key.Name}"));

        public (string, object)[] Old => [.. Table.Keys.Select(key => ($"@old_{key.Name}", Values[key.Name]))];

        public override string ToString() =>
            $"{Table.Name} ({string.Join(", ", Table.Keys.Select(key => Values[key.Name]))})";
    }

    public static IReadOnlyList<Tampered> Every(IStoreHome home)
    {
        ArgumentNullException.ThrowIfNull(home);
        var done = new List<Tampered>();
        foreach (var table in home.Tables())
        {
            var rows = Rows(home, table);
            foreach (var row in rows)
            {
                done.AddRange(Cells(row, rows));
                if (!row.IsDerived)
                {
                    // Without its end a Book is a shorter Book: at best what the end said of others gives it away.
                    int[] entries = row == rows[^1] ? [] : [row.Entry];
                    done.Add(new Tampered($"{row} deleted", entries, raw => Delete(raw, row)));
                }
                done.AddRange(Doubles(row, rows));
            }
            done.AddRange(Swaps(rows));
        }
        return done;
    }

    /// <summary>Each byte of each cell of bytes, one bit of it changed.</summary>
    public static IEnumerable<Tampered> EveryByte(IStoreHome home)
    {
        ArgumentNullException.ThrowIfNull(home);
        return from table in home.Tables()
            from row in Rows(home, table)
            from column in table.Columns
            where row.Values[column.Name] is byte[]
            let bytes = (byte[])row.Values[column.Name]
            from at in Enumerable.Range(0, bytes.Length)
            let mask = (byte)(1 << (at % 8))
            select new Tampered(
                $"{row}: {column.Name} byte {at} ^ {mask}",
                [row.Entry],
                raw => Update(raw, row, column.Name, Flipped(bytes, at, mask))
            );
    }

    private static List<Row> Rows(IStoreHome home, StoredTable table)
    {
        using var raw = home.Raw();
        var names = table.Columns.Select(column => column.Name).ToList();
        return raw.Query(
            $"SELECT {string.Join(", ", names)} FROM {table.Name} ORDER BY 1, 2, 3",
            row => new Row(table, names.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second))
        );
    }

    private static IEnumerable<Tampered> Cells(Row row, List<Row> rows) =>
        from column in row.Table.Columns
        from other in Others(row.Values[column.Name])
        where !column.IsKey || !Exists(rows, row, column.Name, other.Value)
        select new Tampered(
            $"{row}: {column.Name} {other.How}",
            column.IsKey ? [row.Entry, .. Elsewhere(other.Value)] : [row.Entry],
            raw => Update(raw, row, column.Name, other.Value)
        );

    // A row more may be in the way of another entry, and can only be found where that one would be.
    private static IEnumerable<Tampered> Doubles(Row row, List<Row> rows) =>
        from column in row.Table.Keys
        from other in Others(row.Values[column.Name])
        where !Exists(rows, row, column.Name, other.Value)
        select new Tampered(
            $"{row} doubled, {column.Name} {other.How}",
            [row.Entry, .. Elsewhere(other.Value), rows.Count + 1],
            raw => Insert(raw, row, column.Name, other.Value)
        );

    // Where a row under another key turns up: with the entry of that number, or with none (0) under another Book's code.
    private static IEnumerable<int> Elsewhere(object key) =>
        key is long number ? [(int)Math.Clamp(number, int.MinValue, int.MaxValue)] : [0];

    private static IEnumerable<Tampered> Swaps(List<Row> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            // Of many rows, each with the next three and the last.
            for (var j = i + 1; j < rows.Count; j = j < i + 4 ? j + 1 : Math.Max(j + 1, rows.Count - 1))
            {
                var (one, other) = (rows[i], rows[j]);
                int[] entries = [one.Entry, other.Entry];
                var columns = one.Table.Values.Select(column => column.Name).ToList();
                yield return new Tampered($"{one} and {other} swapped", entries, raw => Swap(raw, one, other, columns));
                foreach (var column in columns.Where(name => columns.Count > 1 && !Same(one, other, name)))
                {
                    yield return new Tampered(
                        $"{one} and {other}: {column} swapped",
                        entries,
                        raw => Swap(raw, one, other, [column])
                    );
                }
            }
        }
    }

    private static IEnumerable<(string How, object Value)> Others(object value)
    {
        switch (value)
        {
            case long number:
                yield return ("+ 1", number + 1);
                yield return ("+ 1000", number + 1000);
                yield return ("+ 2^32", number + (1L << 32));
                yield return ("- 2^40", number - (1L << 40));
                yield return ("below zero", -number - 1);
                break;
            case string text:
                yield return ("longer", text + "x");
                yield return ("with another letter", text[..^1] + (char)(text[^1] ^ 1));
                break;
            case byte[] bytes:
                int[] places = [0, 4, bytes.Length / 3, bytes.Length * 2 / 3, bytes.Length - 1];
                foreach (var at in places.Distinct().Where(at => at >= 0 && at < bytes.Length))
                {
                    var mask = (byte)(1 << (at % 8));
                    yield return ($"byte {at} ^ {mask}", Flipped(bytes, at, mask));
                }
                yield return ("a byte longer", (byte[])[.. bytes, 0]);
                if (bytes.Length > 0)
                {
                    yield return ("a byte shorter", bytes[..^1]);
                    yield return ("emptied", Array.Empty<byte>());
                }
                break;
            default:
                throw new InvalidOperationException($"A cell of {value.GetType()} cannot be tampered with yet.");
        }
    }

    private static byte[] Flipped(byte[] bytes, int at, byte mask)
    {
        var changed = bytes.ToArray();
        changed[at] ^= mask;
        return changed;
    }

    private static bool Exists(List<Row> rows, Row row, string column, object value) =>
        rows.Exists(other =>
            row.Table.Keys.All(key => Equals(other.Values[key.Name], key.Name == column ? value : row.Values[key.Name]))
        );

    private static bool Same(Row one, Row other, string column) =>
        (one.Values[column], other.Values[column]) switch
        {
            (byte[] a, byte[] b) => a.AsSpan().SequenceEqual(b),
            var (a, b) => Equals(a, b),
        };

    private static void Update(DbConnection raw, Row row, string column, object value) =>
        MustTouchOne(
            raw.Run($"UPDATE {row.Table.Name} SET {column} = @new WHERE {row.Where}", [("@new", value), .. row.Old])
        );

    private static void Delete(DbConnection raw, Row row) =>
        MustTouchOne(raw.Run($"DELETE FROM {row.Table.Name} WHERE {row.Where}", row.Old));

    private static void Insert(DbConnection raw, Row row, string column, object value)
    {
        var names = row.Table.Columns.Select(item => item.Name).ToList();
        MustTouchOne(
            raw.Run(
                $"INSERT INTO {row.Table.Name} ({string.Join(", ", names)}) VALUES (@{string.Join(", @", names)})",
                [.. names.Select(name => ($"@{name}", name == column ? value : row.Values[name]))]
            )
        );
    }

    private static void Swap(DbConnection raw, Row one, Row other, IReadOnlyList<string> columns)
    {
        foreach (var column in columns)
        {
            Update(raw, one, column, other.Values[column]);
            Update(raw, other, column, one.Values[column]);
        }
    }

    private static void MustTouchOne(int rows) => Assert.Equal(1, rows);
}
