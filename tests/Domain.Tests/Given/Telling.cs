namespace Openbook.Domain.Tests.Given;

/// <summary>
/// Carries out what a story says, one command a line. The commands: <c>agree</c> and <c>propose PARTNERS from MONTH</c>,
/// <c>amend MONTH: PARTNERS</c>, <c>approve</c>, <c>all approve</c>, <c>today</c>, <c>cost</c>, <c>income</c>, <c>count</c>,
/// <c>budget</c>, <c>pay</c>, <c>correct</c>, <c>close</c>, <c>close through</c>.
/// </summary>
public sealed class Telling(ABook book)
{
    public Telling()
        : this(new ABook()) { }

    private readonly Dictionary<string, LineRef> named = [];
    private string starts = "";

    /// <summary>The Book.</summary>
    public ABook Book { get; } = book;

    /// <summary>A Book as the commands make it; none may be refused.</summary>
    public static ABook Of(string text)
    {
        var telling = new Telling();
        foreach (var (command, below) in Commands(text))
        {
            var refusals = telling.Do(command, below);
            Assert.True(refusals.Count == 0, $"{command}: {(refusals.Count > 0 ? refusals[0] : null)}");
        }
        return telling.Book;
    }

    /// <summary>Goes on with a Book; nothing may be refused.</summary>
    public static void Continue(ABook book, string text)
    {
        var telling = new Telling(book);
        foreach (var (command, below) in Commands(text))
        {
            Assert.Empty(telling.Do(command, below));
        }
    }

    /// <summary>The commands of a text, each with the indented lines below it.</summary>
    public static IEnumerable<(string Command, IReadOnlyList<string> Below)> Commands(string text)
    {
        var lines = text.Split('\n').Where(line => line.Trim().Length > 0).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            if (!char.IsWhiteSpace(lines[i][0]))
            {
                yield return (
                    lines[i].Trim(),
                    [.. lines.Skip(i + 1).TakeWhile(line => line[0] == ' ').Select(line => line.Trim())]
                );
            }
        }
    }

    /// <summary>Carries out one command.</summary>
    public IReadOnlyList<Refusal> Do(string command, IReadOnlyList<string> below)
    {
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words[0] switch
        {
            "agree" => Agree(command["agree ".Length..], below),
            "propose" => Propose(command["propose ".Length..], below),
            "amend" => Amend(command["amend ".Length..], below),
            "approve" => Approve(words),
            "all" => AllApprove(words),
            "today" => Today(words[1]),
            "cost" => Cost(words),
            "income" => Income(words),
            "count" => Count(words[1], words[2], command.Split(' ', 4)[3]),
            "budget" => Book.Record([Budget(words)]),
            "pay" => Book.Record([new Payment(In.Date(words[1]), words[2], words[3], In.Money(words[4]), "", default)]),
            "correct" => Correct(words),
            "close" => words[1] == "through" ? CloseThrough(words[2]) : Book.Close(In.Period(words[1])),
            _ => throw new ArgumentException($"no command: {command}", nameof(command)),
        };
    }

    private IReadOnlyList<Refusal> Agree(string text, IReadOnlyList<string> below)
    {
        var refusals = Propose(text, below);
        return refusals.Count > 0 ? refusals : AllApprove([]);
    }

    private IReadOnlyList<Refusal> Propose(string text, IReadOnlyList<string> below)
    {
        var parts = text.Split([" from ", " until "], StringSplitOptions.None);
        starts = parts[1];
        Book.Now = In.Month(starts).First.AddMonths(-1);
        return Book.Propose(
            TermsText.Read(parts[0], starts, parts.ElementAtOrDefault(2), below),
            In.Month(starts).First
        );
    }

    private IReadOnlyList<Refusal> Amend(string text, IReadOnlyList<string> below)
    {
        var parts = text.Split(": ", 2);
        return Book.Propose(TermsText.Read(parts[1], starts, null, below), In.Month(parts[0]).First);
    }

    private IReadOnlyList<Refusal> Approve(string[] words) =>
        Book.Approve(
            words[1],
            After(words, "on") is { } on ? In.Date(on) : Book.Now,
            After(words, "effective") is { } effective ? In.Date(effective) : null,
            After(words, "version") is { } version ? In.Whole(version) : null
        );

    private IReadOnlyList<Refusal> AllApprove(string[] words)
    {
        var on = After(words, "on") is { } day ? In.Date(day) : Book.Now;
        return [.. Book.State.PartiesTo(Book.State.Versions[^1]).SelectMany(partner => Book.Approve(partner, on))];
    }

    private IReadOnlyList<Refusal> Today(string day)
    {
        Book.Now = In.Date(day);
        return [];
    }

    private IReadOnlyList<Refusal> Cost(string[] words) =>
        Record(
            words,
            In.Cost(words[1], words[2], words[3], words[4]) with
            {
                Kind = words.Contains("capital") ? CostKind.Capital : CostKind.Revenue,
                Account = After(words, "account") ?? "",
                Nature = words.Contains("accrual") ? CostNature.Accrual : CostNature.Actual,
                ToMonth = After(words, "to") is { } month ? In.Month(month) : null,
            }
        );

    private static BudgetLine Budget(string[] words) =>
        new(
            In.Year(words[1]),
            words[2],
            After(words, "account") ?? "",
            words.Contains("income") ? CostKind.Income : CostKind.Revenue,
            After(words, "in") is { } month ? In.Month(month) : null,
            Amount(words, "original"),
            Amount(words, "virement"),
            Amount(words, "forecast"),
            After(words, "because") ?? ""
        );

    private static Money? Amount(string[] words, string name) =>
        After(words, name) is { } amount ? In.Money(amount) : null;

    private IReadOnlyList<Refusal> Income(string[] words) =>
        Record(words, In.Income(words[1], words[2], words[3], words[4], After(words, "from") ?? ""));

    private IReadOnlyList<Refusal> Record(string[] words, CostLine line)
    {
        var name = After(words, "as") ?? "";
        var target = After(words, "reverses");
        var refusals = Book.Record(
            [
                line with
                {
                    LineId = name,
                    Nature = target is null ? line.Nature : CostNature.Reversal,
                    Date = After(words, "on") is { } day ? In.Date(day) : line.Date,
                },
            ],
            corrects: target is null ? null : new Dictionary<int, string> { [0] = target }
        );
        if (refusals.Count == 0 && name.Length > 0)
        {
            named[name] = Book.Lines[^1].Ref;
        }
        return refusals;
    }

    private IReadOnlyList<Refusal> Count(string date, string driver, string text)
    {
        var counts = TermsText
            .Words(text)
            .Select(item => item.Split(' '))
            .Select(item => new DriverCount(In.Date(date), driver, item[0], In.Weight(item[1]), "count"));
        return Book.Record([.. counts]);
    }

    private IReadOnlyList<Refusal> Correct(string[] words)
    {
        var change = new LineChange(
            After(words, "amount") is { } amount ? In.Money(amount) : null,
            After(words, "service"),
            After(words, "month") is { } month ? In.Month(month) : null,
            After(words, "paid-by")
        );
        var refusals = Book.Correct(named[words[1]], change);
        if (refusals.Count == 0)
        {
            named[words[1]] = Book.Lines[^1].Ref;
        }
        return refusals;
    }

    private List<Refusal> CloseThrough(string month)
    {
        var refusals = new List<Refusal>();
        foreach (var period in Closing.Through(Book.State, In.Month(month)))
        {
            refusals.AddRange(Book.Close(period));
        }
        return refusals;
    }

    private static string? After(string[] words, string word) =>
        Array.IndexOf(words, word) is var at and >= 0 ? words[at + 1] : null;
}
