using Openbook.Web.Components;

namespace Openbook.Web.Forms;

/// <summary>What is wrong with a form: each fault at its field, or at none.</summary>
public sealed class FormFaults
{
    private readonly List<FormFault> all = [];

    /// <summary>Every fault, in the order in which they were found.</summary>
    public IReadOnlyList<FormFault> All => all;

    /// <summary>Whether there is any.</summary>
    public bool Any => all.Count > 0;

    /// <summary>Notes a fault of a field; an empty name stands for the form as a whole.</summary>
    public void Add(string field, string what) => all.Add(new FormFault(field, what));

    /// <summary>Notes what is wrong with a text that must be there and goes into the Book.</summary>
    /// <param name="field">The field.</param>
    /// <param name="text">What was written.</param>
    /// <param name="missing">What to say where nothing was.</param>
    /// <param name="name">What the text is, for the message.</param>
    public void CheckText(string field, string? text, string missing, string name)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Add(field, missing);
        }
        else if (TextRule.Fault(text.Trim(), name) is { } fault)
        {
            Add(field, Remedies.WithWhat(fault));
        }
    }

    /// <summary>Notes refusals, which belong to the form as a whole.</summary>
    public void Add(IEnumerable<Refusal> refusals) =>
        all.AddRange(
            refusals.Select(refusal => new FormFault(
                "",
                $"{(refusal.Place is { } place ? $"{place}: " : "")}{Remedies.WithWhat(refusal)}"
            ))
        );

    /// <summary>The first fault of a field, or null.</summary>
    public string? Of(string field) => all.Find(fault => fault.Field == field)?.What;
}

/// <summary>Something that is wrong with a form.</summary>
/// <param name="Field">The field's name; empty for the form as a whole.</param>
/// <param name="What">What is wrong and what to do.</param>
public sealed record FormFault(string Field, string What);
