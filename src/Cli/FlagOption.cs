using System.CommandLine;

namespace Openbook.Cli;

/// <summary>
/// An option that is there or not, and takes no value. It is kept as a text: options of other types are compiled anew at each start.
/// </summary>
public sealed class FlagOption : Option<string?>
{
    public FlagOption(string name, string description)
        : base(name)
    {
        Description = description;
        Arity = ArgumentArity.Zero;
    }

    /// <summary>Whether it was given.</summary>
    public bool IsIn(ParseResult parsed)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        return parsed.GetResult(this) is { Implicit: false };
    }
}
