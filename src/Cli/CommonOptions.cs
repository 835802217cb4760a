using System.CommandLine;
using Openbook.Domain;

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

    public Option<bool> Trace { get; } =
        new("--trace") { Description = "Say each step of a write on standard error.", Recursive = true };

    /// <summary>The Book.</summary>
    public static Argument<string> Book() => new("BOOK") { Description = "The Book's code." };

    public static Option<string?> Format()
    {
        var option = new Option<string?>("--format") { Description = "text (default), json or csv.", HelpName = "FORMAT" };
        option.AcceptOnlyFromAmong("text", "json", "csv");
        return option;
    }

    public static Option<string?> By() =>
        new("--by") { Description = "The council for which it is recorded (default: the host).", HelpName = "COUNCIL" };

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
        Dates.TryParse(text, out var date)
            ? date
            : throw new UsageException($"{name}: \"{text}\" is not a date. {Refuse.BadDate.Remedy}");

    public static Month MonthOf(string name, string text) =>
        Month.TryParse(text, out var month)
            ? month
            : throw new UsageException($"{name}: \"{text}\" is not a month. {Refuse.BadMonth.Remedy}");

    public static Period PeriodOf(string text) =>
        Period.TryParse(text, out var period)
            ? period
            : throw new UsageException($"\"{text}\" is not a period. {Refuse.BadPeriod.Remedy}");

    public static Money Amount(string name, string text) =>
        Money.TryParse(text, out var amount)
            ? amount
            : throw new UsageException($"{name}: \"{text}\" is not an amount. {Refuse.BadAmount.Remedy}");

    /// <summary>The folder of the store.</summary>
    public string Folder(ParseResult parsed, Shell shell)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        ArgumentNullException.ThrowIfNull(shell);
        if (parsed.GetValue(Data) is { } named)
        {
            return Path.GetFullPath(named, Path.GetFullPath(shell.Folder.Length > 0 ? shell.Folder : "."));
        }
        return shell.Data ?? shell.Variable("OPENBOOK_DATA") ?? "openbook-data";
    }
}
