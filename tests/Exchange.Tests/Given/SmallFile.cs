using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange.Tests;

/// <summary>Files of counts and payments in text, and what is read of them.</summary>
internal static class SmallFile
{
    public const string Name = "small.csv";

    public static SourceFile Of(string text) => SourceFile.Of(Name, Encoding.UTF8.GetBytes(text)).Value;

    public static IReadOnlyList<CountRow> Counts(string text)
    {
        var outcome = CountsFile.Read(Of(text));
        Assert.Empty(Faults.Of(outcome.Refusals, Name));
        return outcome.Value;
    }

    public static IReadOnlyList<PaymentRow> Payments(string text)
    {
        var outcome = PaymentsFile.Read(Of(text));
        Assert.Empty(Faults.Of(outcome.Refusals, Name));
        return outcome.Value;
    }

    public static string[] CountFaults(string text) => Faults.Of(CountsFile.Read(Of(text)).Refusals, Name);

    public static string[] PaymentFaults(string text) => Faults.Of(PaymentsFile.Read(Of(text)).Refusals, Name);

    /// <summary>What is wrong with bytes before any row is read.</summary>
    public static string[] SourceFaults(byte[] bytes) => Faults.Of(SourceFile.Of(Name, bytes).Refusals, Name);
}
