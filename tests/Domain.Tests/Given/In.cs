namespace Openbook.Domain.Tests.Given;

/// <summary>Values of the domain from text that is known to be right.</summary>
public static class In
{
    /// <summary>A month such as <c>2016-10</c>.</summary>
    public static Month Month(string text) =>
        Domain.Month.TryParse(text, out var month) ? month : throw new FormatException(text);

    /// <summary>A period such as <c>2016-10</c> or <c>2016/17-13</c>.</summary>
    public static Period Period(string text) =>
        Domain.Period.TryParse(text, out var period) ? period : throw new FormatException(text);

    /// <summary>A financial year such as <c>2016/17</c>.</summary>
    public static FinancialYear Year(string text) =>
        FinancialYear.TryParse(text, out var year) ? year : throw new FormatException(text);

    /// <summary>A date such as <c>2016-10-01</c>.</summary>
    public static DateOnly Date(string text) =>
        Dates.TryParse(text, out var date) ? date : throw new FormatException(text);

    /// <summary>An amount such as <c>-12.50</c>.</summary>
    public static Money Money(string text) =>
        Domain.Money.TryParse(text, out Money money) ? money : throw new FormatException(text);

    /// <summary>A weight such as <c>0.5</c>.</summary>
    public static Weight Weight(string text) =>
        Domain.Weight.TryParse(text, out var weight) ? weight : throw new FormatException(text);

    /// <summary>A whole number.</summary>
    public static int Whole(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A line of cost.</summary>
    public static CostLine Cost(string month, string service, string amount, string paidBy) =>
        new()
        {
            Ref = new LineRef(0, 2),
            LineId = "",
            Date = Month(month).First,
            Month = Month(month),
            Service = service,
            Amount = Money(amount),
            PaidBy = paidBy,
        };

    /// <summary>A line of income.</summary>
    public static CostLine Income(string month, string service, string amount, string paidBy, string customer) =>
        Cost(month, service, amount, paidBy) with
        {
            Kind = CostKind.Income,
            Words = new LineWords(customer, "", ""),
        };
}
