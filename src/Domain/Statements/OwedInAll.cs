namespace Openbook.Domain;

/// <summary>What councils owe and are owed in all, from their balances in pence: above zero to pay, below to receive.</summary>
public static class OwedInAll
{
    /// <summary>What those who have to pay pay together, in pence.</summary>
    public static long ToPay(IEnumerable<long> balances) => balances.Where(pence => pence > 0).Sum();

    /// <summary>What those who are to receive receive together, in pence, not below zero.</summary>
    public static long ToReceive(IEnumerable<long> balances) => -balances.Where(pence => pence < 0).Sum();
}
