namespace Openbook.Domain.Tests.Given;

/// <summary>
/// A story in text: commands, and below <c>statement</c>, <c>year</c> and whatever is refused, indented, what must come of it.
/// The story is told again with what really came of it; both texts must be the same. The oracle must agree as well.
/// </summary>
public static class Story
{
    /// <summary>Tells the story and compares.</summary>
    public static void Check(string text)
    {
        var telling = new Telling();
        var told = new List<string>();
        foreach (var (command, below) in Telling.Commands(text))
        {
            told.Add(command);
            told.AddRange(Outcome(telling, command, below));
        }
        var expected = text.Split('\n').Where(line => line.Trim().Length > 0).Select(line => line.TrimEnd());
        Assert.Equal(string.Join('\n', expected), string.Join('\n', told));
        telling.Book.MustAgreeWithOracle();
    }

    private static IEnumerable<string> Outcome(Telling telling, string command, IReadOnlyList<string> below)
    {
        var words = command.Split(' ');
        switch (words[0])
        {
            case "statement":
                var statement = telling.Book.Look(In.Period(words[1]));
                return statement.IsDone ? Printed.Lines(statement.Value) : statement.Refusals.Select(Refused);
            case "year":
                return Printed.Lines(YearStatement.Of(telling.Book.State, In.Year(words[1])).Value);
            case "carries":
                return telling.Book.State.Partners.Select(partner =>
                    $"  {partner} {telling.Book.State.CarryOf(partner)}"
                );
            case "agree" or "propose" or "amend":
                return [.. below.Select(term => $"  {term}"), .. telling.Do(command, below).Select(Refused)];
            default:
                return telling.Do(command, below).Select(Refused);
        }
    }

    private static string Refused(Refusal refusal) => $"  refused: {refusal.Code.Code}";
}
