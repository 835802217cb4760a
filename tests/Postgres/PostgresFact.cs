using Xunit;

namespace Openbook.Postgres;

/// <summary>A test that needs a PostgreSQL server, and says so where there can be none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (TestCluster.Shared is null)
        {
            Skip = TestCluster.WhyNot;
        }
    }
}

/// <summary>A theory that needs a PostgreSQL server, and says so where there can be none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute()
    {
        if (TestCluster.Shared is null)
        {
            Skip = TestCluster.WhyNot;
        }
    }
}
