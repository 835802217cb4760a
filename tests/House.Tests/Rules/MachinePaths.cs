using System.Text.RegularExpressions;
using Openbook.House.Tests.Reading;

namespace Openbook.House.Tests.Rules;

/// <summary>No file names a folder of the machine that it was written on.</summary>
public static class MachinePaths
{
    // Put together here, so that this file does not find itself.
    private static readonly Regex Absolute = new(
        @"(?<![\w./~<>$}*-])/("
            + string.Join('|', "ho" + "me", "ro" + "ot", "wo" + "rk", "Us" + "ers")
            + @")(/|\b(?=[""'\s]))"
            + @"|file:///?(?!/)\w|\b[A-Za-z]:\\{1,2}Us"
            + "ers",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(10)
    );

    public static IEnumerable<string> Broken(IEnumerable<TextFile> files) =>
        files.SelectMany(file =>
            Absolute.Matches(file.Text).Select(match => $"{file.At(match.Index)}: a path of one machine: {match.Value}")
        );
}
