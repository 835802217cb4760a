using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Openbook.Journal.Tests.Copies;

/// <summary>
/// An export proves itself to whoever has JSON and SHA-256: here it is checked by the reference documents alone, without
/// anything of the program.
/// </summary>
public sealed class IndependentCheckTests
{
    private const string LinesHeader =
        "row,line_id,date,month,to_month,service,cost_centre,account,nature,kind,amount,irrecoverable_vat,paid_by,corrects,text";
    private const string WordsHeader = "row,salt,supplier,description,reference";

    [Theory, EveryStore]
    public void The_chain_the_lines_and_the_words_of_an_export_check_out(string store)
    {
        using var home = AHome.WithSmallBook(store);
        using var copy = new ACopy(home);
        var entries = Chain(copy["entries.jsonl"]);
        Assert.Equal(SmallStory.Entries, entries.Count);
        var withheld = entries
            .Where(entry => Kind(entry) == "words-withheld")
            .Select(entry => entry.GetProperty("fact").GetProperty("line").GetString())
            .ToHashSet();
        Assert.Equal(2, withheld.Count);
        var names = new List<string> { "entries.jsonl" };
        foreach (var entry in entries.Where(entry => Kind(entry) == "costs-recorded"))
        {
            var number = entry.GetProperty("number").GetInt32();
            names.AddRange([$"lines/{number}.csv", $"texts/{number}.csv"]);
            CheckLines(entry.GetProperty("fact"), number, copy, withheld!);
        }
        Assert.Equal(
            names.Order(StringComparer.Ordinal),
            copy.Files().Select(file => file.Name).Order(StringComparer.Ordinal)
        );
    }

    [Theory, EveryStore]
    public void Closed_figures_in_an_export_balance(string store)
    {
        using var home = AHome.WithSmallBook(store);
        using var copy = new ACopy(home);
        var closings = Chain(copy["entries.jsonl"]).Where(entry => Kind(entry) == "period-closed").ToList();
        Assert.Equal(2, closings.Count);
        foreach (var partners in closings.Select(entry => entry.GetProperty("fact").GetProperty("partners")))
        {
            long Sum(string name) => partners.EnumerateArray().Sum(partner => partner.GetProperty(name).GetInt64());
            Assert.Equal(0, Sum("balance_pence"));
            Assert.Equal(Sum("share_pence"), Sum("paid_pence"));
        }
    }

    private static List<JsonElement> Chain(byte[] jsonl)
    {
        Assert.Equal((byte)'\n', jsonl[^1]);
        var entries = new List<JsonElement>();
        var previous = new string('0', 64);
        var moment = "";
        foreach (var line in Encoding.UTF8.GetString(jsonl).TrimEnd('\n').Split('\n'))
        {
            using var json = JsonDocument.Parse(line);
            var entry = json.RootElement.Clone();
            Assert.Equal(line, Hand.Canonical(entry));
            Assert.Equal(Hand.HashOf(entry), entry.GetProperty("hash").GetString());
            Assert.Equal(previous, entry.GetProperty("previous").GetString());
            Assert.Equal(entries.Count + 1, entry.GetProperty("number").GetInt32());
            var recorded = entry.GetProperty("recorded_at").GetString()!;
            Assert.True(string.CompareOrdinal(moment, recorded) <= 0);
            (previous, moment) = (entry.GetProperty("hash").GetString()!, recorded);
            entries.Add(entry);
        }
        return entries;
    }

    private static void CheckLines(JsonElement fact, int number, ACopy copy, HashSet<string> withheld)
    {
        var lines = copy[$"lines/{number}.csv"];
        Assert.Equal(fact.GetProperty("lines_sha256").GetString(), Hand.Sha256(lines));
        var records = Records(lines);
        Assert.Equal(LinesHeader, records[0]);
        Assert.Equal(fact.GetProperty("count").GetInt32(), records.Count - 1);
        var total = records.Skip(1).Sum(record => decimal.Parse(Cells(record)[10], CultureInfo.InvariantCulture));
        Assert.Equal(fact.GetProperty("total_pence").GetInt64(), total * 100);
        var words = Records(copy[$"texts/{number}.csv"]);
        Assert.Equal(WordsHeader, words[0]);
        var digests = words
            .Skip(1)
            .ToDictionary(
                record => Cells(record)[0],
                record => Hand.Sha256(record[(record.IndexOf(',', StringComparison.Ordinal) + 1)..])
            );
        foreach (var cells in records.Skip(1).Select(Cells))
        {
            var isWithheld = withheld.Contains($"{number}#{cells[0]}");
            Assert.Equal(isWithheld ? null : cells[14], digests.GetValueOrDefault(cells[0]));
        }
        Assert.All(words.Skip(1), record => Assert.Equal(32, Cells(record)[1].Length));
    }

    private static string Kind(JsonElement entry) => entry.GetProperty("kind").GetString()!;

    // Records end at a line end that is not within quotes.
    private static List<string> Records(byte[] csv)
    {
        var records = new List<string>();
        var text = Encoding.UTF8.GetString(csv);
        var (start, quoted) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            quoted ^= text[i] == '"';
            if (text[i] == '\n' && !quoted)
            {
                records.Add(text[start..i]);
                start = i + 1;
            }
        }
        Assert.Equal(text.Length, start);
        return records;
    }

    private static List<string> Cells(string record)
    {
        var cells = new List<string>();
        var (start, quoted) = (0, false);
        for (var i = 0; i <= record.Length; i++)
        {
            quoted ^= i < record.Length && record[i] == '"';
            if (i == record.Length || (record[i] == ',' && !quoted))
            {
                cells.Add(record[start..i]);
                start = i + 1;
            }
        }
        return cells;
    }
}
