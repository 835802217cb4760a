using System.Buffers;
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
        SmallDigest.Of(saltAndWords, digest);
}

/// <summary>A block encoded: as it is stored, with its canonical bytes.</summary>
/// <param name="Stored">As it is stored.</param>
/// <param name="Rented">The canonical lines, digests of words included, in memory that must be given back.</param>
/// <param name="Length">How many of those bytes count.</param>
internal sealed record EncodedBlock(StoredBlock Stored, byte[] Rented, int Length)
{
    public ReadOnlySpan<byte> Canonical => Rented.AsSpan(0, Length);

    public void Return() => ArrayPool<byte>.Shared.Return(Rented);
}

/// <summary>Encodes lines block by block.</summary>
/// <param name="lines">The lines.</param>
/// <param name="names">The codes that they use, in UTF-8.</param>
/// <param name="texts">Their texts.</param>
/// <param name="workshops">What to work with.</param>
internal sealed class LineEncoder(BatchLines lines, byte[][] names, ILineTexts texts, Workshops workshops)
{
    /// <summary>The places of the lines that are recorded, in order; null for all.</summary>
    public IReadOnlyList<int>? Kept { get; init; }

    /// <summary>What lines correct, by place; null if none corrects any.</summary>
    public IReadOnlyDictionary<int, LineRef>? Corrects { get; init; }

    /// <summary>Encodes one block; safe to call from several threads.</summary>
    /// <param name="block">The block's number in its batch, from 0.</param>
    /// <param name="first">Its first line among those that are recorded, from 0.</param>
    /// <param name="count">How many lines it has.</param>
    public EncodedBlock Encode(int block, int first, int count)
    {
        var at = workshops.Rent();
        var salts = BlockSalts.New();
        at.Clear();
        EncodeLines(at, first, count, BlockSalts.Of(salts, count));
        var stored = new StoredBlock(
            block,
            count,
            BlockBytes.Pack(at.Figures.Written),
            salts,
            BlockBytes.Pack(at.Words.Written)
        );
        var canonical = ArrayPool<byte>.Shared.Rent(at.Canonical.Length);
        at.Canonical.Written.CopyTo(canonical);
        var encoded = new EncodedBlock(stored, canonical, at.Canonical.Length);
        workshops.Return(at);
        return encoded;
    }

    private void EncodeLines(Workshop at, int first, int count, byte[] salts)
    {
        const int Salted = StoredBlock.SaltBytes * 2 + 1;
        var range = Texts(first, count, ref at.Buffer);
        Span<byte> digest = stackalloc byte[32];
        for (var i = 0; i < count; i++)
        {
            var place = Kept?[first + i] ?? first + i;
            var line = range.Read(place, ref at.Scratch);
            var from = at.Figures.Length;
            Figures(at, lines[place], place, line);
            at.One.Clear();
            at.One.Hex(salts.AsSpan(i * StoredBlock.SaltBytes, StoredBlock.SaltBytes));
            at.One.Byte((byte)',');
            at.One.Cell(line.Supplier, line.Plain);
            at.One.Byte((byte)',');
            at.One.Cell(line.Description, line.Plain);
            at.One.Byte((byte)',');
            at.One.Cell(line.Reference, line.Plain);
            CanonicalLines.Digest(at.One.Written, digest);
            at.Canonical.Rest(at.Figures, from);
            at.Canonical.Byte((byte)',');
            at.Canonical.Hex(digest);
            at.Canonical.Byte((byte)'\n');
            at.Figures.Byte((byte)'\n');
            at.Words.Bytes(at.One.Length - Salted);
            at.Words.Rest(at.One, Salted);
        }
    }

    private ILineTextRange Texts(int first, int count, ref byte[] buffer)
    {
        var from = Kept?[first] ?? first;
        var to = Kept?[first + count - 1] ?? first + count - 1;
        return texts.Range(from, to - from + 1, ref buffer);
    }

    private void Figures(Workshop at, in LineFigures line, int place, in LineTexts texts)
    {
        var to = at.Figures;
        to.Number(line.Row);
        to.Byte((byte)',');
        to.Cell(texts.LineId, texts.Plain);
        to.Raw(at.Months(line));
        to.Raw(names[line.Service]);
        to.Byte((byte)',');
        to.Cell(texts.CostCentre, texts.Plain);
        to.Byte((byte)',');
        to.Cell(texts.Account, texts.Plain);
        to.Raw(Words[(int)line.Nature][(int)line.Kind]);
        to.Pounds(line.Pence);
        to.Byte((byte)',');
        if (line.VatPence != LineFigures.NoVat)
        {
            to.Pounds(line.VatPence);
        }
        to.Byte((byte)',');
        to.Raw(names[line.PaidBy]);
        to.Byte((byte)',');
        if (Corrects?.TryGetValue(place, out var corrects) == true)
        {
            to.Number(corrects.Entry);
            to.Byte((byte)'#');
            to.Number(corrects.Row);
        }
    }

    // Nature and kind with the commas around them.
    private static readonly byte[][][] Words =
    [
        .. CostWords.NatureWords.Select(nature =>
            CostWords.KindWords.Select(kind => Encoding.UTF8.GetBytes($",{nature},{kind},")).ToArray()
        ),
    ];
}
