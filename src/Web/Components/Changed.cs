using Openbook.Web.Books;

namespace Openbook.Web.Components;

/// <summary>Why a share changed, in the words of pages.</summary>
public static class Changed
{
    /// <summary>How much more or less, to the penny.</summary>
    public static string Of(long pence) =>
        pence > 0 ? $"{Show.Size(pence)} more"
        : pence < 0 ? $"{Show.Size(pence)} less"
        : "No difference";

    /// <summary>A cause in a few words.</summary>
    public static string Name(CauseKind kind) =>
        kind switch
        {
            CauseKind.Costs => "Costs",
            CauseKind.Counts => "Parts, by new counts",
            CauseKind.Terms => "Parts, by the agreement",
            CauseKind.Late => "Late items",
            CauseKind.Adjustments => "Prior-period adjustments",
            CauseKind.Income => "Customers' income",
            CauseKind.OddPennies => "Odd pennies",
        };

    /// <summary>What belongs to a cause, and how it is worked out.</summary>
    public static string Meaning(CauseKind kind) =>
        kind switch
        {
            CauseKind.Costs =>
                "Services cost more or less, or are no longer or newly shared. The change is taken at the earlier part.",
            CauseKind.Counts =>
                "The council's part changed because something was counted anew. Taken at the later costs.",
            CauseKind.Terms => "The council's part changed because the agreement did. Taken at the later costs.",
            CauseKind.Late =>
                "What came late for months before: that of the later period, less that of the earlier one.",
            CauseKind.Adjustments =>
                "Months before were shared anew: the difference charged in the later period, less that in the earlier one.",
            CauseKind.Income => "What customers paid lowers the share. Less income is more to bear.",
            CauseKind.OddPennies =>
                "Whole pennies go round between the councils, and the causes above are rounded to the penny.",
        };

    /// <summary>A cause of one service as the end of a sentence.</summary>
    /// <param name="service">The service in both periods.</param>
    /// <param name="kind">The cause.</param>
    /// <param name="name">What the service is called.</param>
    /// <param name="before">Whether the agreement had the service in the earlier period.</param>
    /// <param name="after">Whether it has it in the later one.</param>
    public static string Because(ServiceComparison service, CauseKind kind, string name, bool before, bool after)
    {
        ArgumentNullException.ThrowIfNull(service);
        return kind switch
        {
            CauseKind.Costs when !after && service.CostsAfterPence == 0 => $"because {name} is no longer shared",
            CauseKind.Costs when !before && service.CostsBeforePence == 0 => $"because {name} is newly shared",
            CauseKind.Costs => service.CostsAfterPence > service.CostsBeforePence
                ? $"because {name} cost more"
                : $"because {name} cost less",
            CauseKind.Counts or CauseKind.Terms =>
                $"because its part of {name} went from {Part(service.PartBefore)} to {Part(service.PartAfter)}",
            CauseKind.Late => $"by what came late for {name}",
            CauseKind.Adjustments => $"by prior-period adjustments of {name}",
            CauseKind.Income => $"by what customers paid for {name}",
            CauseKind.OddPennies => $"by odd pennies of {name}",
        };
    }

    /// <summary>A part in percent; "nothing" where there was none.</summary>
    public static string Part(PartOfWhole? part) => part is null ? "nothing" : Percent.Of(part.Weight, part.Of);

    /// <summary>The answer in a sentence or two, rounded, with the three largest causes.</summary>
    public static string Answer(Comparison found, BookOnPage place, IReadOnlyDictionary<string, string> names)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(names);
        var council = place.Names.GetValueOrDefault(found.Partner, found.Partner);
        var (now, then) = (found.After.ToWords(), found.Before.ToWords());
        if (found.DifferencePence == 0)
        {
            return found.Services.All(service => service.Causes.Count == 0)
                ? $"{council} bears the same for {now} as for {then}, and nothing has changed."
                : $"{council} bears the same for {now} as for {then}: what changed evens out.";
        }
        var causes = found
            .Services.SelectMany(service => service.Causes.Select(cause => (service, cause)))
            .OrderByDescending(item => Math.Abs(item.cause.Pence))
            .ToList();
        var named = causes
            .Take(3)
            .Select(item =>
            {
                var code = item.cause.Service;
                var name = names.GetValueOrDefault(code, code);
                var (before, after) = (IsShared(place, found.Before, code), IsShared(place, found.After, code));
                return $"{Rough(item.cause.Pence)} {Because(item.service, item.cause.Kind, name, before, after)}";
            })
            .ToList();
        var rest = causes.Skip(3).Sum(item => item.cause.Pence);
        if (rest != 0)
        {
            named.Add($"{Rough(rest)} for everything else");
        }
        return $"{council} bears {Rough(found.DifferencePence)} for {now} than for {then}: {Text.List(named)}. "
            + "Figures in this sentence are rounded.";
    }

    private static bool IsShared(BookOnPage place, Period period, string service) =>
        place.Book.Look(state => state.VersionInForce(period.Month)?.Terms) is { } terms
        && (terms.FindService(service) is not null || terms.FindOverhead(service) is not null);

    /// <summary>How much more or less, rounded; pence where it is less than a pound.</summary>
    public static string Rough(long pence) =>
        Math.Abs(pence) < 50 ? $"{Text.Count(Math.Abs(pence), "penny", "pence")} {(pence < 0 ? "less" : "more")}"
        : pence > 0 ? $"{Show.Rounded(pence)} more"
        : $"{Show.Rounded(pence)} less";
}
