namespace Openbook.Journal.Tests.Given;

/// <summary>A clock that stands where a test sets it.</summary>
public sealed class AClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2016, 9, 1, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    /// <summary>Goes to nine o'clock of a day.</summary>
    public void Set(string day) => Now = new DateTimeOffset(In.Day(day).ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);
}

/// <summary>Values of Domain from their text.</summary>
public static class In
{
    public static DateOnly Day(string text) =>
        Dates.TryParse(text, out var day) ? day : throw new ArgumentException(text);

    public static Month Month(string text) =>
        Domain.Month.TryParse(text, out var month) ? month : throw new ArgumentException(text);

    public static Period Period(string text) =>
        Domain.Period.TryParse(text, out var period) ? period : throw new ArgumentException(text);

    public static LineRef Line(string text) =>
        LineRef.TryParse(text, out var line) ? line : throw new ArgumentException(text);

    public static Weight Weight(string text) =>
        Domain.Weight.TryParse(text, out var weight) ? weight : throw new ArgumentException(text);
}
