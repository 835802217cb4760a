namespace Openbook.Web.Books;

/// <summary>The addresses of a Book's pages. They keep the moment at which the Book is looked at.</summary>
/// <param name="code">The Book's code.</param>
/// <param name="asAt">The moment.</param>
public sealed class BookLinks(string code, AsAt asAt)
{
    public string Front => At("");

    public string Costs => At("/costs");

    /// <summary>The list of costs without the moment, as a form sends it along with its fields.</summary>
    public string CostsPath => $"/books/{code}/costs";

    public string Periods => At("/periods");

    public string Budget => At("/budget");

    public string Payments => At("/payments");

    /// <summary>The payments of a council, of a purpose, or of both.</summary>
    public string PaymentsOf(string? council, string? purpose, int page = 1)
    {
        var asked = new List<string>();
        if (council is not null)
        {
            asked.Add($"council={council}");
        }
        if (purpose is not null)
        {
            asked.Add($"for={purpose}");
        }
        if (page > 1)
        {
            asked.Add($"page={Text.Of(page)}");
        }
        return At("/payments", asked.Count == 0 ? null : string.Join('&', asked));
    }

    public string Agreement => At("/agreement");

    public string Bases => At("/bases");

    public string Entries => At("/entries");

    public string Verify => At("/verify");

    public string Moment => At("/moment");

    public string Search => At("/search");

    /// <summary>Where a search form sends what was typed.</summary>
    public string SearchPath => $"/books/{code}/search";

    /// <summary>The balances as a file.</summary>
    public string BalancesFile => At("/files/balances");

    /// <summary>The list of records as a file.</summary>
    public string RecordsFile => At("/files/records");

    /// <summary>The statements of a period as a file: of one council, or of all.</summary>
    public string StatementsFile(Period period, string? partner = null) =>
        At($"/files/statements/{Slug(period)}{(partner is null ? "" : "/" + partner)}");

    /// <summary>The same page as it is now.</summary>
    public string FrontNow => $"/books/{code}";

    public string Period(Period period) => At($"/periods/{Slug(period)}");

    public string Statement(Period period, string partner) => At($"/periods/{Slug(period)}/statements/{partner}");

    public string Explain(Period period, string partner, string figure, string? service = null) =>
        At($"/periods/{Slug(period)}/explain/{partner}/{figure}{(service is null ? "" : "/" + service)}");

    /// <summary>The working behind what a service costs all councils together.</summary>
    public string ExplainCosts(Period period, string service) => Explain(period, NoPartner, "costs", service);

    /// <summary>What stands in the place of a council where there is none.</summary>
    public const string NoPartner = "-";

    /// <summary>One step of the working behind the share of a service.</summary>
    public string ExplainStep(Period period, string partner, string service, int step) =>
        At($"/periods/{Slug(period)}/explain/{partner}/share/{service}", $"step={Text.Of(step)}");

    /// <summary>The cost lines posted in a period for a service.</summary>
    public string CostsOf(Period period, string service) => At("/costs", $"period={Slug(period)}&service={service}");

    /// <summary>The cost lines posted in a period.</summary>
    public string CostsOf(Period period) => At("/costs", $"period={Slug(period)}");

    /// <summary>The cost lines that a query of the list asks for: <c>service=networks</c>.</summary>
    public string CostsWith(string asked) => At("/costs", asked.Length == 0 ? null : asked);

    /// <summary>A cost line.</summary>
    public string Line(LineRef line) => At($"/lines/{Text.Of(line.Entry)}/{Text.Of(line.Row)}");

    public string Compare(Period period, string partner) => At($"/periods/{Slug(period)}/compare/{partner}");

    /// <summary>The same, with a period that is chosen.</summary>
    public string Compare(Period period, string partner, Period with) =>
        At($"/periods/{Slug(period)}/compare/{partner}", $"with={Slug(with)}");

    public string BudgetOf(Period period) => At($"/budget/{Slug(period)}");

    /// <summary>The working behind the budget of a service.</summary>
    public string BudgetOf(Period period, string service) => At($"/budget/{Slug(period)}/{service}");

    public string Year(FinancialYear year) => At($"/years/{Slug(year)}");

    /// <summary>A council's year, period by period.</summary>
    public string YearOf(FinancialYear year, string partner) => At($"/years/{Slug(year)}/{partner}");

    /// <summary>What a council bore for a service in a year, period by period.</summary>
    public string YearOf(FinancialYear year, string partner, string service) =>
        At($"/years/{Slug(year)}/{partner}/{service}");

    public string Version(int number) => At($"/agreement/{Text.Of(number)}");

    /// <summary>A version beside another.</summary>
    public string Version(int number, int with) => At($"/agreement/{Text.Of(number)}", $"with={Text.Of(with)}");

    public string Basis(string driver) => At($"/bases/{driver}");

    public string Entry(int number) => At($"/entries/{Text.Of(number)}");

    /// <summary>A page of the list of records.</summary>
    public string EntriesPage(int page) => At("/entries", $"page={Text.Of(page)}");

    /// <summary>The cost lines that a record brought.</summary>
    public string CostsOfEntry(int number) => At("/costs", $"record={Text.Of(number)}");

    /// <summary>The form that chooses a moment; it leads away from the one that is looked at.</summary>
    public string MomentForm => $"/books/{code}/moment";

    /// <summary>The Book as it stood after a record.</summary>
    public string AsItStood(int number) => new BookLinks(code, new AsAt(number, null)).Front;

    /// <summary>The Book as it was known at the end of a day.</summary>
    public string AsKnown(DateOnly day) => new BookLinks(code, new AsAt(null, day)).Front;

    /// <summary>Brings a file in.</summary>
    public string Import => At("/import");

    /// <summary>Shows how a file that was handed in will be read.</summary>
    public string ImportCheck(string id) => At($"/import/{id}");

    /// <summary>The same, and says that how it is read was changed since it was checked.</summary>
    public string ImportCheckChanged(string id) => At($"/import/{id}", "changed=yes");

    /// <summary>The same, and says what was recorded since it was checked.</summary>
    public string ImportCheckOvertaken(string id, int seen) => At($"/import/{id}", $"since={Text.Of(seen)}");

    /// <summary>Says what each column of a file that was handed in is.</summary>
    public string ImportColumns(string id) => At($"/import/{id}/columns");

    /// <summary>The map of a file that was handed in, as a file.</summary>
    public string ImportMap(string id) => At($"/import/{id}/columns", "handler=Map");

    /// <summary>Closes a period.</summary>
    public string Close(Period period) => At($"/periods/{Slug(period)}/close");

    /// <summary>Issues the draft of a period to the councils.</summary>
    public string IssueDraft(Period period) => At($"/periods/{Slug(period)}/draft/issue");

    /// <summary>Accepts the draft of a period.</summary>
    public string AcceptDraft(Period period) => At($"/periods/{Slug(period)}/draft/accept");

    /// <summary>Queries a line of a draft.</summary>
    public string Query(LineRef line) => At($"/lines/{Text.Of(line.Entry)}/{Text.Of(line.Row)}/query");

    /// <summary>Answers a query.</summary>
    public string Answer(int query) => At($"/queries/{Text.Of(query)}/answer");

    /// <summary>Records an approval of a version.</summary>
    public string Approve(int version) => At($"/agreement/{Text.Of(version)}/approve");

    /// <summary>Records what was counted of a basis.</summary>
    public string RecordCounts(string driver) => At($"/bases/{driver}/record");

    /// <summary>Takes a line back and records the right one.</summary>
    public string Correct(LineRef line) => At($"/lines/{Text.Of(line.Entry)}/{Text.Of(line.Row)}/correct");

    /// <summary>Records a payment between councils.</summary>
    public string RecordPayment => At("/payments/record");

    /// <summary>Removes the words of a line.</summary>
    public string Withhold(LineRef line) => At($"/lines/{Text.Of(line.Entry)}/{Text.Of(line.Row)}/withhold");

    /// <summary>Proposes a change of the agreement.</summary>
    public string Propose => At("/agreement/propose");

    /// <summary>As addresses write a period: 2016-10 or 2016-17-13.</summary>
    public static string Slug(Period period) => period.ToString().Replace('/', '-');

    /// <summary>As addresses write a year: 2016-17.</summary>
    public static string Slug(FinancialYear year) => year.ToString().Replace('/', '-');

    /// <summary>Reads what <see cref="Slug(Period)"/> writes.</summary>
    public static Period? PeriodOf(string? slug) =>
        slug is { Length: 10 } && Domain.Period.TryParse($"{slug[..4]}/{slug[5..]}", out var yearEnd) ? yearEnd
        : slug is { Length: 7 } && Domain.Period.TryParse(slug, out var month) ? month
        : null;

    /// <summary>Reads what <see cref="Slug(FinancialYear)"/> writes.</summary>
    public static FinancialYear? YearOf(string? slug) =>
        slug is { Length: 7 } && slug[4] == '-' && FinancialYear.TryParse($"{slug[..4]}/{slug[5..]}", out var year)
            ? year
            : null;

    /// <summary>An address with something more asked: <c>as=csv</c>.</summary>
    public static string And(string href, string asked)
    {
        ArgumentNullException.ThrowIfNull(href);
        return $"{href}{(href.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{asked}";
    }

    private string At(string path, string? asked = null) => $"/books/{code}{path}{Query(asked)}";

    private string Query(string? asked)
    {
        var moment =
            asAt.Entry is { } entry ? $"at={Text.Of(entry)}"
            : asAt.Known is { } day ? $"known={Dates.Iso(day)}"
            : null;
        return (asked, moment) switch
        {
            (null, null) => "",
            ({ } one, null) => "?" + one,
            (null, { } other) => "?" + other,
            _ => $"?{asked}&{moment}",
        };
    }
}
