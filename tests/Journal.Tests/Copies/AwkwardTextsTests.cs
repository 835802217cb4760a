using System.Text;

namespace Openbook.Journal.Tests.Copies;

/// <summary>Whatever stands in a line's texts and however long they are, its canonical bytes are those that the reference names.</summary>
public sealed class AwkwardTextsTests
{
    private const string Header =
        "line_id,date,service,amount,paid_by,cost_centre,account,supplier,description,reference,to_month";

    private static readonly string[] Amounts = ["0.00", "0.05", "-0.01", "-100.00", "9.99", "10.00", "12345678901.23"];

    // Beside a line end or a double quote somewhere in the file, other lines are read and written with more care: three files.
    [Theory]
    [InlineData("x", "\n")]
    [InlineData("\"", "\n")]
    [InlineData("é☃", "\r\n")]
    public void Canonical_lines_and_words_hold_every_text_as_it_was(string piece, string lineEnd)
    {
        var lines = Enumerable.Range(0, 70).Select(length => ALine(length, piece)).ToList();
        var csv = string.Join(lineEnd, [Header, .. lines.Select(cells => string.Join(',', cells.Select(Quoted)))]);
        using var home = AHome.WithOctober("sqlite");
        var recorded = home.With("2017-01-10", clerk => clerk.Costs("awkward.csv", csv + lineEnd));
        using var copy = new ACopy(home);
        var name = $"lines/{recorded.Value.Entry.Number}.csv";
        var figures = Rows(copy[name]);
        var words = Rows(copy[name.Replace("lines/", "texts/", StringComparison.Ordinal)]);
        Assert.Equal(
            lines.Select((cells, i) => Figures(cells, i + 2)),
            figures.Select(row => row[..row.LastIndexOf(',')])
        );
        Assert.Equal(lines.Select((cells, i) => Words(cells, i + 2)), words.Select(WithoutSalt));
    }

    // Texts of every length from none to 69 characters, so that all the ways in which bytes are moved are gone.
    private static string[] ALine(int length, string piece)
    {
        string AText(int at) => at == 0 ? "" : new string('a', at - 1) + piece;
        return
        [
            $"id{length}",
            length % 5 < 3 ? "2016-10-31" : "2016-10-30",
            "networks",
            Amounts[length % Amounts.Length],
            "ash",
            AText(length % 17),
            AText(length),
            AText(69 - length),
            length % 9 == 0 ? "one, two" : AText(length),
            AText(length / 2),
            length % 3 == 0 ? "2016-11" : "",
        ];
    }

    private static string Figures(string[] cells, int row) =>
        $"{row},{cells[0]},{cells[1]},2016-10,{cells[10]},networks,{Quoted(cells[5])},{Quoted(cells[6])},actual,revenue,{cells[3]},,ash,";

    private static string Words(string[] cells, int row) => $"{row},{string.Join(',', cells[7..10].Select(Quoted))}";

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string WithoutSalt(string row)
    {
        var cells = row.Split(',', 3);
        Assert.Matches("^[0-9a-f]{32}$", cells[1]);
        return $"{cells[0]},{cells[2]}";
    }

    private static string[] Rows(byte[] csv) => Encoding.UTF8.GetString(csv).TrimEnd('\n').Split('\n')[1..];
}
