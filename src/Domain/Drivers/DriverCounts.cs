namespace Openbook.Domain;

/// <summary>What has been counted of one driver.</summary>
internal sealed class DriverCounts
{
    private readonly List<CountInUse> all = [];
    private readonly Dictionary<string, List<CountInUse>> byPartner = [];

    /// <summary>All counts in the order of recording.</summary>
    public IReadOnlyList<CountInUse> All => all;

    public void Add(CountInUse count)
    {
        all.Add(count);
        if (!byPartner.TryGetValue(count.Count.Partner, out var ofPartner))
        {
            byPartner[count.Count.Partner] = ofPartner = [];
        }
        ofPartner.Add(count);
    }

    /// <summary>A partner's latest count dated on or before a day; of one date, the one recorded last.</summary>
    public CountInUse? Latest(string partner, DateOnly day)
    {
        if (!byPartner.TryGetValue(partner, out var ofPartner))
        {
            return null;
        }
        CountInUse? latest = null;
        foreach (var item in ofPartner)
        {
            if (item.Count.Date <= day && !(item.Count.Date < latest?.Count.Date))
            {
                latest = item;
            }
        }
        return latest;
    }
}
