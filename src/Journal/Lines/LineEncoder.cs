using System.Security.Cryptography;
using System.Text;
using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>The canonical form of cost lines: what is hashed, and what <c>lines/ENTRY.csv</c> of an export holds.</summary>
public static class CanonicalLines
{
    /// <summary>The header of the canonical lines, with its line end.</summary>
    public static ReadOnlySpan<byte> Header =>
        "row,line_id,date,month,to_month,service,cost_centre,account,nature,kind,amount,irrecoverable_vat,paid_by,corrects,text\n"u8;

    /// <summary>The header of the words, with its line end.</summary>
    public static ReadOnlySpan<byte> WordsHeader => "row,salt,supplier,description,reference\n"u8;

    /// <summary>
    /// The digest of a line's words: SHA-256 over the salt in hex, a comma, and supplier, description and reference as canonical
    /// CSV - the row of the words file without its first cell.
    /// </summary>
    /// <param name="saltAndWords">Those bytes.</param>
    /// <param name="digest">Room for 32 bytes.</param>
    public static void Digest(ReadOnlySpan<byte> saltAndWords, Span<byte> digest) =>
        SHA256.HashData(saltAndWords, digest);
}

/// <summary>A block encoded: as it is stored, with its canonical bytes.</summary>
/// <param name="Stored">As it is stored.</param>
/// <param name="Canonical">The canonical lines, digests of words included.</param>
internal sealed record EncodedBlock(StoredBlock Stored, byte[] Canonical);

/// <summary>Encodes the lines of a decision block by block.</summary>
internal sealed class LineEncoder
{
    private readonly CostsDecision decision;
    private readonly byte[][] names;
    private readonly int salted;

    public LineEncoder(CostsDecision decision)
    {
        this.decision = decision;
        names = [.. decision.Batch.Names.Select(Encoding.UTF8.GetBytes)];
        salted = StoredBlock.SaltBytes * 2 + 1;
    }

    public int Blocks => (decision.Count + StoredBlock.Full - 1) / StoredBlock.Full;

    /// <summary>Encodes one block; safe to call from several threads.</summary>
    public EncodedBlock Encode(int block)
    {
        var first = block * StoredBlock.Full;
        var count = Math.Min(StoredBlock.Full, decision.Count - first);
        var figures = new ByteWriter();
        var canonical = new ByteWriter();
        var words = new ByteWriter();
        var one = new ByteWriter();
        var salts = RandomNumberGenerator.GetBytes(count * StoredBlock.SaltBytes);
        var texts = Texts(first, count);
        byte[] scratch = [];
        Span<byte> digest = stackalloc byte[32];
        Span<byte> length = stackalloc byte[4];
        for (var i = 0; i < count; i++)
        {
            var place = decision.Kept?[first + i] ?? first + i;
            var line = texts.Read(place, ref scratch);
            var from = figures.Length;
            Figures(figures, place, line);
            one.Clear();
            one.Hex(salts.AsSpan(i * StoredBlock.SaltBytes, StoredBlock.SaltBytes));
            one.Byte((byte)',');
            one.Cell(line.Supplier);
            one.Byte((byte)',');
            one.Cell(line.Description);
            one.Byte((byte)',');
            one.Cell(line.Reference);
            CanonicalLines.Digest(one.Written, digest);
            canonical.Raw(figures.Written[from..]);
            canonical.Byte((byte)',');
            canonical.Hex(digest);
            canonical.Byte((byte)'\n');
            figures.Byte((byte)'\n');
            BitConverter.TryWriteBytes(length, one.Length - salted);
            words.Raw(length);
            words.Raw(one.Written[salted..]);
        }
        var stored = new StoredBlock(
            block,
            count,
            BlockBytes.Pack(figures.Written),
            salts,
            BlockBytes.Pack(words.Written)
        );
        return new EncodedBlock(stored, canonical.Written.ToArray());
    }

    private ILineTextRange Texts(int first, int count)
    {
        var from = decision.Kept?[first] ?? first;
        var to = decision.Kept?[first + count - 1] ?? first + count - 1;
        return decision.Batch.Texts.Range(from, to - from + 1);
    }

    private void Figures(ByteWriter to, int place, LineTexts texts)
    {
        ref readonly var line = ref decision.Batch.Lines.Span[place];
        to.Number(line.Row);
        to.Byte((byte)',');
        to.Cell(texts.LineId);
        to.Byte((byte)',');
        to.Date(line.Day);
        to.Byte((byte)',');
        to.Month(line.Month);
        to.Byte((byte)',');
        if (line.ToMonth != default)
        {
            to.Month(line.ToMonth);
        }
        to.Byte((byte)',');
        to.Raw(names[line.Service]);
        to.Byte((byte)',');
        to.Cell(texts.CostCentre);
        to.Byte((byte)',');
        to.Cell(texts.Account);
        to.Byte((byte)',');
        to.Raw(NatureWords[(int)line.Nature]);
        to.Byte((byte)',');
        to.Raw(KindWords[(int)line.Kind]);
        to.Byte((byte)',');
        to.Pounds(line.Pence);
        to.Byte((byte)',');
        if (line.VatPence != LineFigures.NoVat)
        {
            to.Pounds(line.VatPence);
        }
        to.Byte((byte)',');
        to.Raw(names[line.PaidBy]);
        to.Byte((byte)',');
        if (decision.Corrects.TryGetValue(place, out var corrects))
        {
            to.Number(corrects.Entry);
            to.Byte((byte)'#');
            to.Number(corrects.Row);
        }
    }

    private static readonly byte[][] NatureWords = [.. CostWords.NatureWords.Select(Encoding.UTF8.GetBytes)];
    private static readonly byte[][] KindWords = [.. CostWords.KindWords.Select(Encoding.UTF8.GetBytes)];
}
