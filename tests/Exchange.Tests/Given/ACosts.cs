using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange.Tests;

/// <summary>Files of costs in text, and what is read of them.</summary>
internal static class ACosts
{
    public const string File = "costs.csv";

    /// <summary>The required columns and the words.</summary>
    public const string WithWords = "date,service,amount,paid_by,supplier,description,reference\n";

    /// <summary>A good row below the required columns, without line end.</summary>
    public const string Row = "2016-10-03,networks,100.00,camden";

    private static readonly Dictionary<string, string> Good = new()
    {
        ["date"] = "2016-10-03",
        ["service"] = "networks",
        ["amount"] = "100.00",
        ["paid_by"] = "camden",
        ["line_id"] = "GL-1",
        ["month"] = "2016-10",
        ["to_month"] = "2016-12",
        ["cost_centre"] = "4410",
        ["account"] = "R200",
        ["supplier"] = "Cable Ltd",
        ["description"] = "Lines",
        ["reference"] = "INV 7",
        ["nature"] = "actual",
        ["kind"] = "capital",
        ["irrecoverable_vat"] = "3.00",
        ["corrects"] = "GL-0",
    };

    /// <summary>A file with every column whose only row has one cell changed.</summary>
    public static string With(string field, string text) =>
        string.Join(',', Good.Keys)
        + "\n"
        + string.Join(',', Good.Select(cell => Quoted(cell.Key == field ? text : cell.Value)))
        + "\n";

    public static Outcome<CostBatch> Read(string text) => CostsFile.Read(File, Encoding.UTF8.GetBytes(text));

    /// <summary>What is read of a good file.</summary>
    public static IReadOnlyList<ReadLine> Lines(string text)
    {
        var outcome = Read(text);
        Assert.Empty(Faults.Of(outcome.Refusals, File));
        return ReadLine.Of(outcome.Value);
    }

    /// <summary>Code, row and column of each fault.</summary>
    public static string[] FaultsOf(string text) => Faults.Of(Read(text).Refusals, File);

    /// <summary>A cell in quotes, with those inside doubled.</summary>
    public static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

/// <summary>Refusals in short.</summary>
internal static class Faults
{
    /// <summary>Code, row and column of each: <c>bad-date 4:date</c>. The file of each must be the one named.</summary>
    public static string[] Of(IReadOnlyList<Refusal> refusals, string file)
    {
        Assert.DoesNotContain(refusals, refusal => refusal.Place?.File != file || refusal.What.Length == 0);
        return [.. refusals.Select(item => $"{item.Code.Code} {item.Place?.Row}:{item.Place?.Column}")];
    }
}
