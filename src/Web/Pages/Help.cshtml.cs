using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Openbook.Web.Pages;

/// <summary>Help, and the words that the pages use.</summary>
public sealed class HelpModel : PageModel
{
    /// <summary>A word with its meaning.</summary>
    public sealed record Term(string Word, string Meaning);

    /// <summary>The glossary, in order of word.</summary>
    public static IReadOnlyList<Term> Glossary { get; } =
    [
        new("Accrual", "A cost that is owed but not yet invoiced. It is taken back when the invoice is recorded."),
        new(
            "Agreement",
            "What the councils agreed, as text that Openbook reads. Each change is a new version, which counts when every "
                + "council has approved it."
        ),
        new(
            "Apportionment basis",
            "Something that is counted for each council, such as devices. Some services are shared by it."
        ),
        new("Balance", "What a council has to pay, or is to receive, after a period."),
        new("Book", "Everything recorded about one partnership. Nothing in it is ever changed or taken out."),
        new("Brought forward", "The balance from the period before."),
        new("Carried forward", "The balance that goes on into the next period."),
        new("Close", "To fix a period. Its statements never change again; what comes late goes into a later period."),
        new("Cost centre", "The part of a council's ledger that paid."),
        new("Costs to be shared", "The costs of one service for one month that are divided together."),
        new("Council", "A partner: one of the councils that share the services under the agreement."),
        new("Customer", "A body that buys from the service. It has no vote and bears no share of the costs."),
        new(
            "Draft",
            "The statements of an open period as the host issued them to the councils: each accepts them or queries a line."
        ),
        new("Fixed parts", "Stated numbers by which costs are divided, such as 55 and 45."),
        new("Host", "The council that employs, buys and banks for the others."),
        new("Imagined", "What would happen if something changed. Nothing of it is recorded."),
        new("Late item", "A cost that belongs to a month already closed. It is shared as that month was."),
        new(
            "Odd pennies",
            "Whole pennies that cannot be divided evenly. Openbook remembers who got the last one, so that it evens out."
        ),
        new("On account", "Paid in advance of the statements."),
        new("Partnership", "The councils that share services under one agreement."),
        new("Period", "A month, or the year-end of a financial year. A financial year runs from April to March."),
        new(
            "Prior-period adjustment",
            "The correction of a closed month when it turns out that it should have been shared by other figures."
        ),
        new("Query", "What a council asks about a line of a draft. The host answers whether the line stands."),
        new("Record", "One thing that happened, with its number: a file of costs, an approval, a close."),
        new(
            "Seal",
            "A row of letters and digits made from a record and all before it. If anything changes, it no longer fits."
        ),
        new("Service", "One line of what is shared, such as networks, with its councils and its way of sharing."),
        new("Settlement", "A payment between councils that settles a balance."),
        new("Share", "A council's part of the costs, in whole pence. Also called its contribution."),
        new("Statement", "What one council's share, payments and balance are for one period."),
        new("Subjective code", "The account of a council's ledger: what kind of cost it is."),
        new("To pay, to receive", "Which way a balance goes. To pay: the council owes. To receive: it is owed."),
        new("Variance", "What is expected to be spent, less the budget."),
        new("Virement", "A change of the budget during the year, with its reason."),
        new("Whole, not whole", "Whether every record and every figure fits its seal."),
        new("Year-end period", "Opens when March is closed, and takes what comes late for the year."),
    ];
}
