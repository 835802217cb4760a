using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange.Tests;

/// <summary>Maps in text, and what files give through them.</summary>
internal static class AMap
{
    public const string File = "spend.csv";

    /// <summary>The columns of an invented council's file, and what it does not say.</summary>
    public const string Columns =
        "columns: { date: Paid on, amount: Net, supplier: Paid to, description: For, service: Team }\n"
        + "fixed: { paid_by: camden }\n"
        + "words: { service: { Streets: streets, Parks & Open Space: parks } }\n";

    /// <summary>The headings of that file.</summary>
    public const string Headings = "Team,Paid to,For,Paid on,Net\n";

    public static CostMap Of(string text)
    {
        var map = MapText.Read(text, "map.yaml");
        Assert.Empty(map.Refusals);
        return map.Value;
    }

    public static CostSource Read(string map, string text) => Read(map, Encoding.UTF8.GetBytes(text));

    public static CostSource Read(string map, byte[] bytes) => MappedCosts.Read(File, bytes, Of(map));

    /// <summary>What is read of a good file.</summary>
    public static IReadOnlyList<ReadLine> Lines(string map, string text) => Lines(Read(map, text));

    public static IReadOnlyList<ReadLine> Lines(CostSource source)
    {
        Assert.Empty(source.Lines.Refusals);
        return ReadLine.Of(source.Lines.Value);
    }

    /// <summary>Code, row and column of each fault.</summary>
    public static string[] FaultsOf(string map, string text) => Faults.Of(Read(map, text).Lines.Refusals, File);

    /// <summary>Row, date and amount of each line of a file with the usual headings.</summary>
    public static string[] Short(string map, string rows) =>
        [.. Lines(Columns + map, Headings + rows).Select(line => $"{line.Row} {line.Date} {line.Amount}")];

    /// <summary>The faults of a file with the usual headings.</summary>
    public static string[] ShortFaults(string map, string rows) => FaultsOf(Columns + map, Headings + rows);
}
