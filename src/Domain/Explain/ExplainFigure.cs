namespace Openbook.Domain;

/// <summary>The working behind any figure of a partner's statement. Steps that are figures themselves say which.</summary>
public sealed class ExplainFigure
{
    private readonly BookState book;
    private readonly PartnerStatement partner;
    private readonly Period period;
    private readonly string name;
    private readonly ILinesOfEntry lines;
    private readonly BookNames names;

    private ExplainFigure(BookState book, Statement statement, PartnerStatement partner, ILinesOfEntry lines)
    {
        this.book = book;
        this.partner = partner;
        this.lines = lines;
        period = statement.Period;
        names = BookNames.Of(book);
        name = names.Partner(partner.Figures.Partner);
    }

    private string Code => partner.Figures.Partner;

    /// <summary>Explains a figure, or says why there is none. The Book is not changed.</summary>
    /// <param name="book">The Book.</param>
    /// <param name="asked">Which figure; with a service, the share of that service alone.</param>
    /// <param name="lines">The Book's cost lines.</param>
    public static Outcome<Explanation> Of(BookState book, FigureRef asked, ILinesOfEntry lines)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(asked);
        if (asked.Service is { } service)
        {
            return asked.Figure == Figure.Costs
                ? ExplainShare.OfService(book, asked.Period, service, lines)
                : ExplainShare.Of(book, asked.Period, asked.Partner, service, lines);
        }
        var statement = Statement.Of(book, asked.Period);
        if (!statement.IsDone)
        {
            return Outcome<Explanation>.Refused(statement.Refusals);
        }
        var found = statement.Value.Partners.FirstOrDefault(item => item.Figures.Partner == asked.Partner);
        return found is null
            ? Refuse.PartnerUnknown.Because($"\"{asked.Partner}\" has no statement for {asked.Period.ToWords()}.")
            : new ExplainFigure(book, statement.Value, found, lines).Of(asked.Figure);
    }

    private Explanation Of(Figure figure) =>
        figure switch
        {
            Figure.Share => Share(),
            Figure.Paid => Paid(),
            Figure.Balance => Balance(),
            Figure.BroughtForward => BroughtForward(),
            Figure.Settled => Settled(),
            Figure.CarriedForward => CarriedForward(),
            Figure.Costs => throw new InvalidOperationException("Costs are those of a service."),
        };

    private Explanation Share() =>
        Sum(
            $"What {name} bears in {period.ToWords()}",
            partner.Figures.SharePence,
            partner.Lines.Count == 0 ? "No costs are shared." : null,
            partner
                .Lines.GroupBy(line => line.Pool.Key.Service)
                .Select(service =>
                    Explanation.Leaf(
                        $"Its share of {names.Service(service.Key)}",
                        service.Sum(line => line.Part.Pence)
                    ) with
                    {
                        Opens = new FigureRef(period, Code, Figure.Share, service.Key),
                    }
                )
        );

    private Explanation Paid()
    {
        var services = new Dictionary<string, List<Explanation>>(StringComparer.Ordinal);
        foreach (var batch in book.Batches.Where(Holds))
        {
            foreach (var line in lines.LinesOf(batch.Entry).Where(line => line.PaidBy == Code))
            {
                for (var month = line.Month; month <= line.LastMonth; month = month.Next)
                {
                    if (batch.Posting.PeriodOf(month) == period)
                    {
                        services.TryAdd(line.Service, []);
                        services[line.Service].Add(PoolLines.Step(line, month, batch, names));
                    }
                }
            }
        }
        return Sum(
            $"What {name} paid suppliers, less what it received from customers, in {period.ToWords()}",
            partner.Figures.PaidPence,
            services.Count == 0 ? "It paid nothing." : null,
            services
                .OrderBy(item => item.Key, StringComparer.Ordinal)
                .Select(item =>
                    Sum($"For {names.Service(item.Key)}", item.Value.Sum(step => step.Pence ?? 0), null, item.Value)
                )
        );
    }

    private bool Holds(RecordedBatch batch) =>
        batch.Fact.Sums!.Sums.Any(sum => sum.PaidBy == Code && batch.Posting.PeriodOf(sum.Month) == period);

    private Explanation Balance() =>
        Sum(
            $"Balance of {name} for {period.ToWords()}",
            partner.Figures.BalancePence,
            Sense(partner.Figures.BalancePence),
            [
                Opening("What it bears", partner.Figures.SharePence, Figure.Share),
                Opening("Less what it paid suppliers", -partner.Figures.PaidPence, Figure.Paid),
            ]
        );

    private Explanation BroughtForward()
    {
        var before =
            book.FindClosed(period) is { } closed ? book.Closed.LastOrDefault(item => item.Entry < closed.Entry)
            : book.Closed is [.., var last] ? last
            : null;
        return before is null
            ? Explanation.Leaf(
                $"Brought forward by {name} into {period.ToWords()}",
                partner.Figures.BroughtForwardPence,
                "No period was closed before."
            )
            : Sum(
                $"Brought forward by {name} into {period.ToWords()}",
                partner.Figures.BroughtForwardPence,
                null,
                [
                    Explanation.Leaf(
                        $"Carried forward from {before.Period.ToWords()}",
                        partner.Figures.BroughtForwardPence,
                        entry: before.Entry
                    ) with
                    {
                        Opens = before.Result.Shown.Contains(Code)
                            ? new FigureRef(before.Period, Code, Figure.CarriedForward)
                            : null,
                    },
                ]
            );
    }

    private Explanation Settled() =>
        Sum(
            $"Payments between {name} and other councils in {period.ToWords()}",
            partner.Figures.SettledPence,
            "Payments made count up, payments received count down.",
            book.PostingsOf(period)
                .Payments.Where(item => item.Payment.From == Code || item.Payment.To == Code)
                .Select(item =>
                    Explanation.Leaf(
                        $"{Dates.Words(item.Payment.Date)}, {names.Partner(item.Payment.From)} paid {names.Partner(item.Payment.To)}",
                        item.Payment.From == Code ? item.Payment.Amount.Pence : -item.Payment.Amount.Pence,
                        item.Payment.Reference.Length > 0 ? item.Payment.Reference : null,
                        item.Entry
                    )
                )
        );

    private Explanation CarriedForward() =>
        Sum(
            $"Carried forward by {name} from {period.ToWords()}",
            partner.Figures.CarriedForwardPence,
            Sense(partner.Figures.CarriedForwardPence),
            [
                Opening("Brought forward", partner.Figures.BroughtForwardPence, Figure.BroughtForward),
                Opening("Balance of the period", partner.Figures.BalancePence, Figure.Balance),
                Opening("Less payments made to other councils", -partner.Figures.SettledPence, Figure.Settled),
            ]
        );

    private Explanation Opening(string title, long pence, Figure figure) =>
        Explanation.Leaf(title, pence) with
        {
            Opens = new FigureRef(period, Code, figure),
        };

    private static Explanation Sum(string title, long pence, string? detail, IEnumerable<Explanation> parts) =>
        new(title, pence, detail, [.. parts]) { IsSum = true };

    private static string? Sense(long pence) =>
        pence > 0 ? "To pay."
        : pence < 0 ? "To receive."
        : null;
}
