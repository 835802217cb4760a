namespace Openbook.Domain;

/// <summary>A stable name for one reason to refuse, with what it means and what to do. Names are never reused.</summary>
/// <param name="Code">The name, as scripts match it.</param>
/// <param name="Meaning">What it means, in a sentence.</param>
/// <param name="Remedy">What to do, in a sentence.</param>
public sealed record RefusalCode(string Code, string Meaning, string Remedy)
{
    /// <summary>Makes the refusal.</summary>
    public Refusal Because(string what, Place? place = null) => new(this, what, place);
}
