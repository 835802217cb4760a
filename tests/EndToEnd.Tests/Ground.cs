using System.Globalization;
using System.Text;

namespace Openbook.EndToEnd.Tests;

/// <summary>A folder with the files of a small partnership, and Books made from them.</summary>
internal sealed class Ground : IDisposable
{
    public const string Book = "kb";

    private const string Agreement = """
        rules: openbook-1
        partnership: Ashby and Brook
        starts: 2016-04-01
        partners:
          - { code: ashby, name: Ashby Council }
          - { code: brook, name: Brook Council }
        host: ashby
        services:
          - { code: networks, name: Networks, share: equal }
          - { code: desktop, name: Desktop, share: { fixed: { ashby: 2, brook: 1 } } }
        """;

    public Ground(int lines)
    {
        Folder = Directory.CreateTempSubdirectory("openbook-e2e-").FullName;
        File.WriteAllText(PathOf("agreement.yaml"), Agreement);
        File.WriteAllText(Costs, Lines(lines));
    }

    public string Folder { get; }

    public string Costs => PathOf("costs.csv");

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>A store with the Book agreed.</summary>
    public string Agreed(string name)
    {
        var data = PathOf(name);
        AgreedIn("--data", data);
        return data;
    }

    /// <summary>Starts the Book and has it agreed in the store that the option names.</summary>
    public void AgreedIn(params string[] store)
    {
        TheProgram.Do(["new", Book, "--agreement", PathOf("agreement.yaml"), .. store]);
        foreach (var partner in new[] { "ashby", "brook" })
        {
            string[] approve = ["approve", Book, "--partner", partner, "--body", "Cabinet", "--on", "2016-03-01"];
            TheProgram.Do([.. approve, .. store]);
        }
    }

    /// <summary>A copy of a store that no process has open.</summary>
    public string Copy(string data, string name)
    {
        var to = PathOf(name);
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(data))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
        return to;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Lines(int count)
    {
        var text = new StringBuilder("line_id,date,service,amount,paid_by,supplier,description\n");
        for (var i = 0; i < count; i++)
        {
            var month = 4 + i % 6;
            var service = i % 3 == 0 ? "desktop" : "networks";
            var paidBy = i % 5 == 0 ? "brook" : "ashby";
            text.Append(
                CultureInfo.InvariantCulture,
                $"L{i},2016-{month:D2}-11,{service},{i % 997}.{i % 100:D2},{paidBy},"
            );
            text.Append(CultureInfo.InvariantCulture, $"Supplier {i % 50},\"Call-off {i}, part {i % 7}\"\n");
        }
        return text.ToString();
    }
}
