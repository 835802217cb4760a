using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Reads payments between partners: <c>date,from,to,amount,reference,for</c>.</summary>
public static class PaymentsFile
{
    /// <summary>The columns a file must have.</summary>
    public static IReadOnlyList<string> Required { get; } = ["date", "from", "to", "amount", "for"];

    /// <summary>The columns it may have.</summary>
    public static IReadOnlyList<string> Optional { get; } = ["reference"];

    /// <summary>The rows, or every fault.</summary>
    public static Outcome<IReadOnlyList<PaymentRow>> Read(SourceFile file)
    {
        var table = CsvTable.Read(file, Required, Optional);
        if (!table.IsDone)
        {
            return Outcome<IReadOnlyList<PaymentRow>>.Refused(table.Refusals);
        }
        var reader = new RowReader(table.Value);
        var rows = new List<PaymentRow>();
        foreach (var row in table.Value.Rows)
        {
            reader.Begin(row);
            var payment = new Payment(
                reader.Date("date"),
                reader.Code("from"),
                reader.Code("to"),
                reader.Amount("amount"),
                reader.Text("reference", required: false),
                (PaymentPurpose)reader.Word("for", PaymentsRecorded.PurposeWords)
            );
            if (!reader.Faulted)
            {
                rows.Add(new PaymentRow(row.Number, payment));
            }
        }
        var faults = reader.All;
        return faults.Count > 0
            ? Outcome<IReadOnlyList<PaymentRow>>.Partly(rows, faults)
            : Outcome.Of<IReadOnlyList<PaymentRow>>(rows);
    }
}
