using System.Globalization;

namespace Openbook.Exchange.Tests;

/// <summary>A posting of a transaction, in pence.</summary>
internal sealed record AccountPosting(string Account, long Pence);

/// <summary>A transaction of a journal, read by the rules that it is written by and no others.</summary>
internal sealed record Transaction(DateOnly Date, string Words, string Comment, IReadOnlyList<AccountPosting> Postings)
{
    /// <summary>The transactions of a journal; any line that is not understood fails.</summary>
    public static IReadOnlyList<Transaction> Read(string journal)
    {
        var transactions = new List<Transaction>();
        var postings = new List<AccountPosting>();
        Assert.EndsWith("\n", journal, StringComparison.Ordinal);
        foreach (var line in journal[..^1].Split('\n'))
        {
            if (line.Length == 0 || line.StartsWith(';') || line == "commodity 1000.00 GBP")
            {
                continue;
            }
            if (!line.StartsWith(' '))
            {
                postings = [];
                transactions.Add(Headed(line, postings));
            }
            else if (!line.StartsWith("    ;", StringComparison.Ordinal))
            {
                postings.Add(Posted(line));
            }
        }
        return transactions;
    }

    /// <summary>The sum of the postings to an account and those below it.</summary>
    public long Sum(string account) =>
        Postings
            .Where(posting =>
                posting.Account == account || posting.Account.StartsWith(account + ":", StringComparison.Ordinal)
            )
            .Sum(posting => posting.Pence);

    private static Transaction Headed(string line, List<AccountPosting> postings)
    {
        var parts = line.Split(" * ", 2);
        var words = parts[1].Split("  ; ", 2);
        var date = DateOnly.ParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new Transaction(date, words[0], words[1], postings);
    }

    private static AccountPosting Posted(string line)
    {
        var parts = line.Trim().Split("  ");
        Assert.Equal(2, parts.Length);
        Assert.EndsWith(" GBP", parts[1], StringComparison.Ordinal);
        var amount = parts[1][..^4];
        Assert.Equal('.', amount[^3]);
        return new AccountPosting(
            parts[0],
            long.Parse(amount.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)
        );
    }
}
