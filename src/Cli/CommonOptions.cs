using System.CommandLine;
using Openbook.Domain;
using Openbook.Journal;

namespace Openbook.Cli;

/// <summary>Options that several commands share, and how their values are read.</summary>
public sealed class CommonOptions
{
    public Option<string?> Data { get; } =
        new("--data")
        {
            Description = "The folder that holds the store (or OPENBOOK_DATA; default ./openbook-data).",
            HelpName = "DIR",
            Recursive = true,
        };

    /// <summary>Up to which entry a Book is read.</summary>
    public NumberOption At { get; } = new("--at", "As it stood after this entry.");

    /// <summary>Up to which day of recording a Book is read.</summary>
    public Option<string?> Known { get; } = Text("--known", "DATE", "As it was known at the end of this day.");

    public Option<string?> Store { get; } =
        new("--store")
        {
            Description =
                "The PostgreSQL database that holds the store, instead of a folder (or OPENBOOK_STORE), "
                + "such as Host=db.example.org;Database=openbook;Username=openbook.",
            HelpName = "CONNECTION",
            Recursive = true,
        };

    public FlagOption Trace { get; } =
        new("--trace", "Say each step of a write on standard error.") { Recursive = true };

    /// <summary>The Book.</summary>
    public static Argument<string> Book() => new("BOOK") { Description = "The Book's code." };

    public static Option<string?> Format()
    {
        var option = new Option<string?>("--format")
        {
            Description = "text (default), json or csv.",
            HelpName = "FORMAT",
        };
        option.AcceptOnlyFromAmong("text", "json", "csv");
        return option;
    }

    /// <summary>The forms of a command that can also write a workbook.</summary>
    public static Option<string?> FormatOrSheet()
    {
        var option = new Option<string?>("--format")
        {
            Description = "text (default), json, csv, or xlsx (a workbook, with --out).",
            HelpName = "FORMAT",
        };
        option.AcceptOnlyFromAmong("text", "json", "csv", "xlsx");
        return option;
    }

    public static Option<string?> By(string otherwise = "the host") =>
        new("--by")
        {
            Description = $"The council for which it is recorded (default: {otherwise}).",
            HelpName = "COUNCIL",
        };

    public static Option<string?> Key() =>
        new("--key")
        {
            Description = "A key of your own: the same act under the same key is recorded once.",
            HelpName = "TEXT",
        };

    public static Option<string?> Text(string name, string help, string description, bool required = false) =>
        new(name)
        {
            Description = description,
            HelpName = help,
            Required = required,
        };

    public static DateOnly Date(string name, string text) =>
        Dates.TryParse(text, out var date) ? date : throw Wrong(Refuse.BadDate, $"{name}: \"{text}\" is not a date.");

    public static Month MonthOf(string name, string text) =>
        Month.TryParse(text, out var month)
            ? month
            : throw Wrong(Refuse.BadMonth, $"{name}: \"{text}\" is not a month.");

    public static Period PeriodOf(string text) =>
        Period.TryParse(text, out var period) ? period : throw Wrong(Refuse.BadPeriod, $"\"{text}\" is not a period.");

    public static Money Amount(string name, string text) =>
        Money.TryParse(text, out var amount)
            ? amount
            : throw Wrong(Refuse.BadAmount, $"{name}: \"{text}\" is not an amount.");

    /// <summary>The moment asked for.</summary>
    public AsAt AsAt(ParseResult parsed)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        return new AsAt(At.Of(parsed), parsed.GetValue(Known) is { } day ? Date("--known", day) : null);
    }

    private static UsageException Wrong(RefusalCode code, string what) => new(code.Because(what).ToString());
}
