using System.Text.Json.Nodes;
using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>
/// Facts as they are stored. A changed fact gets a new kind; the forms here are read for ever. A kind that is not known stops
/// the program: it was written by a newer Openbook.
/// </summary>
public static class FactCodec
{
    /// <summary>A fact as JSON, with the client's request if there was one.</summary>
    public static JsonObject Write(Fact fact, ClientRequest? request)
    {
        var json = fact switch
        {
            AgreementProposed proposed => Write(proposed),
            AgreementApproved approved => Write(approved),
            CostsRecorded costs => Write(costs),
            CountsRecorded counts => Write(counts),
            PaymentsRecorded payments => Write(payments),
            BudgetRecorded budget => BudgetCodec.Write(budget),
            WordsWithheld withheld => new JsonObject
            {
                ["line"] = withheld.Line.ToString(),
                ["customer"] = withheld.Customer,
            },
            PeriodClosed closed => Write(closed),
            DraftIssued or DraftAccepted or LineQueried or QueryAnswered => DraftCodec.Write(fact),
            _ => throw new InvalidOperationException($"The fact {fact.Kind} has no stored form."),
        };
        if (request is not null)
        {
            json["request"] = new JsonObject { ["key"] = request.Key, ["sha256"] = request.Sha256 };
        }
        return json;
    }

    /// <summary>The kinds that can be read.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        AgreementProposed.StoredKind,
        AgreementApproved.StoredKind,
        CostsRecorded.StoredKind,
        CountsRecorded.StoredKind,
        PaymentsRecorded.StoredKind,
        BudgetRecorded.StoredKind,
        WordsWithheld.StoredKind,
        PeriodClosed.StoredKind,
        .. DraftCodec.Kinds,
    ];

    /// <summary>The fact of a stored kind.</summary>
    /// <exception cref="FormatException">It has not the form of its kind.</exception>
    internal static Fact Read(string kind, JsonReading from, out ClientRequest? request)
    {
        request = from.ObjectIfThere("request") is { } asked ? ReadRequest(asked) : null;
        Fact fact = kind switch
        {
            AgreementProposed.StoredKind => ReadProposed(from),
            AgreementApproved.StoredKind => ReadApproved(from),
            CostsRecorded.StoredKind => ReadCosts(from),
            CountsRecorded.StoredKind => ReadCounts(from),
            PaymentsRecorded.StoredKind => ReadPayments(from),
            BudgetRecorded.StoredKind => BudgetCodec.Read(from),
            WordsWithheld.StoredKind => ReadWithheld(from),
            PeriodClosed.StoredKind => ReadClosed(from),
            _ when DraftCodec.Kinds.Contains(kind) => DraftCodec.Read(kind, from),
            _ => throw new StoreException($"The kind of fact \"{kind}\" is not known. A newer Openbook wrote it."),
        };
        from.Finish();
        return fact;
    }

    private static JsonObject Write(AgreementProposed fact) =>
        new()
        {
            ["book"] = fact.Book,
            ["version"] = fact.Version,
            ["from"] = fact.From.ToString(),
            ["text"] = fact.Text,
            ["terms"] = TermsCodec.Write(fact.Terms),
        };

    private static AgreementProposed ReadProposed(JsonReading from) =>
        new(
            from.Text("book"),
            from.Count("version"),
            from.Month("from"),
            from.Text("text"),
            TermsCodec.Read(from.Object("terms"))
        );

    private static JsonObject Write(AgreementApproved fact) =>
        new()
        {
            ["version"] = fact.Version,
            ["partner"] = fact.Partner,
            ["body"] = fact.Body,
            ["on"] = Dates.Iso(fact.On),
            ["effective"] = Dates.Iso(fact.Effective),
        };

    private static AgreementApproved ReadApproved(JsonReading from) =>
        new(from.Count("version"), from.Text("partner"), from.Text("body"), from.Date("on"), from.Date("effective"));

    private static JsonObject Write(CostsRecorded fact) =>
        new()
        {
            ["source"] = Write(fact.Source),
            ["count"] = fact.Count,
            ["total_pence"] = fact.TotalPence,
            ["lines_sha256"] = fact.LinesSha256,
            ["skipped"] = fact.Skipped,
        };

    private static CostsRecorded ReadCosts(JsonReading from) =>
        new(
            ReadSource(from.Object("source")),
            from.Count("count"),
            from.Number("total_pence"),
            from.Text("lines_sha256"),
            from.Count("skipped")
        );

    private static JsonObject Write(CountsRecorded fact) =>
        new()
        {
            ["source"] = Write(fact.Source),
            ["counts"] = new JsonArray([
                .. fact.Counts.Select(item => new JsonObject
                {
                    ["date"] = Dates.Iso(item.Date),
                    ["driver"] = item.Driver,
                    ["partner"] = item.Partner,
                    ["count"] = item.Count.ToString(),
                    ["source"] = item.Source,
                }),
            ]),
        };

    private static CountsRecorded ReadCounts(JsonReading from) =>
        new(ReadSource(from.Object("source")), from.Objects("counts").Select(ReadCount).ToEquatableList());

    private static DriverCount ReadCount(JsonReading from)
    {
        var count = new DriverCount(
            from.Date("date"),
            from.Text("driver"),
            from.Text("partner"),
            Weight.TryParse(from.Text("count"), out var weight)
                ? weight
                : throw new FormatException("A count cannot be read."),
            from.Text("source")
        );
        from.Finish();
        return count;
    }

    private static JsonObject Write(PaymentsRecorded fact) =>
        new()
        {
            ["source"] = Write(fact.Source),
            ["payments"] = new JsonArray([
                .. fact.Payments.Select(item => new JsonObject
                {
                    ["date"] = Dates.Iso(item.Date),
                    ["from"] = item.From,
                    ["to"] = item.To,
                    ["amount_pence"] = item.Amount.Pence,
                    ["reference"] = item.Reference,
                    ["for"] = PaymentsRecorded.WordOf(item.For),
                }),
            ]),
        };

    private static PaymentsRecorded ReadPayments(JsonReading from) =>
        new(ReadSource(from.Object("source")), from.Objects("payments").Select(ReadPayment).ToEquatableList());

    private static Payment ReadPayment(JsonReading from)
    {
        var purpose = from.Text("for");
        var place = PaymentsRecorded.PurposeWords.ToList().IndexOf(purpose);
        var payment = new Payment(
            from.Date("date"),
            from.Text("from"),
            from.Text("to"),
            new Money(from.Number("amount_pence")),
            from.Text("reference"),
            place >= 0 ? (PaymentPurpose)place : throw new FormatException($"The purpose {purpose} is not known.")
        );
        from.Finish();
        return payment;
    }

    private static WordsWithheld ReadWithheld(JsonReading from) =>
        new(from.Line("line"), from.OptionalText("customer"));

    private static JsonObject Write(PeriodClosed fact) =>
        new()
        {
            ["period"] = fact.Period.ToString(),
            ["rules"] = fact.Rules,
            ["partners"] = new JsonArray([
                .. fact.Partners.Select(item => new JsonObject
                {
                    ["partner"] = item.Partner,
                    ["share_pence"] = item.SharePence,
                    ["paid_pence"] = item.PaidPence,
                    ["balance_pence"] = item.BalancePence,
                    ["carry"] = item.Carry,
                }),
            ]),
            ["statement_sha256"] = fact.StatementSha256,
        };

    private static PeriodClosed ReadClosed(JsonReading from) =>
        new(
            from.Period("period"),
            from.Text("rules"),
            from.Objects("partners").Select(ReadFigures).ToEquatableList(),
            from.Text("statement_sha256")
        );

    private static ClosedFigures ReadFigures(JsonReading from)
    {
        var figures = new ClosedFigures(
            from.Text("partner"),
            from.Number("share_pence"),
            from.Number("paid_pence"),
            from.Number("balance_pence"),
            from.Text("carry")
        );
        from.Finish();
        return figures;
    }

    private static ClientRequest ReadRequest(JsonReading from)
    {
        var request = new ClientRequest(from.Text("key"), from.Text("sha256"));
        from.Finish();
        return request;
    }

    internal static JsonObject Write(Source source) => new() { ["name"] = source.Name, ["sha256"] = source.Sha256 };

    internal static Source ReadSource(JsonReading from)
    {
        var source = new Source(from.Text("name"), from.Text("sha256"));
        from.Finish();
        return source;
    }
}
