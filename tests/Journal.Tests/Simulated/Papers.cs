using System.Globalization;
using System.Text;
using Openbook.Oracle;

namespace Openbook.Journal.Tests.Simulated;

/// <summary>A line of a cost file: what the oracle is told of it, and what else the file says.</summary>
/// <param name="Id">Its line_id, or nothing.</param>
/// <param name="Date">Its date.</param>
/// <param name="Line">What decides a penny.</param>
/// <param name="Nature">Actual, accrual or reversal.</param>
/// <param name="Corrects">What it reverses, or nothing.</param>
public sealed record MadeLine(string Id, DateOnly Date, OracleLine Line, string Nature, string Corrects);

/// <summary>Writes what the oracle is told as the papers that councils hand in.</summary>
public static class Papers
{
    public static string Agreement(OracleAgreement terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var text = new StringBuilder()
            .Append("rules: openbook-1\npartnership: Shared Services\n")
            .Append(CultureInfo.InvariantCulture, $"starts: {OracleMonth.Text(terms.Starts)}-01\nhost: {terms.Host}\n");
        Items("partners", terms.Partners.Select(code => $"code: {code}, name: Council of {code}"));
        Items(
            "services",
            terms.Services.Select(item =>
                $"code: {item.Code}, name: {item.Code}, partners: {List(item.Partners)}, share: {Rule(item.Rule)}"
            )
        );
        Items(
            "overheads",
            terms.Overheads.Select(item =>
                $"code: {item.Code}, name: {item.Code}, over: {List(item.Over)}"
                + (item.FallbackEqual ? ", fallback: equal" : "")
            )
        );
        Items(
            "drivers",
            terms.Drivers.Select(item => $"code: {item.Code}, name: {item.Code}, max_age_months: {item.MaxAgeMonths}")
        );
        Items(
            "customers",
            terms.Customers.Select(item =>
                $"code: {item.Code}, name: {item.Code}" + (item.Income is { } rule ? $", income: {Rule(rule)}" : "")
            )
        );
        return text.Append(CultureInfo.InvariantCulture, $"income: {{ share: {Rule(terms.IncomeRule)} }}\n").ToString();

        void Items(string name, IEnumerable<string> items)
        {
            var all = items.ToList();
            if (all.Count > 0)
            {
                text.Append(name).Append(":\n").AppendJoin("", all.Select(item => $"  - {{ {item} }}\n"));
            }
        }
    }

    public static string Costs(IEnumerable<MadeLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return "line_id,date,month,to_month,service,kind,amount,paid_by,supplier,description,nature,corrects\n"
            + string.Concat(
                lines.Select(item =>
                {
                    var line = item.Line;
                    var to = line.ToMonth is { } last ? OracleMonth.Text(last) : "";
                    return $"{item.Id},{Day(item.Date)},{OracleMonth.Text(line.Month)},{to},{line.Service},"
                        + $"{Kind(line.Kind)},{Pounds(line.Pence)},{line.PaidBy},{line.Supplier},"
                        + $"\"Bill, {item.Id}\",{item.Nature},{item.Corrects}\n";
                })
            );
    }

    public static string Counts(IEnumerable<OracleCount> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return "date,driver,partner,count,source\n"
            + string.Concat(
                counts.Select(item => $"{Day(item.Date)},{item.Driver},{item.Partner},{item.Count},register\n")
            );
    }

    public static string Payments(IEnumerable<OraclePayment> payments, string reference)
    {
        ArgumentNullException.ThrowIfNull(payments);
        return "date,from,to,amount,reference,for\n"
            + string.Concat(
                payments.Select(item =>
                    $"{Day(item.Date)},{item.From},{item.To},{Pounds(item.Pence)},{reference},on-account\n"
                )
            );
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Pounds(long pence) => (pence / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Kind(OracleKind kind) =>
        kind switch
        {
            OracleKind.Revenue => "revenue",
            OracleKind.Capital => "capital",
            OracleKind.Income => "income",
        };

    private static string List(IEnumerable<string> codes) => $"[{string.Join(", ", codes)}]";

    private static string Rule(OracleRule rule) =>
        rule switch
        {
            EqualRule => "equal",
            AsServiceRule => "as-service",
            DriverRule driver => $"{{ driver: {driver.Code} }}",
            DirectRule direct => $"{{ direct: {direct.Partner} }}",
            FixedRule stated =>
                $"{{ fixed: {{ {string.Join(", ", stated.Weights.Select(item => $"{item.Key}: {item.Value}"))} }} }}",
            _ => throw new ArgumentException($"unknown rule {rule}", nameof(rule)),
        };
}
