using System.Globalization;
using Openbook.Journal;

namespace Openbook.EndToEnd.Tests;

/// <summary>Two processes write to one Book at the same time: nothing is lost, nothing is there twice.</summary>
public sealed class RaceTests
{
    [Fact]
    public void Two_processes_that_record_at_once_lose_and_repeat_nothing()
    {
        using var ground = new Ground(lines: 10);
        var data = ground.Agreed("race");
        var each = Chance.IsLong ? 60 : 8;
        Parallel.For(0, 2, writer => Record(ground, data, writer, each));
        using var store = SqliteStore.Open(data);
        var book = BookLoader.Load(store, Ground.Book);
        var names = book.State.Batches.Select(batch => batch.Fact.Source.Name).ToList();
        Assert.Equal(2 * each, names.Distinct().Count());
        Assert.Equal(2 * each, names.Count);
        Assert.Equal(3 + 2 * each, book.State.LastEntry);
    }

    private static void Record(Ground ground, string data, int writer, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"w{writer}-{i}.csv");
            File.WriteAllText(
                ground.PathOf(name),
                $"date,service,amount,paid_by,line_id\n2016-04-02,networks,{i + 1}.00,ashby,{name}\n"
            );
            TheProgram.Do("import", "costs", Ground.Book, ground.PathOf(name), "--data", data);
        }
    }
}
