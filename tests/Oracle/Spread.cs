namespace Openbook.Oracle;

/// <summary>Releases a spread line over its months.</summary>
internal static class Spread
{
    /// <summary>One line for each month: equal parts of the amount's size, odd pence to the earliest.</summary>
    public static IReadOnlyList<OracleLine> Of(OracleLine line)
    {
        int last = line.ToMonth ?? line.Month;
        int months = last - line.Month + 1;
        long size = Math.Abs(line.Pence);
        List<OracleLine> parts = [];
        for (int month = line.Month; month <= last; month++)
        {
            bool odd = month - line.Month < size % months;
            long part = (size / months) + (odd ? 1 : 0);
            parts.Add(line with { Month = month, ToMonth = null, Pence = line.Pence < 0 ? -part : part });
        }

        return parts;
    }
}
