using Openbook.Cli;

namespace Openbook.Web.Tests.Given;

/// <summary>The samples, made once by the program's own demo.</summary>
public static class Sample
{
    private static readonly Lazy<string> Made = new(Make);

    /// <summary>A folder with the Books cih and bl, for tests that only read.</summary>
    public static string Folder => Made.Value;

    /// <summary>A copy of it.</summary>
    public static string Copy()
    {
        var copy = TestFolders.New();
        // The other files of the store come and go with those who read it, and hold nothing.
        foreach (var file in Directory.GetFiles(Folder, "*.db"))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }
        return copy;
    }

    private static string Make()
    {
        var folder = TestFolders.New();
        foreach (var sample in new[] { "cih", "bl" })
        {
            var error = new StringWriter();
            var code = OpenbookProgram.Run(
                ["demo", "--terminal", "--sample", sample, "--data", folder],
                new Shell
                {
                    Out = TextWriter.Null,
                    Error = error,
                    Variable = _ => null,
                }
            );
            Assert.True(code == 0, error.ToString());
        }
        return folder;
    }
}
