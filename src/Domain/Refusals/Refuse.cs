namespace Openbook.Domain;

/// <summary>The catalogue of all reasons to refuse. <c>docs/reference/refusals.md</c> is made from it.</summary>
public static class Refuse
{
#pragma warning disable CS1591 // Each code carries its own meaning.
    // Codes, dates, amounts: what any file or command may get wrong.
    public static readonly RefusalCode BadCode = new(
        "bad-code",
        "A code is not written as codes are.",
        $"Use {Code.Rule}."
    );
    public static readonly RefusalCode BadDate = new(
        "bad-date",
        "A date cannot be read or does not exist.",
        "Write dates as YYYY-MM-DD, in the years 1974 to 2199."
    );
    public static readonly RefusalCode BadMonth = new(
        "bad-month",
        "A month cannot be read.",
        "Write months as YYYY-MM, in the years 1974 to 2199."
    );
    public static readonly RefusalCode BadPeriod = new(
        "bad-period",
        "A period cannot be read.",
        "Write a month as 2016-10, a year-end period as 2016/17-13, a year as 2016/17."
    );
    public static readonly RefusalCode BadAmount = new(
        "bad-amount",
        "An amount cannot be read.",
        "Write pounds with at most two decimals, a minus in front for credits, and no commas or currency sign: -1234.50."
    );
    public static readonly RefusalCode BadCount = new(
        "bad-count",
        "A count or weight cannot be read.",
        "Write a number of at most 12 digits, not below zero, with at most 6 decimals."
    );
    public static readonly RefusalCode BadText = new(
        "bad-text",
        "A text holds what no text may hold.",
        "Remove control characters and characters that are not valid UTF-8."
    );
    public static readonly RefusalCode TextTooLong = new(
        "text-too-long",
        "A text is too long.",
        "Shorten it: what is typed may have 1,000 characters, a cell of a file 8,192 bytes."
    );

    // Files and tables.
    public static readonly RefusalCode FileUnreadable = new(
        "file-unreadable",
        "A file is not there or cannot be opened.",
        "Check the name and that you may read the file."
    );
    public static readonly RefusalCode FileEmpty = new(
        "file-empty",
        "A file has no rows.",
        "Give a file with a header row and at least one row below it."
    );
    public static readonly RefusalCode FileNotText = new(
        "file-not-text",
        "A file is not UTF-8 text.",
        "Save it as CSV UTF-8 and try again."
    );
    public static readonly RefusalCode ColumnUnknown = new(
        "column-unknown",
        "The header names a column that is not known.",
        "Remove the column or correct its name; the columns are in docs/reference/files.md."
    );
    public static readonly RefusalCode ColumnMissing = new(
        "column-missing",
        "The header lacks a column that is required.",
        "Add the column; the columns are in docs/reference/files.md."
    );
    public static readonly RefusalCode ColumnRepeated = new(
        "column-repeated",
        "The header names a column twice.",
        "Keep one of the two columns."
    );
    public static readonly RefusalCode CellsWrong = new(
        "cells-wrong",
        "A row has more or fewer cells than the header.",
        "Give each row as many cells as the header; put text with commas between double quotes."
    );
    public static readonly RefusalCode QuoteWrong = new(
        "quote-wrong",
        "A double quote stands where it cannot be read.",
        "Put the whole cell between double quotes and double each quote inside it."
    );
    public static readonly RefusalCode CellEmpty = new("cell-empty", "A required cell is empty.", "Fill it in.");
    public static readonly RefusalCode WordUnknown = new(
        "word-unknown",
        "A cell holds a word that is not one of those allowed.",
        "Use one of the words named."
    );
    public static readonly RefusalCode TooManyFaults = new(
        "too-many-faults",
        "A file has more faults than can be listed.",
        "Mend those listed and try again."
    );

    // The agreement's text.
    public static readonly RefusalCode YamlUnreadable = new(
        "yaml-unreadable",
        "The agreement is not YAML that can be read.",
        "Mend the text at the place named; each line is a key, a colon and a value."
    );
    public static readonly RefusalCode KeyUnknown = new(
        "key-unknown",
        "The agreement has a key that is not known.",
        "Remove the key or correct its name; the keys are in docs/reference/files.md."
    );
    public static readonly RefusalCode KeyMissing = new(
        "key-missing",
        "The agreement lacks a key that is required.",
        "Add the key."
    );
    public static readonly RefusalCode KeyRepeated = new(
        "key-repeated",
        "The agreement has a key twice.",
        "Keep one of the two."
    );
    public static readonly RefusalCode KindOfValue = new(
        "value-shape",
        "A value in the agreement has the wrong shape.",
        "Write it in the shape named; docs/reference/files.md has an example."
    );
    public static readonly RefusalCode RulesUnknown = new(
        "rules-unknown",
        "The agreement names penny rules that this program does not know.",
        "Use rules: openbook-1."
    );
    public static readonly RefusalCode CodeRepeated = new(
        "code-repeated",
        "A code is given twice.",
        "Give each partner, service, overhead, driver and customer a code of its own."
    );
    public static readonly RefusalCode PartnerNotListed = new(
        "partner-not-listed",
        "The agreement uses a partner that it does not list.",
        "Add it under partners or correct the code."
    );
    public static readonly RefusalCode TargetNotListed = new(
        "target-not-listed",
        "An overhead is spread over something that is neither a service nor a later overhead.",
        "Name services, or overheads that come later in the list."
    );
    public static readonly RefusalCode FixedNotComplete = new(
        "fixed-not-complete",
        "Fixed weights do not name each partner of the service and no other.",
        "Give one weight for each partner that shares it."
    );
    public static readonly RefusalCode WeightsZero = new(
        "weights-zero",
        "All weights are zero, so there is nobody to charge.",
        "Give at least one partner a weight or count above zero."
    );
    public static readonly RefusalCode StartsNotFirst = new(
        "starts-not-first",
        "The agreement does not start on the first day of a month.",
        "Start it on the first of a month."
    );
    public static readonly RefusalCode EndsNotLast = new(
        "ends-not-last",
        "The agreement does not end on the last day of a month at or after its start.",
        "End it on the last day of a month."
    );

    // Versions and approvals.
    public static readonly RefusalCode BookExists = new(
        "book-exists",
        "A Book of that code is there already.",
        "Choose another code, or use amend to change its agreement."
    );
    public static readonly RefusalCode BookUnknown = new(
        "book-unknown",
        "There is no Book of that code.",
        "Use one of the Books that the command books lists, or start one with new."
    );
    public static readonly RefusalCode FromNotFirst = new(
        "from-not-first",
        "A version does not count from the first day of a month at or after the start.",
        "Let it count from the first of a month, not before the agreement starts."
    );
    public static readonly RefusalCode StartMoved = new(
        "start-moved",
        "A version moves the start of the agreement after something was recorded or closed that this would leave out.",
        "Keep the start as it is in the version that counts."
    );
    public static readonly RefusalCode VersionUnknown = new(
        "version-unknown",
        "There is no version of that number.",
        "Name a version that was proposed."
    );
    public static readonly RefusalCode NotAParty = new(
        "not-a-party",
        "The council is no party to that version or to the one it replaces.",
        "Only partners of the old or the new version approve it."
    );
    public static readonly RefusalCode ApprovedAlready = new(
        "approved-already",
        "The council has approved that version already.",
        "Nothing needs doing."
    );
    public static readonly RefusalCode EffectiveBeforeDecided = new(
        "effective-before-decided",
        "An approval would take effect before it was decided.",
        "Give an effective date on or after the date of the decision."
    );
    public static readonly RefusalCode PartnerUnknown = new(
        "partner-unknown",
        "The council is not a partner of this Book.",
        "Use the code of a partner as the agreement has it."
    );

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
        "Use the command correct to change a line, or give the new line its own id."
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
        "Give at least one of --amount, --service, --month and --paid-by that differs from the line."
    );
    public static readonly RefusalCode ReasonMissing = new(
        "reason-missing",
        "A correction or withholding gives no reason.",
        "Say why with --because."
    );
    public static readonly RefusalCode WithheldAlready = new(
        "withheld-already",
        "The words of that line have been withheld already.",
        "Nothing needs doing."
    );

    // Counts and payments.
    public static readonly RefusalCode CountRepeated = new(
        "count-repeated",
        "One file gives two counts of one driver for one partner at one date.",
        "Keep one of the two."
    );
    public static readonly RefusalCode CountsIncomplete = new(
        "counts-incomplete",
        "The counts of a driver at a date do not cover every partner.",
        "Add a row for each partner; write 0 if there was none."
    );
    public static readonly RefusalCode PaymentToSelf = new(
        "payment-to-self",
        "A payment goes from a partner to itself.",
        "Name the partner that paid and the one that received."
    );
    public static readonly RefusalCode PaymentNotAboveZero = new(
        "payment-not-above-zero",
        "A payment is not above zero.",
        "Write money that went back as a payment the other way."
    );

    // Closing.
    public static readonly RefusalCode NotAgreedYet = new(
        "not-agreed-yet",
        "No version of the agreement counts yet, so nothing can be closed or shown.",
        "Record the approval of every partner with the command approve."
    );
    public static readonly RefusalCode ClosedAlready = new(
        "closed-already",
        "The period is closed already.",
        "Nothing needs doing; what comes late goes into the open period."
    );
    public static readonly RefusalCode NotNext = new(
        "not-next",
        "The period is not the next that can be closed.",
        "Close the periods before it first, or use close --through."
    );
    public static readonly RefusalCode YearEndNotOpen = new(
        "year-end-not-open",
        "The year-end period is not open.",
        "It opens when March of its year is closed."
    );
    public static readonly RefusalCode YearEndFirst = new(
        "year-end-first",
        "The year-end period of the year before is still open.",
        "Close it before this March."
    );
    public static readonly RefusalCode CountMissing = new(
        "count-missing",
        "A pool is shared by a driver that has no count for a partner on or before the end of the month.",
        "Record the counts with import drivers."
    );
    public static readonly RefusalCode CountTooOld = new(
        "count-too-old",
        "A pool is shared by a count that is older than the agreement allows.",
        "Record a newer count with import drivers."
    );
    public static readonly RefusalCode OverheadWithoutBasis = new(
        "overhead-without-basis",
        "An overhead has no service with costs to be spread over.",
        "Record the services' costs first, or agree fallback: equal for the overhead."
    );
    public static readonly RefusalCode LineBeforeStart = new(
        "line-before-start",
        "Costs are recorded for a month before the agreement starts.",
        "Reverse those lines first."
    );
    public static readonly RefusalCode PeriodOutOfReach = new(
        "period-out-of-reach",
        "The period is before the start of the agreement or has not begun to be open.",
        "Name a period from the start of the agreement on."
    );

    // Recording and copies.
    public static readonly RefusalCode KeyUsedOtherwise = new(
        "key-used-otherwise",
        "The key given was used for another act.",
        "Use a new key for each act; repeat a key only to repeat the very same act."
    );
    public static readonly RefusalCode ByNotPartner = new(
        "by-not-partner",
        "The act is recorded for a council that is not a partner of the Book.",
        "Give the code of a partner with --by."
    );
    public static readonly RefusalCode CopyUnreadable = new(
        "copy-unreadable",
        "The file is not an entries export or statement that can be read.",
        "Give a file made by export --as entries, or a statement in JSON."
    );
    public static readonly RefusalCode CopyDamaged = new(
        "copy-damaged",
        "The copy does not verify, so nothing was restored from it.",
        "Ask for a new copy from a partner whose Book verifies."
    );
#pragma warning restore CS1591

    /// <summary>Every code, in the order of the catalogue.</summary>
    public static IReadOnlyList<RefusalCode> All { get; } =
    [
        BadCode,
        BadDate,
        BadMonth,
        BadPeriod,
        BadAmount,
        BadCount,
        BadText,
        TextTooLong,
        FileUnreadable,
        FileEmpty,
        FileNotText,
        ColumnUnknown,
        ColumnMissing,
        ColumnRepeated,
        CellsWrong,
        QuoteWrong,
        CellEmpty,
        WordUnknown,
        TooManyFaults,
        YamlUnreadable,
        KeyUnknown,
        KeyMissing,
        KeyRepeated,
        KindOfValue,
        RulesUnknown,
        CodeRepeated,
        PartnerNotListed,
        TargetNotListed,
        FixedNotComplete,
        WeightsZero,
        StartsNotFirst,
        EndsNotLast,
        BookExists,
        BookUnknown,
        FromNotFirst,
        StartMoved,
        VersionUnknown,
        NotAParty,
        ApprovedAlready,
        EffectiveBeforeDecided,
        PartnerUnknown,
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
        CountRepeated,
        CountsIncomplete,
        PaymentToSelf,
        PaymentNotAboveZero,
        NotAgreedYet,
        ClosedAlready,
        NotNext,
        YearEndNotOpen,
        YearEndFirst,
        CountMissing,
        CountTooOld,
        OverheadWithoutBasis,
        LineBeforeStart,
        PeriodOutOfReach,
        KeyUsedOtherwise,
        ByNotPartner,
        CopyUnreadable,
        CopyDamaged,
    ];
}
