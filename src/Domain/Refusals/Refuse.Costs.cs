namespace Openbook.Domain;

#pragma warning disable CS1591 // Each code carries its own meaning.

/// <summary>What may be wrong with cost lines.</summary>
public static partial class Refuse
{
    // Cost lines.
    public static readonly RefusalCode ServiceUnknown = new(
        "service-unknown",
        "There is no service or overhead of that code.",
        "Use a service's or overhead's code as the agreement has it."
    );
    public static readonly RefusalCode ServiceNotInForce = new(
        "service-not-in-force",
        "The service is not in force in a month that the line belongs to.",
        "Correct the month or the service, or get the version approved that adds the service."
    );
    public static readonly RefusalCode MonthOutsideAgreement = new(
        "month-outside-agreement",
        "A month that the line belongs to is before the agreement starts or after it ends.",
        "Give a month within the agreement in the column month."
    );
    public static readonly RefusalCode PayerNotPartner = new(
        "payer-not-partner",
        "The line was paid or received by somebody who is not a partner in that month.",
        "Put the code of the partner that paid in paid_by."
    );
    public static readonly RefusalCode IncomeOnOverhead = new(
        "income-on-overhead",
        "Income is booked on an overhead.",
        "Book income on a service."
    );
    public static readonly RefusalCode SpreadBackwards = new(
        "spread-backwards",
        "The last month of a spread line is before its first, or more than 600 months after it.",
        "Put the later month in to_month."
    );
    public static readonly RefusalCode LineIdForm = new(
        "line-id-form",
        "A line_id has the form ENTRY#ROW, which names lines inside the Book.",
        "Use the ledger's own transaction and line number."
    );
    public static readonly RefusalCode LineIdRepeated = new(
        "line-id-repeated",
        "The same line_id stands twice in the file.",
        "Give each line an id of its own, or remove the repeated line."
    );
    public static readonly RefusalCode LineKnown = new(
        "line-known",
        "A line of that line_id is in the Book already, with the same content.",
        "Remove the line, or use --skip-known to leave out what is known."
    );
    public static readonly RefusalCode LineKnownOtherwise = new(
        "line-known-otherwise",
        "A line of that line_id is in the Book already, with other content.",
        "Correct the line that is recorded, or give the new line its own id."
    );
    public static readonly RefusalCode ReversalWithoutTarget = new(
        "reversal-without-target",
        "A reversal does not say which line it reverses.",
        "Name the line in the column corrects: its line_id, or ENTRY#ROW."
    );
    public static readonly RefusalCode LineUnknown = new(
        "line-unknown",
        "There is no such line in the Book or in the file.",
        "Name a line by its line_id, or by ENTRY#ROW as explain shows it."
    );
    public static readonly RefusalCode LineReversedAlready = new(
        "line-reversed-already",
        "The line has been reversed already.",
        "Reverse or correct the line that took its place."
    );
    public static readonly RefusalCode ReversalNotMirror = new(
        "reversal-not-mirror",
        "A reversal is not the exact opposite of the line that it names.",
        "Give it the same service, kind and paid_by, and the opposite amount."
    );
    public static readonly RefusalCode ReversalOfReversal = new(
        "reversal-of-reversal",
        "A reversal cannot be reversed.",
        "Record the right line again."
    );
    public static readonly RefusalCode FileKnown = new(
        "file-known",
        "The same file was recorded before.",
        "Nothing needs doing; if it holds new lines, give a file with those alone."
    );
    public static readonly RefusalCode ControlTotal = new(
        "control-total",
        "The file does not add up to the number of lines or the total stated.",
        "Check that the file is whole, and that the numbers stated are the ledger's."
    );
    public static readonly RefusalCode NothingNew = new(
        "nothing-new",
        "Every line of the file is in the Book already.",
        "Nothing needs doing."
    );
    public static readonly RefusalCode TotalTooLarge = new(
        "total-too-large",
        "The amounts add up to more than the Book can hold.",
        "Check the amounts; a Book holds up to £90 trillion."
    );
    public static readonly RefusalCode NothingToCorrect = new(
        "nothing-to-correct",
        "The correction changes nothing.",
        "Give another amount, service, month or payer than the line has."
    );
    public static readonly RefusalCode ReasonMissing = new(
        "reason-missing",
        "A correction or withholding gives no reason.",
        "Say why, so that everybody can understand the record."
    );
    public static readonly RefusalCode WithheldAlready = new(
        "withheld-already",
        "The words of that line have been withheld already.",
        "Nothing needs doing."
    );

    private static RefusalCode[] OfCosts =>
        [
            ServiceUnknown,
            ServiceNotInForce,
            MonthOutsideAgreement,
            PayerNotPartner,
            IncomeOnOverhead,
            SpreadBackwards,
            LineIdForm,
            LineIdRepeated,
            LineKnown,
            LineKnownOtherwise,
            ReversalWithoutTarget,
            LineUnknown,
            LineReversedAlready,
            ReversalNotMirror,
            ReversalOfReversal,
            FileKnown,
            ControlTotal,
            NothingNew,
            TotalTooLarge,
            NothingToCorrect,
            ReasonMissing,
            WithheldAlready,
        ];
}
