using System.Runtime.CompilerServices;

namespace Openbook.Domain;

/// <summary>
/// The figures of a batch's lines in the order of the source. Not a span of memory: those of a type of ours are compiled anew at each start.
/// </summary>
/// <param name="lines">The lines; what is behind the last that counts is room.</param>
/// <param name="length">How many count.</param>
public sealed class BatchLines(LineFigures[] lines, int length)
{
    /// <summary>All of these lines.</summary>
    public BatchLines(LineFigures[] lines)
        : this(lines, lines is null ? 0 : lines.Length) { }

    /// <summary>How many there are.</summary>
    public int Length => length;

    /// <summary>The line at a place, from 0.</summary>
    public ref readonly LineFigures this[int place] => ref Change(place);

    /// <summary>The line at a place, to be changed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref LineFigures Change(int place)
    {
        if (place >= length)
        {
            throw Beyond();
        }
        return ref lines[place];
    }

    private static ArgumentOutOfRangeException Beyond() => new("place", "There are not so many lines.");
}
