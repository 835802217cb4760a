using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Writes a payment that was entered by hand as the file that it would be, so that both are read in one way.</summary>
public static class PaymentsText
{
    /// <summary>The file of a payment; <see cref="PaymentsFile"/> reads from it what was written.</summary>
    /// <param name="name">The name by which it is recorded.</param>
    /// <param name="payment">The payment.</param>
    public static Outcome<SourceFile> Of(string name, Payment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        var row = string.Join(
            ',',
            Dates.Iso(payment.Date),
            payment.From,
            payment.To,
            payment.Amount.ToPlain(),
            CsvQuote.Of(payment.Reference),
            PaymentsRecorded.WordOf(payment.For)
        );
        return SourceFile.Of(name, Encoding.UTF8.GetBytes($"date,from,to,amount,reference,for\n{row}\n"));
    }
}
