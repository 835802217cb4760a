using System.CommandLine;
using System.Globalization;

namespace Openbook.Cli;

/// <summary>
/// An option that takes a whole number, not below zero. It is parsed as a text: options of other types are compiled anew at each
/// start.
/// </summary>
public sealed class NumberOption : Option<string?>
{
    public NumberOption(string name, string description)
        : base(name)
    {
        Description = description;
        HelpName = "N";
        Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !TryParse(token.Value, out _))
            {
                result.AddError($"{name}: \"{token.Value}\" is not a whole number.");
            }
        });
    }

    /// <summary>The number, or null if it was not given.</summary>
    public int? Of(ParseResult parsed)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        return TryParse(parsed.GetValue(this), out var number) ? number : null;
    }

    private static bool TryParse(string? text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
