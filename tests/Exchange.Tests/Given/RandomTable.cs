using System.Text;

namespace Openbook.Exchange.Tests;

/// <summary>A file of costs whose rows can be read, with random columns, words, quotes and line ends.</summary>
internal sealed class RandomTable(Random random)
{
    private static readonly string[] Pieces =
    [
        "a",
        "Cable ",
        "é",
        "€",
        "😀",
        " ",
        ",",
        "\"",
        "\"\"",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "lines and lines of words ",
    ];

    /// <summary>The text of a file.</summary>
    public static string Of(Random random) => new RandomTable(random).File();

    /// <summary>The text with up to three of its characters below the header spoilt.</summary>
    public static string Spoilt(Random random)
    {
        var text = new StringBuilder(Of(random));
        var below = text.ToString().IndexOf('\n', StringComparison.Ordinal) + 1;
        for (var times = random.Next(1, 4); times > 0 && below < text.Length; times--)
        {
            var at = random.Next(below, text.Length);
            if (random.Next(3) == 0 && !char.IsSurrogate(text[at]))
            {
                text.Remove(at, 1);
            }
            else if (!char.IsLowSurrogate(text[at]))
            {
                text.Insert(at, random.Next(5) > 0 ? '"' : ',');
            }
        }
        return text.ToString();
    }

    private string File()
    {
        string[] columns =
        [
            .. CostsFile
                .Required.Concat(CostsFile.Optional.Where(_ => random.Next(2) == 0))
                .OrderBy(_ => random.Next()),
        ];
        var text = new StringBuilder(random.Next(4) == 0 ? "\uFEFF" : "");
        text.AppendJoin(',', columns.Select(column => random.Next(5) == 0 ? ACosts.Quoted(column) : column));
        for (var rows = random.Next(1, 9); rows > 0; rows--)
        {
            text.Append(LineEnd());
            while (random.Next(8) == 0)
            {
                text.Append(LineEnd());
            }
            text.AppendJoin(',', columns.Select(column => Written(column, Cell(column))));
        }
        return text.Append(random.Next(2) == 0 ? "" : LineEnd()).ToString();
    }

    private string LineEnd() => random.Next(3) == 0 ? "\r\n" : "\n";

    private string Written(string column, string cell)
    {
        var isWords = column is "supplier" or "description" or "reference";
        var mustBeQuoted =
            cell.AsSpan().IndexOfAny(",\"\n") >= 0 || (cell.Contains('\r', StringComparison.Ordinal) && !isWords);
        return mustBeQuoted || random.Next(4) == 0 ? ACosts.Quoted(cell) : cell;
    }

    private string Cell(string column) =>
        column switch
        {
            "date" => $"20{Digits(2)}-0{random.Next(1, 10)}-1{Digits(1)}",
            "service" or "paid_by" => $"{"abcxyz"[random.Next(6)]}-{Digits(random.Next(30))}",
            "amount" => Amount(),
            "irrecoverable_vat" => OrNothing(Amount()),
            "month" or "to_month" => OrNothing($"2{random.Next(0, 2)}{Digits(2)}-1{random.Next(0, 3)}"),
            "nature" => OrNothing(new[] { "actual", "accrual", "reversal", "journal" }[random.Next(4)]),
            "kind" => OrNothing(new[] { "revenue", "capital", "income" }[random.Next(3)]),
            "supplier" when random.Next(2) == 0 => $"customer-{Digits(2)}",
            "supplier" or "description" or "reference" => Words(Pieces.Length),
            _ => Words(9),
        };

    private string OrNothing(string text) => random.Next(3) == 0 ? "" : text;

    private string Digits(int count) =>
        string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + random.Next(10))));

    private string Amount()
    {
        var pounds = $"{(random.Next(3) == 0 ? "-" : "")}{random.Next(1, 10)}{Digits(random.Next(13))}";
        return random.Next(3) switch
        {
            0 => pounds,
            1 => $"{pounds}.{Digits(1)}",
            _ => $"{pounds}.{Digits(2)}",
        };
    }

    private string Words(int pieces) =>
        string.Concat(Enumerable.Range(0, random.Next(9)).Select(_ => Pieces[random.Next(pieces)]));
}
