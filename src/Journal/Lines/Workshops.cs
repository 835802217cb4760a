using System.Collections.Concurrent;
using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>Lends what encoding works with.</summary>
internal sealed class Workshops
{
    private readonly ConcurrentBag<Workshop> free = [];

    public Workshop Rent() => free.TryTake(out var at) ? at : new Workshop();

    public void Return(Workshop at) => free.Add(at);
}

/// <summary>What one thread works with, used again for block after block.</summary>
internal sealed class Workshop
{
    public byte[] Buffer = [];
    public byte[] Scratch = [];

    public ByteWriter Figures { get; } = new();

    public ByteWriter Canonical { get; } = new();

    public ByteWriter Words { get; } = new();

    public ByteWriter One { get; } = new();

    private ByteWriter LastMonths { get; } = new();

    private int lastDay;
    private Month lastMonth;
    private Month lastToMonth;

    public void Clear()
    {
        Figures.Clear();
        Canonical.Clear();
        Words.Clear();
    }

    /// <summary>Date and months with the commas around them. Most lines have those of the line before.</summary>
    public ReadOnlySpan<byte> Months(in LineFigures line)
    {
        if (line.Day == lastDay && line.Month == lastMonth && line.ToMonth == lastToMonth && LastMonths.Length > 0)
        {
            return LastMonths.Written;
        }
        lastDay = line.Day;
        lastMonth = line.Month;
        lastToMonth = line.ToMonth;
        LastMonths.Clear();
        LastMonths.Byte((byte)',');
        LastMonths.Date(line.Day);
        LastMonths.Byte((byte)',');
        LastMonths.Month(line.Month);
        LastMonths.Byte((byte)',');
        if (line.ToMonth != default)
        {
            LastMonths.Month(line.ToMonth);
        }
        LastMonths.Byte((byte)',');
        return LastMonths.Written;
    }
}
