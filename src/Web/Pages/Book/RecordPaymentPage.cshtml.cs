using Microsoft.AspNetCore.Mvc;
using Openbook.Exchange;
using Openbook.Web.Books;
using Openbook.Web.Components;
using Openbook.Web.Forms;
using Openbook.Web.Recording;

namespace Openbook.Web.Pages.Book;

/// <summary>Records a payment between two councils, after a look at what it does to their balances.</summary>
public sealed class RecordPaymentPageModel(BookOnPage place, BookRecorder recorder, Consequences consequences)
    : RecordingPage(place, recorder)
{
    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty(Name = "For")]
    public string? Purpose { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    /// <summary>What the payment would do to both balances.</summary>
    public Outcome<PaymentEffect>? Effect { get; private set; }

    /// <summary>The record of a payment just like this one, if there is one.</summary>
    public int? Alike { get; private set; }

    /// <summary>The month in whose statements it would stand.</summary>
    public Month Posted { get; private set; }

    public FormChoice Payers => Choice("From", "From which council?", From);

    public FormChoice Payees => Choice("To", "To which council?", To);

    public FormChoice Purposes =>
        new(
            "For",
            "What is it for?",
            null,
            [
                (Word(PaymentPurpose.OnAccount), "On account: paid in advance of the statements"),
                (Word(PaymentPurpose.Settlement), "Settlement: pays what a statement says is to pay"),
                (Word(PaymentPurpose.Opening), "From before the Book: brought over from before it began"),
            ],
            Purpose,
            Faults.Of("For")
        );

    public IReadOnlyList<(string What, string Answer)> Answers =>
        [
            ("Date", Dates.Words(Entered.Date)),
            ("From", NameOf(Entered.From)),
            ("To", NameOf(Entered.To)),
            ("Amount", Show.Pounds(Entered.Amount.Pence)),
            ("What for", Show.Purpose(Entered.For)),
            ("Reference", Entered.Reference.Length > 0 ? Entered.Reference : "None"),
            ("Source", Source!),
            ("Stands in the statements for", PostedInWords),
            ("Recorded for", NameOf(By!)),
        ];

    public IReadOnlyList<(string Name, string? Value)> Hidden =>
        [
            (nameof(Key), Key),
            (nameof(On), On),
            (nameof(From), From),
            (nameof(To), To),
            (nameof(Amount), Amount),
            (nameof(Reference), Reference),
            ("For", Purpose),
            (nameof(Source), Source),
            (nameof(By), By),
        ];

    private Payment Entered { get; set; } = null!;

    private string PostedInWords
    {
        get
        {
            var own = Month.Of(Entered.Date);
            return Posted == own
                ? Posted.ToWords()
                : $"{Posted.ToWords()}, because {own.ToWords()} is {(own < At.Book.Look(state => state.Starts) ? "before the Book begins" : "closed")}";
        }
    }

    /// <summary>Where a balance after the payment's month is explained; null if that month is not the next to close alone.</summary>
    public string? WhyNow(string council) =>
        // Before a March is closed the year-end of the year before must be, whose balance is in these figures, too.
        At.Book.Look(state => state.FirstOpen == Posted && !(Posted.IsMarch && state.OpenYearEnd is not null))
            ? At.Links.Explain(Period.Of(Posted), council, "carried-forward")
            : null;

    public string NameOf(string council) => At.Names.GetValueOrDefault(council, council);

    public IActionResult OnGet()
    {
        if (Refused() is { } refused)
        {
            return refused;
        }
        Key = BookRecorder.NewKey();
        By = At.Book.Look(state => state.Host);
        return Page();
    }

    public IActionResult OnPost()
    {
        if (Refused() is { } refused)
        {
            return refused;
        }
        if (Do is not ("check" or "record") || !Check())
        {
            return Page();
        }
        var written = PaymentsText.Of($"payment-{Dates.Iso(Entered.Date)}.csv", Entered);
        if (!written.IsDone)
        {
            Faults.Add(written.Refusals);
            return Page();
        }
        var file = written.Value;
        if (Do == "record")
        {
            return Record(
                $"payment\n{file.ToText()}\n{Source}",
                (_, state, _) => Decide(state, file),
                _ => At.Links.Payments
            );
        }
        Look(file);
        return Page();
    }

    private void Look(SourceFile file)
    {
        if (At.Book.Look(state => state.EntryOfSource(file.Sha256())) is { } known)
        {
            Faults.Add(
                "Reference",
                $"This payment is recorded already, as record {Text.Of(known)}. If it is another one, give it a reference of its own"
            );
            return;
        }
        if (Try(state => Decide(state, file)) is not { Fact: PaymentsRecorded payments })
        {
            return;
        }
        Alike = At.Book.Look(state => PaymentList.EntryLike(state, Entered));
        Posted = At.Book.Look(state => state.MonthOfPayment(Entered.Date));
        Effect = consequences.Of(payments);
    }

    private Outcome<Act> Decide(BookState state, SourceFile file) =>
        FileAct.Payments(
            state,
            RecordPayments.Decide(state, file.ToSource(), PaymentsFile.Read(file)),
            By,
            (Source!.Trim(), "The source")
        );

    private bool Check()
    {
        var day = FormDate.Day(On);
        if (day is null)
        {
            Faults.Add("On", "The day of the payment must be a real date, such as 30 November 2016");
        }
        CheckCouncil("From", From, "Choose the council that paid");
        CheckCouncil("To", To, "Choose the council that received the payment");
        if (From == To && Faults.Of("To") is null)
        {
            Faults.Add("To", "Choose another council: none pays itself");
        }
        if (!TryPounds(out var amount))
        {
            Faults.Add("Amount", "The amount must be pounds, such as 1250.00");
        }
        else if (amount <= Money.Zero)
        {
            Faults.Add(
                "Amount",
                "The amount must be above zero. Record money that went back as a payment the other way"
            );
        }
        var purpose = PaymentsRecorded.PurposeWords.ToList().IndexOf(Purpose ?? "");
        if (purpose < 0)
        {
            Faults.Add("For", "Choose what the payment is for");
        }
        if (!string.IsNullOrWhiteSpace(Reference) && TextRule.Fault(Reference.Trim(), "The reference") is { } fault)
        {
            Faults.Add("Reference", Remedies.WithWhat(fault));
        }
        Faults.CheckText(
            nameof(Source),
            Source,
            "Enter where the payment can be seen, such as a bank statement",
            "The source"
        );
        CheckCouncil();
        if (Faults.Any)
        {
            return false;
        }
        Entered = new Payment(day!.Value, From!, To!, amount, Reference?.Trim() ?? "", (PaymentPurpose)purpose);
        return true;
    }

    private void CheckCouncil(string field, string? council, string what)
    {
        if (council is null || !At.Book.Look(state => state.Partners.Contains(council)))
        {
            Faults.Add(field, what);
        }
    }

    private bool TryPounds(out Money amount) =>
        Money.TryParse((Amount ?? "").Trim().Replace(",", "", StringComparison.Ordinal).TrimStart('£'), out amount);

    private FormChoice Choice(string name, string legend, string? value) =>
        new(
            name,
            legend,
            null,
            [
                ("", "Choose a council"),
                .. At.Book.Look(state => state.Partners.ToList()).Select(code => (code, NameOf(code))),
            ],
            value,
            Faults.Of(name)
        );

    private static string Word(PaymentPurpose purpose) => PaymentsRecorded.WordOf(purpose);
}
