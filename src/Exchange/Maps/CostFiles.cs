using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>
/// Reads cost lines from a file as it is: the canonical layout as CSV or as a workbook, or the Spend layout of the Transparency
/// Code. Any other layout needs a map.
/// </summary>
public static class CostFiles
{
    private const int Looked = 1 << 16;

    private static readonly CostMap canonical = new()
    {
        Columns = CostsFile
            .Required.Concat(CostsFile.Optional)
            .ToDictionary(field => field, field => (IReadOnlyList<string>)[field]),
        MayLack = CostsFile.Optional,
        IsCanonical = true,
    };

    /// <summary>The lines of a file on disk, or every fault.</summary>
    /// <param name="path">The file.</param>
    /// <param name="watch">Told how many lines have been read so far.</param>
    /// <param name="taker">Given the lines of a file in the canonical layout while they are read.</param>
    public static CostSource Read(string path, RowsRead? watch = null, ILineTaker? taker = null)
    {
        var start = Start(path);
        if (TableFile.Other(start) is { } other)
        {
            return new CostSource(
                Refuse.NotATable.Because($"The file is {other}.", new Place(Path.GetFileName(path))),
                []
            );
        }
        if (!TableFile.StartsAsZip(start) && !MayBeSpend(start))
        {
            return new CostSource(CostsFile.Read(path, watch, taker: taker), []);
        }
        var file = TableFile.Read(path);
        var tables = file.IsDone
            ? file.Value.Tables(null, ',')
            : Outcome<IReadOnlyList<SourceTable>>.Refused(file.Refusals);
        if (!tables.IsDone)
        {
            return new CostSource(Outcome<CostBatch>.Refused(tables.Refusals), []);
        }
        return tables.Value.FirstOrDefault(SpendLayout.IsIn) is { } spend ? SpendLayout.Read(file.Value, spend, watch)
            : file.Value.IsWorkbook ? MappedCosts.Read(file.Value, canonical, watch)
            : new CostSource(CostsFile.Read(path, watch, taker: taker), []);
    }

    private static bool MayBeSpend(byte[] start)
    {
        var text = Encoding.Latin1.GetString(start).Replace("\0", "", StringComparison.Ordinal);
        return text.Contains("Beneficiary", StringComparison.OrdinalIgnoreCase);
    }

    private static byte[] Start(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var bytes = new byte[Looked];
            return bytes[..file.ReadAtLeast(bytes, Looked, throwOnEndOfStream: false)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return [];
        }
    }
}
