using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Room for the lines of one part of a file.</summary>
internal sealed class LineRoom(int lines)
{
    /// <summary>No room: nothing was read, or it has been given back.</summary>
    public static LineRoom None { get; } = new(0);

    /// <summary>The figures of lines.</summary>
    public LineFigures[] Lines { get; private set; } = new LineFigures[lines];

    /// <summary>Where each begins in the file.</summary>
    public int[] Places { get; private set; } = new int[lines];

    /// <summary>Makes it twice as large; what is in it stays.</summary>
    public void Grow()
    {
        var (oldLines, oldPlaces) = (Lines, Places);
        Lines = new LineFigures[oldLines.Length * 2];
        Places = new int[oldPlaces.Length * 2];
        Array.Copy(oldLines, Lines, oldLines.Length);
        Array.Copy(oldPlaces, Places, oldPlaces.Length);
    }
}

/// <summary>
/// Lends room for parts of one file, which are read side by side and merged one after another. The framework's pool would do the
/// same; for a type of ours it is compiled anew at each start.
/// </summary>
internal sealed class LineRooms
{
    // As many as a part of the usual size has at most, with lines of 32 bytes.
    private const int UsualLines = 1 << 15;
    private readonly Stack<LineRoom> free = new();

    public LineRoom Rent()
    {
        lock (free)
        {
            return free.TryPop(out var room) ? room : new LineRoom(UsualLines);
        }
    }

    public void Return(LineRoom room)
    {
        lock (free)
        {
            if (room != LineRoom.None)
            {
                free.Push(room);
            }
        }
    }
}
