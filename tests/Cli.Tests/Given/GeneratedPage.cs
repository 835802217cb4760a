namespace Openbook.Cli.Tests.Given;

/// <summary>A page of the documents that is made from the program. With OPENBOOK_WRITE_DOCS=1 the tests write it anew.</summary>
public static class GeneratedPage
{
    public static void MustBe(string name, string text)
    {
        var path = Repository.PathOf("docs", "reference", name);
        if (Environment.GetEnvironmentVariable("OPENBOOK_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, text);
        }
        var found = File.Exists(path) ? File.ReadAllText(path) : "";
        Assert.True(
            found == text,
            $"docs/reference/{name} is not what the program says now{FirstDifference(found, text)}. "
                + "Run these tests with OPENBOOK_WRITE_DOCS=1 to write it anew, and look at what changed."
        );
    }

    private static string FirstDifference(string found, string expected)
    {
        var one = found.Split('\n');
        var other = expected.Split('\n');
        var at = Enumerable.Range(0, Math.Min(one.Length, other.Length)).FirstOrDefault(i => one[i] != other[i], -1);
        return at < 0 ? "" : $": line {at + 1} is \"{one[at]}\" and should be \"{other[at]}\"";
    }
}
