using System.Text;

namespace Openbook.Exchange.Tests;

/// <summary>
/// A file of several parts of a megabyte. Over each whole megabyte lies a cell in quotes with many line ends and doubled
/// quotes; blank lines, words over lines and new codes are spread over all parts. No line inside quotes has a comma.
/// </summary>
internal sealed class BigFile(Random random)
{
    public const int PartBytes = 1 << 20;
    private const string Header = "line_id,date,service,amount,paid_by,kind,supplier,description\n";
    private readonly StringBuilder text = new();
    private int bytes;
    private int line;

    /// <summary>A file of at least so many bytes.</summary>
    public static string Of(Random random, int atLeast) => new BigFile(random).Text(atLeast);

    /// <summary>The place of the character at which the first row after so many bytes begins.</summary>
    public static int RowAfter(string file, int place)
    {
        var at = file.IndexOf("\nGL-", place, StringComparison.Ordinal) + 1;
        Assert.InRange(at, 1, file.Length);
        return at;
    }

    private string Text(int atLeast)
    {
        Add(Header);
        for (var boundary = PartBytes; bytes < atLeast; )
        {
            // The row begins up to 3,000 bytes before the boundary and ends after it.
            if (bytes >= boundary - 3_000)
            {
                AddRow(LongWords());
                boundary += PartBytes;
            }
            else
            {
                AddRow(Words());
            }
        }
        return text.ToString();
    }

    private void AddRow(string description)
    {
        line++;
        while (random.Next(50) == 0)
        {
            Add(random.Next(2) == 0 ? "\n" : "\r\n");
        }
        // A new service and customer now and then, so that each part has names that those before have not.
        var service = $"service-{random.Next(line / 4_000 + 1)}";
        var payer = $"payer-{(line / 9_000 + random.Next(3)) % 7}";
        var kind = random.Next(10) == 0 ? "income" : "";
        Add($"GL-{line},2016-{random.Next(1, 13):D2}-{random.Next(1, 29):D2},{service},");
        Add($"{random.Next(-99_999, 99_999)}.{random.Next(100):D2},{payer},{kind},customer-{line % 300},");
        Add(description + (random.Next(9) == 0 ? "\r\n" : "\n"));
    }

    private string Words() =>
        random.Next(6) switch
        {
            0 => ACosts.Quoted($"5\" pipe {line}\nand\r\n\"so\" on"),
            1 => ACosts.Quoted("in quotes"),
            2 => "",
            3 => $"£ and é {line}",
            _ => $"plain words for {line}",
        };

    private static string LongWords() => ACosts.Quoted(string.Concat(Enumerable.Repeat("words\n\"so\" on\r\n\n", 400)));

    private void Add(string more)
    {
        text.Append(more);
        bytes += Encoding.UTF8.GetByteCount(more);
    }
}
