namespace Openbook.Oracle;

/// <summary>How a pool is shared.</summary>
public abstract record OracleRule;

/// <summary>One for each partner of the service; for income, each partner of the agreement.</summary>
public sealed record EqualRule : OracleRule;

/// <summary>The stated numbers.</summary>
/// <param name="Weights">The number of each partner, as exact decimal text.</param>
public sealed record FixedRule(IReadOnlyDictionary<string, string> Weights) : OracleRule;

/// <summary>The latest count of each partner of the service.</summary>
/// <param name="Code">The driver counted.</param>
public sealed record DriverRule(string Code) : OracleRule;

/// <summary>All to one partner.</summary>
/// <param name="Partner">That partner.</param>
public sealed record DirectRule(string Partner) : OracleRule;

/// <summary>For income only: the rule of the service itself.</summary>
public sealed record AsServiceRule : OracleRule;
