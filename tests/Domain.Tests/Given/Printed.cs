namespace Openbook.Domain.Tests.Given;

/// <summary>Statements as stories show them.</summary>
public static class Printed
{
    /// <summary>A statement: a line for each partner and below it one for each share.</summary>
    public static IEnumerable<string> Lines(Statement statement)
    {
        foreach (var partner in statement.Partners)
        {
            var figures = partner.Figures;
            yield return $"  {figures.Partner}: share {Of(figures.SharePence)}, paid {Of(figures.PaidPence)}, "
                + $"balance {Of(figures.BalancePence)}, brought {Of(figures.BroughtForwardPence)}, "
                + $"settled {Of(figures.SettledPence)}, carried {Of(figures.CarriedForwardPence)}";
            foreach (var line in partner.Lines)
            {
                yield return Line(line);
            }
        }
    }

    /// <summary>The figures of a year.</summary>
    public static IEnumerable<string> Lines(YearStatement year) =>
        year.Partners.Select(partner =>
            $"  {partner.Partner}: share {Of(partner.SharePence)}, paid {Of(partner.PaidPence)}, "
            + $"balance {Of(partner.BalancePence)}, brought {Of(partner.BroughtForwardPence)}, "
            + $"settled {Of(partner.SettledPence)}, carried {Of(partner.CarriedForwardPence)}"
        );

    /// <summary>Pence as pounds.</summary>
    public static string Of(long pence) => new Money(pence).ToPlain();

    private static string Line(StatementLine line)
    {
        var key = line.Pool.Key;
        var words = new List<string> { Of(line.Part.Pence), key.Service };
        if (key.Overhead is not null)
        {
            words.Add($"({key.Overhead})");
        }
        if (key.Customer is not null)
        {
            words.Add($"from {key.Customer}");
        }
        words.Add(key.ForMonth.ToString());
        words.Add(CostWords.Of(key.Kind));
        if (line.Pool.IsTrueUp)
        {
            words.Add("true-up");
        }
        return $"    {string.Join(' ', words)}, {line.Pool.Weights.Basis} v{line.Pool.Weights.Version}, of {Of(line.Pool.Pence)}";
    }
}
