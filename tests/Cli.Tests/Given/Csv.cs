using System.Text;

namespace Openbook.Cli.Tests.Given;

/// <summary>CSV as the program prints it, read without the program's own reader.</summary>
public static class Csv
{
    /// <summary>The rows below the header, each by column.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string text)
    {
        var records = Records(text).ToList();
        var header = records[0];
        Assert.All(records, record => Assert.Equal(header.Count, record.Count));
        return
        [
            .. records
                .Skip(1)
                .Select(record =>
                    (IReadOnlyDictionary<string, string>)
                        header.Zip(record).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)
                ),
        ];
    }

    /// <summary>Pounds as pence.</summary>
    public static long Pence(string pounds) =>
        (long)(decimal.Parse(pounds, System.Globalization.CultureInfo.InvariantCulture) * 100);

    private static IEnumerable<List<string>> Records(string text)
    {
        var record = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append(text[i++]);
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c is ',' or '\n')
            {
                record.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    yield return record;
                    record = [];
                }
            }
            else
            {
                cell.Append(c);
            }
        }
        Assert.False(quoted, "A quote is not closed.");
        Assert.True(record.Count == 0 && cell.Length == 0, "The last row has no line end.");
    }
}
