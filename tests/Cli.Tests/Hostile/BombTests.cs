using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Openbook.Cli.Tests.Given;

namespace Openbook.Cli.Tests.Hostile;

/// <summary>
/// Files that are small and unpack to much, or are large and hold nothing: the real program refuses each of them while it may
/// hold no more than 256 MB, and in good time. <c>./test</c> lets off some, <c>OPENBOOK_TEST_LONG=1</c> all.
/// </summary>
public sealed class BombTests
{
    private const int MostSaid = 2_000;
    private const string MostHeap = "0x10000000";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("OPENBOOK_TEST_LONG") == "1";

    private static readonly TheoryData<string, string> few = new()
    {
        { "shared texts", "import costs cih bomb.xlsx" },
        { "long entries", "restore other bomb.zip --data other" },
        { "doubled aliases", "amend cih --agreement bomb.yaml --from 2016-12-01" },
        { "large small file", "import payments cih bomb.csv" },
    };

    private static readonly TheoryData<string, string> more = new()
    {
        { "shared texts", "map bomb.xlsx" },
        { "merged cells", "import costs cih bomb.xlsx" },
        { "columns", "import costs cih bomb.xlsx" },
        { "styles", "import costs cih bomb.xlsx" },
        { "sheets", "import costs cih bomb.xlsx" },
        { "wide row", "import costs cih bomb.xlsx" },
        { "wide row", "map bomb.xlsx" },
        { "long cell", "import costs cih bomb.xlsx" },
        { "empty rows", "import costs cih bomb.xlsx" },
        { "far row", "import costs cih bomb.xlsx" },
        { "far row", "map bomb.xlsx" },
        { "far column", "import costs cih bomb.xlsx" },
        { "hidden text", "import costs cih bomb.xlsx" },
        { "parts", "import costs cih bomb.xlsx" },
        { "long entries", "verify cih --against bomb.zip" },
        { "many entries", "restore other bomb.zip --data other" },
        { "long lines", "restore cih bomb.zip --data other" },
        { "long statement", "verify cih --against bomb.json" },
        { "deep statement", "verify cih --against bomb.json" },
        { "deep brackets", "amend cih --agreement bomb.yaml --from 2016-12-01" },
        { "doubled aliases", "import costs cih costs.csv --map bomb.yaml" },
        { "doubled aliases", "whatif cih bomb.yaml" },
        { "large small file", "amend cih --agreement bomb.csv --from 2016-12-01" },
        { "large small file", "import drivers cih bomb.csv" },
        { "large small file", "import budget cih bomb.csv" },
        { "large small file", "whatif cih bomb.csv" },
        { "large small file", "import costs cih costs.csv --map bomb.csv" },
        { "large small file", "import costs cih bomb.csv" },
        { "large small file", "map bomb.csv" },
        { "long field", "import costs cih bomb.csv" },
        { "long field", "map bomb.csv" },
        { "commas", "import costs cih bomb.csv" },
        { "commas", "map bomb.csv" },
        { "empty cells", "import costs cih bomb.csv" },
        { "empty cells", "map bomb.csv" },
        { "stray quotes", "import costs cih bomb.csv" },
        { "stray quotes", "map bomb.csv" },
        { "line ends", "import costs cih bomb.csv" },
        { "line ends", "map bomb.csv" },
    };

    /// <summary>What it is, and the command that reads it.</summary>
    public static IEnumerable<object[]> Bombs() => IsLong ? few.Concat(more) : few;

    [Theory, MemberData(nameof(Bombs))]
    public void A_bomb_is_refused_within_256_MB(string bomb, string command)
    {
        using var session = HostileFiles.Ground();
        var name = command.Split(' ').Single(word => word.StartsWith("bomb.", StringComparison.Ordinal));
        Bomb.Write(bomb, session.PathOf(name), session.PathOf("copy.zip"));
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = session.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = MostHeap;
        foreach (var word in CommandLine.Words(command).Prepend(Program))
        {
            start.ArgumentList.Add(word);
        }
        using var process = Process.Start(start)!;
        var said = new StringBuilder();
        process.ErrorDataReceived += (_, line) => said.Append(said.Length < MostSaid ? line.Data + "\n" : "");
        process.OutputDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        if (!process.WaitForExit(Longest))
        {
            process.Kill();
            Assert.Fail($"{bomb}: openbook {command} took longer than {Longest}.");
        }
        process.WaitForExit();
        Assert.True(process.ExitCode == Exit.Refused, $"{bomb}: exit {process.ExitCode}: {said}");
        session.Do("verify cih");
    }

    // The program as it was built beside these tests.
    private static string Program { get; } = Built();

    private static string Built()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var configuration = here.Parent!.Name;
        var built = Path.Combine(Repository.Root, "src", "Cli", "bin", configuration);
        return Directory
            .EnumerateFiles(built, "openbook.dll", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .First();
    }
}

/// <summary>Makes what is small and unpacks to much, and what is large and holds nothing.</summary>
public static class Bomb
{
    private const int Megabyte = 1 << 20;

    public static void Write(string bomb, string path, string copy)
    {
        using var file = File.Create(path);
        switch (bomb)
        {
            case "shared texts":
                Workbook(file, "xl/sharedStrings.xml", SmallWorkbook.Texts("~"), "<si><t>ab</t></si>", 95);
                break;
            case "merged cells":
                Workbook(
                    file,
                    Sheet,
                    SmallWorkbook.Rows("", "<mergeCells>~</mergeCells>"),
                    "<mergeCell ref=\"A1:B2\"/>",
                    350
                );
                break;
            case "columns":
                Workbook(
                    file,
                    Sheet,
                    SmallWorkbook.Rows("<cols>~</cols>", ""),
                    "<col min=\"1\" max=\"2\" width=\"9\"/>",
                    350
                );
                break;
            case "styles":
                Workbook(file, "xl/styles.xml", SmallWorkbook.Styles("~"), "<xf numFmtId=\"0\"/>", 350);
                break;
            case "sheets":
                Workbook(file, "xl/workbook.xml", WorkbookParts.Sheets("~"), SmallWorkbook.Sheet(1), 350);
                break;
            case "wide row":
                Workbook(file, Sheet, Row("<row r=\"1\">~</row>"), "<c><v>1</v></c>", 350);
                break;
            case "long cell":
                Workbook(
                    file,
                    Sheet,
                    Row("<row r=\"1\"><c t=\"inlineStr\"><is><t>~</t></is></c></row>"),
                    "long words ",
                    350
                );
                break;
            case "empty rows":
                Workbook(file, Sheet, Row("~"), "<row/>", 350);
                break;
            case "parts":
                Parts(file, copy: null, Enumerable.Range(0, 60_000).Select(i => ($"xl/{i}.xml", "", "", 0)));
                break;
            default:
                WriteOdd(bomb, file, copy);
                break;
        }
    }

    private static void WriteOdd(string bomb, FileStream file, string copy)
    {
        switch (bomb)
        {
            case "far row":
                Workbook(file, Sheet, Row("<row r=\"2147483647\"><c><v>~</v></c></row>"), "1", 0);
                break;
            case "far column":
                Workbook(file, Sheet, Row("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>~</v></c></row>"), "1", 0);
                break;
            case "hidden text":
                Workbook(
                    file,
                    Sheet,
                    Row("<row><c t=\"str\"><v><![CDATA[~]]></v></c></row>"),
                    "<row> is text here ",
                    350
                );
                break;
            default:
                WriteOther(bomb, file, copy);
                break;
        }
    }

    private static string Sheet => "xl/worksheets/sheet1.xml";

    private static void WriteOther(string bomb, FileStream file, string copy)
    {
        switch (bomb)
        {
            case "long entries":
                Parts(file, null, [("entries.jsonl", "~", "          ", 900)]);
                break;
            case "many entries":
                Parts(file, null, [("entries.jsonl", "~", "{}\n", 900)]);
                break;
            case "long lines":
                Parts(file, copy, [("lines/6.csv", "~", "2,,2016-10-03,\n", 900)]);
                break;
            case "long statement":
                Repeat(file, "{\"a\":[~1]}", "1,", 63);
                break;
            case "deep statement":
                Repeat(file, "~", "[", 60);
                break;
            case "deep brackets":
                file.Write(Encoding.UTF8.GetBytes("rules: " + new string('[', 200_000)));
                break;
            case "doubled aliases":
                file.Write(Encoding.UTF8.GetBytes(Aliases()));
                break;
            case "large small file":
                Repeat(file, "date,from,to,amount\n~", "2016-10-03,camden,islington,1.00\n", 400);
                break;
            case "long field":
                Repeat(
                    file,
                    "date,service,amount,paid_by,supplier\n2016-10-03,networks,1.00,camden,\"~\"\n",
                    "long words ",
                    24
                );
                break;
            case "commas":
                Repeat(file, "date,service,amount,paid_by\n~\n", ",,,,,,,,,,,,", 24);
                break;
            case "empty cells":
                Repeat(file, "date,service,amount,paid_by\n~", ",,,\n", 24);
                break;
            case "stray quotes":
                Repeat(file, "date,service,amount,paid_by\n~", "\"\n,\"x\",,\n", 24);
                break;
            case "line ends":
                Repeat(file, "date,service,amount,paid_by\n~", "\n\r\n\n\r", 24);
                break;
            default:
                throw new ArgumentException($"no bomb {bomb}", nameof(bomb));
        }
    }

    private static string Row(string row) =>
        SmallWorkbook.Rows("", "").Replace("<sheetData>", $"<sheetData>{row}", StringComparison.Ordinal);

    private static void Workbook(FileStream file, string part, string around, string repeated, int megabytes)
    {
        var whole = Path.GetTempFileName();
        File.WriteAllBytes(whole, SmallWorkbook.Costs());
        Parts(file, whole, [(part, around, repeated, megabytes)]);
        File.Delete(whole);
    }

    // The parts of another zip, but for some.
    private static void Parts(
        FileStream file,
        string? copy,
        IEnumerable<(string Name, string Around, string Repeated, int Megabytes)> other
    )
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        var names = new HashSet<string>();
        foreach (var (name, around, repeated, megabytes) in other)
        {
            names.Add(name);
            using var to = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            Repeat(to, around, repeated, megabytes);
        }
        if (copy is null)
        {
            return;
        }
        using var from = ZipFile.OpenRead(copy);
        foreach (var entry in from.Entries.Where(entry => !names.Contains(entry.FullName)))
        {
            using var to = zip.CreateEntry(entry.FullName).Open();
            using var part = entry.Open();
            part.CopyTo(to);
        }
    }

    // The repeated piece stands where there is a tilde.
    private static void Repeat(Stream to, string around, string repeated, int megabytes)
    {
        var pieces = around.Split('~');
        to.Write(Encoding.UTF8.GetBytes(pieces[0]));
        if (pieces.Length == 1)
        {
            return;
        }
        var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(repeated, Megabyte / repeated.Length)));
        for (var i = 0; i < megabytes; i++)
        {
            to.Write(block);
        }
        to.Write(Encoding.UTF8.GetBytes(pieces[1]));
    }

    private static string Aliases()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 30; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"a{i}: &a{i} [")
                .AppendJoin(", ", Enumerable.Repeat($"*a{i - 1}", 10))
                .Append("]\n");
        }
        return text.Append("rules: *a29\n").ToString();
    }
}
