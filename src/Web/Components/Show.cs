namespace Openbook.Web.Components;

/// <summary>Money and dates as pages write them, in GOV.UK style.</summary>
public static class Show
{
    private const char Minus = '\u2212';

    /// <summary>To the penny, for tables: <c>£1,234.56</c>, <c>−£3.00</c>.</summary>
    public static string Pounds(long pence) => new Money(pence).ToPounds().Replace('-', Minus);

    /// <summary>The size alone, where words say which way: <c>£3.00</c>.</summary>
    public static string Size(long pence) => new Money(Math.Abs(pence)).ToPounds();

    /// <summary>For sentences: <c>£75</c>, <c>£75.50</c>, <c>£1,234</c> for whole pounds.</summary>
    public static string Prose(long pence)
    {
        var text = Size(pence);
        return text.EndsWith(".00", StringComparison.Ordinal) ? text[..^3] : text;
    }

    /// <summary>Rounded for a sentence that says so: <c>£640,000</c>, <c>£1.92 million</c>.</summary>
    public static string Rounded(long pence)
    {
        var size = Math.Abs(pence);
        const long Million = 100_000_000;
        if (size >= Million)
        {
            var hundredths = (size + Million / 200) / (Million / 100);
            var text = new Money(hundredths).ToPounds();
            return $"{text.TrimEnd('0').TrimEnd('.')} million";
        }
        var pounds = (size + 50) / 100;
        return Prose(pounds * 100);
    }

    /// <summary>Which way a balance goes: above zero the council pays.</summary>
    public static string Balance(long pence) =>
        pence > 0 ? $"To pay {Size(pence)}"
        : pence < 0 ? $"To receive {Size(pence)}"
        : "Nothing";

    /// <summary>Which way money went between councils: above zero the council paid.</summary>
    public static string Settled(long pence) =>
        pence > 0 ? $"Paid {Size(pence)}"
        : pence < 0 ? $"Received {Size(pence)}"
        : "Nothing";

    /// <summary>A year as people say it: <c>2016 to 2017</c>.</summary>
    public static string Year(FinancialYear year) => $"{Text.Of(year.StartYear)} to {Text.Of(year.StartYear + 1)}";

    /// <summary>A moment in UTC: <c>1 October 2016, 9:05am</c>.</summary>
    public static string Moment(DateTime utc)
    {
        var hour = utc.Hour % 12 == 0 ? 12 : utc.Hour % 12;
        var minute = utc.Minute.ToString("D2", Text.Invariant);
        return $"{Dates.Words(DateOnly.FromDateTime(utc))}, {Text.Of(hour)}:{minute}{(utc.Hour < 12 ? "am" : "pm")}";
    }

    /// <summary>What a payment between councils is for.</summary>
    public static string Purpose(PaymentPurpose purpose) =>
        purpose switch
        {
            PaymentPurpose.OnAccount => "On account",
            PaymentPurpose.Settlement => "Settlement",
            PaymentPurpose.Opening => "From before the Book",
        };

    /// <summary>What costs are for the accounts.</summary>
    public static string Kind(CostKind kind) =>
        kind switch
        {
            CostKind.Revenue => "Running costs",
            CostKind.Capital => "Capital",
            CostKind.Income => "Income",
        };

    /// <summary>A kind by its word in files; another word stands for itself.</summary>
    public static string Kind(string word) => CostWords.TryKind(word, out var kind) ? Kind(kind) : word;

    /// <summary>What costs are for the accounts, of income from whom.</summary>
    public static string Kind(PoolKey key, BookNames names)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(names);
        return key.Customer is { } customer ? $"{Kind(key.Kind)} from {names.Customer(customer)}" : Kind(key.Kind);
    }
}
