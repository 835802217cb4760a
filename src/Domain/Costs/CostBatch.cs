using System.Runtime.InteropServices;

#pragma warning disable CA1028, CA1051, CA2231 // Plain fields: a million of these are filled and read in tight loops.

namespace Openbook.Domain;

/// <summary>Cells of a line that could not be read, so that nothing more is said of them.</summary>
[Flags]
public enum Unreadable : byte
{
    /// <summary>All were read.</summary>
    None = 0,

    /// <summary>The date or a month.</summary>
    Month = 1,

    /// <summary>The service.</summary>
    Service = 2,

    /// <summary>Who paid.</summary>
    PaidBy = 4,

    /// <summary>Anything else.</summary>
    Other = 8,
}

/// <summary>
/// The figures of one line in a batch, in a compact form: a million of them take 48 MB. Codes are places in
/// <see cref="CostBatch.Names"/>.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public struct LineFigures : IEquatable<LineFigures>
{
    /// <summary>The row in the source file; the header is row 1.</summary>
    public int Row;

    /// <summary>The date's day number.</summary>
    public int Day;

    /// <summary>The month it belongs to; of a spread line the first.</summary>
    public Month Month;

    /// <summary>The last month of a spread line; <c>default</c> if it is not spread.</summary>
    public Month ToMonth;

    /// <summary>Service or overhead, a place among the names.</summary>
    public short Service;

    /// <summary>Who paid, a place among the names.</summary>
    public short PaidBy;

    /// <summary>Of income, what may be a customer's code: a place among the names, or -1.</summary>
    public short Customer;

    /// <summary>What it is for the accounts.</summary>
    public CostKind Kind;

    /// <summary>How it came about.</summary>
    public CostNature Nature;

    /// <summary>Which of its cells could not be read; they hold what stands for nothing.</summary>
    public Unreadable Unreadable;

    /// <summary>The amount in pence, as in the file.</summary>
    public long Pence;

    /// <summary>VAT that cannot be recovered, in pence; <see cref="NoVat"/> if not stated.</summary>
    public long VatPence;

    /// <summary>A digest of the line_id, 0 if it has none. Equal ids have equal digests; the reverse must be checked.</summary>
    public ulong IdKey;

    /// <summary>What stands in <see cref="VatPence"/> when it is not stated.</summary>
    public const long NoVat = long.MinValue;

    /// <summary>The last month it belongs to.</summary>
    public readonly Month LastMonth => ToMonth == default ? Month : ToMonth;

    /// <summary>What it adds to its pool: income counts below zero.</summary>
    public readonly long EffectPence => Kind == CostKind.Income ? -Pence : Pence;

    /// <inheritdoc/>
    public readonly bool Equals(LineFigures other) =>
        Day == other.Day
        && Month == other.Month
        && ToMonth == other.ToMonth
        && Service == other.Service
        && PaidBy == other.PaidBy
        && Kind == other.Kind
        && Nature == other.Nature
        && Pence == other.Pence
        && VatPence == other.VatPence
        && IdKey == other.IdKey;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is LineFigures other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(Day, Month, Service, PaidBy, Pence, IdKey);
}

/// <summary>The text fields of one line, as UTF-8, without quotes.</summary>
public ref struct LineTexts
{
    /// <summary>The ledger's own id.</summary>
    public ReadOnlySpan<byte> LineId;

    /// <summary>The cost centre.</summary>
    public ReadOnlySpan<byte> CostCentre;

    /// <summary>The subjective code.</summary>
    public ReadOnlySpan<byte> Account;

    /// <summary>Who was paid.</summary>
    public ReadOnlySpan<byte> Supplier;

    /// <summary>What for.</summary>
    public ReadOnlySpan<byte> Description;

    /// <summary>The invoice's number.</summary>
    public ReadOnlySpan<byte> Reference;

    /// <summary>The line it names as corrected, as written.</summary>
    public ReadOnlySpan<byte> Corrects;

    /// <summary>Whether it is known that no comma, double quote or line end stands in any of them, so that nobody must look.</summary>
    public bool Plain;
}

/// <summary>Gives the texts of a batch's lines, some lines at a time.</summary>
public interface ILineTexts
{
    /// <summary>The texts of lines that follow each other in <see cref="CostBatch.Lines"/>.</summary>
    /// <param name="first">The place of the first.</param>
    /// <param name="count">How many.</param>
    /// <param name="buffer">Memory of the caller's to hold them; grows as needed, and must not be used otherwise meanwhile.</param>
    ILineTextRange Range(int first, int count, ref byte[] buffer);
}

/// <summary>The texts of some lines; what it gives is valid until the next call.</summary>
public interface ILineTextRange
{
    /// <summary>The texts of the line at a place in <see cref="CostBatch.Lines"/>.</summary>
    /// <param name="index">The place.</param>
    /// <param name="scratch">Memory of the caller's for what must be unquoted; grows as needed.</param>
    LineTexts Read(int index, ref byte[] scratch);
}

/// <summary>Candidate lines from one source, read but not yet decided upon.</summary>
public sealed class CostBatch
{
    /// <summary>The source's name.</summary>
    public required string Source { get; init; }

    /// <summary>The lower-case hex SHA-256 of the source's bytes.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The codes that the lines use.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>The lines in the order of the source.</summary>
    public required BatchLines Lines { get; init; }

    /// <summary>What each line with something in its column corrects names, by its place.</summary>
    public required IReadOnlyDictionary<int, string> Corrects { get; init; }

    /// <summary>The text fields.</summary>
    public required ILineTexts Texts { get; init; }

    /// <summary>Whether an <see cref="ILineTaker"/> was given all lines, as they are here, while the source was read.</summary>
    public bool WasTaken { get; init; }
}
