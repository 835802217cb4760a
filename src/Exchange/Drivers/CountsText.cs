using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Writes counts that were entered by hand as the file that they would be, so that both are read in one way.</summary>
public static class CountsText
{
    /// <summary>The file of counts; <see cref="CountsFile"/> reads from it what was written.</summary>
    /// <param name="name">The name by which it is recorded.</param>
    /// <param name="counts">The counts.</param>
    public static Outcome<SourceFile> Of(string name, IEnumerable<DriverCount> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var text = new StringBuilder("date,driver,partner,count,source\n");
        foreach (var count in counts)
        {
            text.Append(Dates.Iso(count.Date)).Append(',').Append(count.Driver).Append(',').Append(count.Partner);
            text.Append(',').Append(count.Count).Append(',').Append(CsvQuote.Of(count.Source)).Append('\n');
        }
        return SourceFile.Of(name, Encoding.UTF8.GetBytes(text.ToString()));
    }
}
