namespace Openbook.Web.Components;

/// <summary>What to do about a refusal, on a page: where the command line names a command or an option, what there is here.</summary>
public static class Remedies
{
    private static readonly Dictionary<RefusalCode, string> onPages = new()
    {
        [Refuse.LineKnown] =
            "Remove the line, or choose to leave out lines that are recorded already, and read the file again.",
        [Refuse.MapNeeded] = "Choose what its columns are, or edit the map as text.",
        [Refuse.MapValue] = "Choose the columns instead, or write a value that the map of another file has there.",
        [Refuse.KeyUnknown] = "Remove the key or correct its name.",
        [Refuse.KindOfValue] = "Write it in the shape named.",
        [Refuse.ColumnUnknown] = "Remove the column or correct its name.",
        [Refuse.ColumnMissing] = "Add the column.",
        [Refuse.NotNext] = "Close the periods before it first.",
        [Refuse.KeyUsedOtherwise] = "Open the form anew to record something else.",
    };

    /// <summary>What to do about it.</summary>
    public static string Of(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return onPages.GetValueOrDefault(refusal.Code, refusal.Remedy);
    }

    /// <summary>What happened and what to do about it.</summary>
    public static string WithWhat(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return $"{refusal.What} {Of(refusal)}";
    }
}
