using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;

namespace Openbook.Domain.Tests.Properties;

/// <summary>Numbers from which something is made up; when they run out, zeros. Fewer and smaller numbers make simpler things.</summary>
/// <param name="numbers">The numbers.</param>
public sealed class Tape(int[] numbers)
{
    private int at;

    /// <summary>The next number, from 0 to one less than the limit.</summary>
    public int Next(int limit) => at < numbers.Length ? numbers[at++] % limit : 0;

    /// <summary>One of the items.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    /// <summary>True once in so many times; false when the numbers have run out.</summary>
    public bool OneIn(int times) => Next(times) == times - 1;

    /// <summary>Some of the items in their order, at least one.</summary>
    public List<T> Some<T>(IReadOnlyList<T> items)
    {
        var chosen = items.Where(_ => Next(3) < 2).ToList();
        return chosen.Count > 0 ? chosen : [Pick(items)];
    }
}

/// <summary>What a whole Book is made up from: its agreement from one tape, and each step from one of its own.</summary>
/// <param name="World">The numbers of the agreement.</param>
/// <param name="Steps">The numbers of each step.</param>
public sealed record Script(int[] World, int[][] Steps)
{
    private const int WorldLength = 120;
    private const int StepLength = 26;

    private static readonly TimeSpan LongestShrinking = TimeSpan.FromSeconds(15);

    /// <summary>Scripts, shrunk for a while by leaving out steps and then by making numbers zero.</summary>
    public static Arbitrary<Script> Any
    {
        get
        {
            var shrinking = new Stopwatch();
            return Arb.From(
                from world in Gen.ArrayOf(Gen.Choose(0, 1_000_000), WorldLength)
                from length in Gen.Choose(8, 70)
                from steps in Gen.ArrayOf(Gen.ArrayOf(Gen.Choose(0, 1_000_000), StepLength), length)
                select new Script(world, steps),
                script =>
                {
                    shrinking.Start();
                    return Smaller(script).TakeWhile(_ => shrinking.Elapsed < LongestShrinking);
                }
            );
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Steps.Length} steps:\n{MadeBook.Told(this)}";

    private static IEnumerable<Script> Smaller(Script script)
    {
        for (var size = script.Steps.Length / 2; size >= 1; size /= 2)
        {
            for (var from = 0; from + size <= script.Steps.Length; from += size)
            {
                yield return script with
                {
                    Steps = [.. script.Steps.Where((_, i) => i < from || i >= from + size)],
                };
            }
        }
        for (var i = 0; i < script.World.Length; i++)
        {
            if (script.World[i] != 0)
            {
                yield return script with
                {
                    World = [.. script.World.Select((n, at) => at == i ? 0 : n)],
                };
            }
        }
        for (var step = 0; step < script.Steps.Length; step++)
        {
            for (var i = 0; i < StepLength; i++)
            {
                if (script.Steps[step][i] != 0)
                {
                    yield return script with
                    {
                        Steps = [.. script.Steps.Select((tape, at) => at == step ? Zeroed(tape, i) : tape)],
                    };
                }
            }
        }
    }

    private static int[] Zeroed(int[] tape, int place) => [.. tape.Select((n, at) => at == place ? 0 : n)];
}
