using Openbook.Domain;

namespace Openbook.Exchange;

/// <summary>Reads an agreement as councils write it, in YAML.</summary>
public static class AgreementText
{
    /// <summary>The longest text that is read, in bytes of UTF-8.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>The terms of a text kept in a Book, or null if it cannot be read.</summary>
    public static AgreementTerms? Reread(string text)
    {
        var terms = Read(text, "agreement");
        return terms.IsDone ? terms.Value : null;
    }

    /// <summary>The terms that a text says, or every fault of it with line and column.</summary>
    /// <param name="text">The text, with or without a byte order mark; lines may end as on any system.</param>
    /// <param name="fileName">The name by which refusals call the text.</param>
    public static Outcome<AgreementTerms> Read(string text, string fileName)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fileName);
        var faults = new YamlFaults(fileName);
        var terms = Terms(text, faults);
        return faults.Any ? Outcome<AgreementTerms>.Refused(faults.InOrder()) : terms!;
    }

    private static AgreementTerms? Terms(string text, YamlFaults faults)
    {
        if (YamlComposer.Root(text, MaxBytes, faults) is not { } root)
        {
            return null;
        }
        var places = new AgreementPlaces(faults);
        var terms = new AgreementReader(faults, places).Read(root);
        if (terms is not null)
        {
            faults.AddRange(AgreementCheck.Faults(terms, places.Find));
        }
        return terms;
    }
}
