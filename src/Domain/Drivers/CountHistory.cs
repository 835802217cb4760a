namespace Openbook.Domain;

/// <summary>What was counted of a driver on one day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Counts">The count that is in use for each partner counted, in the Book's order.</param>
/// <param name="Replaced">Counts of the same day that a later recording replaced, oldest first.</param>
public sealed record CountedDay(DateOnly Date, IReadOnlyList<CountInUse> Counts, IReadOnlyList<CountInUse> Replaced)
{
    /// <summary>The count of a partner, or null if it was not counted.</summary>
    public CountInUse? Of(string partner) => Counts.FirstOrDefault(item => item.Count.Partner == partner);

    /// <summary>All counts in use added up, in millionths.</summary>
    public System.Numerics.BigInteger Total =>
        Counts.Aggregate(System.Numerics.BigInteger.Zero, (sum, item) => sum + item.Count.Count.Millionths);
}

/// <summary>A driver's counts over time, and how long the last of them can be used.</summary>
public sealed record CountHistory
{
    /// <summary>The driver.</summary>
    public required string Driver { get; init; }

    /// <summary>The days on which it was counted, oldest first.</summary>
    public required IReadOnlyList<CountedDay> Days { get; init; }

    /// <summary>The partners ever counted, in the Book's order.</summary>
    public required IReadOnlyList<string> Partners { get; init; }

    /// <summary>How many months a count may be old on the last day of the month it is used for, as agreed now.</summary>
    public required int MaxAgeMonths { get; init; }

    /// <summary>The last month for which the last count is young enough; null if nothing was counted.</summary>
    public Month? UsableUntil { get; init; }

    /// <summary>The services that the newest agreement shares by it.</summary>
    public required IReadOnlyList<Service> Services { get; init; }

    /// <summary>The drivers that any agreement lists or shares by, and those counted, in order of code.</summary>
    public static IReadOnlyList<string> Drivers(BookState book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return
        [
            .. book
                .Versions.SelectMany(version =>
                    version
                        .Terms.Drivers.Select(driver => driver.Code)
                        .Concat(
                            version
                                .Terms.Services.Select(service => service.Share)
                                .OfType<SharingRule.ByDriver>()
                                .Select(rule => rule.Driver)
                        )
                )
                .Concat(book.CountedDrivers)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The history of a driver; without days if it was never counted.</summary>
    public static CountHistory Of(BookState book, string driver)
    {
        ArgumentNullException.ThrowIfNull(book);
        var terms = book.Newest!.Terms;
        var age = terms.MaxAgeMonths(driver);
        var days = book.CountsOf(driver)
            .GroupBy(item => item.Count.Date)
            .OrderBy(day => day.Key)
            .Select(day => DayOf(book, day.Key, [.. day]))
            .ToList();
        return new CountHistory
        {
            Driver = driver,
            Days = days,
            Partners = [.. book.Partners.Where(partner => days.Exists(day => day.Of(partner) is not null))],
            MaxAgeMonths = age,
            UsableUntil = days.Count > 0 ? LastUse(days[^1].Date, age) : null,
            Services =
            [
                .. terms.Services.Where(service => service.Share is SharingRule.ByDriver by && by.Driver == driver),
            ],
        };
    }

    private static CountedDay DayOf(BookState book, DateOnly date, List<CountInUse> counts)
    {
        var inUse = book
            .Partners.Select(partner => counts.FindLast(item => item.Count.Partner == partner))
            .OfType<CountInUse>()
            .ToList();
        return new CountedDay(date, inUse, [.. counts.Where(item => !inUse.Contains(item))]);
    }

    private static Month LastUse(DateOnly counted, int age)
    {
        var month = Month.Of(counted);
        while (month.Next.Last.AddMonths(-age) <= counted)
        {
            month = month.Next;
        }
        return month;
    }
}
