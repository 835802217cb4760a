using System.Globalization;
using System.Text;
using SQLitePCL;

namespace Openbook.EndToEnd.Tests;

/// <summary>
/// A long import holds the one write from its first line to its last. It flushes SQLite's log beside that: a file that is opened and
/// closed for it must let go of no lock, as a process loses its locks on a file with the first of its handles that is closed.
/// </summary>
public sealed class OneWriteTests
{
    private const int Lines = 400_000;

    // Two flushes at least, each of which would have let go.
    private const long LogOfTwoFlushes = 17L << 20;

    [Fact]
    public async Task Whoever_gets_the_write_after_an_import_had_it_finds_the_import_recorded()
    {
        using var ground = new Ground(lines: 0);
        var data = ground.Agreed("held");
        var store = Path.Combine(data, "openbook.db");
        WriteLines(ground.Costs);
        using var other = Opened(store);
        using var import = TheProgram.Start("import", "costs", Ground.Book, ground.Costs, "--data", data);
        var ended = import.StandardError.ReadToEndAsync();
        import.OutputDataReceived += (_, _) => { };
        import.BeginOutputReadLine();
        var refused = 0;
        while (refused == 0 && !import.HasExited)
        {
            refused += Entries(other) is null ? 1 : 0;
        }
        int? entries;
        while ((entries = Entries(other)) is null)
        {
            refused++;
            await Task.Delay(2);
        }
        Assert.Equal(4, entries);
        var fault = await ended;
        await import.WaitForExitAsync();
        Assert.True(import.ExitCode == 0, fault);
        // Else nothing was tried here.
        Assert.True(refused > 10, $"The write was seen held {refused} times only.");
        var written = new FileInfo(store).Length;
        Assert.True(
            written > LogOfTwoFlushes,
            $"The log cannot have been flushed twice: {written} bytes were written."
        );
    }

    // How many entries the Book has, seen with the write taken; null if another has it.
    private static int? Entries(sqlite3 store)
    {
        if (raw.sqlite3_exec(store, "BEGIN IMMEDIATE") is var code and not raw.SQLITE_OK)
        {
            Assert.Equal(raw.SQLITE_BUSY, code);
            return null;
        }
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_prepare_v2(store, "SELECT count(*) FROM entries", out var statement));
        using (statement)
        {
            Assert.Equal(raw.SQLITE_ROW, raw.sqlite3_step(statement));
            var entries = raw.sqlite3_column_int(statement, 0);
            raw.sqlite3_reset(statement);
            Assert.Equal(raw.SQLITE_OK, raw.sqlite3_exec(store, "ROLLBACK"));
            return entries;
        }
    }

    private static sqlite3 Opened(string store)
    {
        Batteries_V2.Init();
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open_v2(store, out var opened, raw.SQLITE_OPEN_READWRITE, null));
        return opened;
    }

    // Words that cannot be made much shorter, so that much is written.
    private static void WriteLines(string file)
    {
        var random = new Random(Chance.Seed);
        var text = new StringBuilder("line_id,date,service,amount,paid_by,supplier,reference\n");
        for (var i = 0; i < Lines; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"L{i},2016-04-11,networks,1.00,ashby,Supplier,{random.NextInt64():x16}{random.NextInt64():x16}{random.NextInt64():x16}{random.NextInt64():x16}\n"
            );
        }
        File.WriteAllText(file, text.ToString());
    }
}
