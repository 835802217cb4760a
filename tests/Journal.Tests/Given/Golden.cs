namespace Openbook.Journal.Tests.Given;

/// <summary>
/// Files that an earlier Openbook wrote and every later one must read. They are made once, with OPENBOOK_MAKE_GOLDEN=1 in the
/// environment, and then kept as they are: a test that fails on one has found a change of form that needs a new kind.
/// </summary>
public static class Golden
{
    /// <summary>Whether this run makes those files that are not there.</summary>
    public static bool IsMaking { get; } = Environment.GetEnvironmentVariable("OPENBOOK_MAKE_GOLDEN") == "1";

    /// <summary>The name of a file among the sources.</summary>
    public static string At(string name) => Path.Combine(Sources(), "golden", name);

    /// <summary>Makes a file if it is not there and this run is for that; never writes over one.</summary>
    public static void MakeOnce(string name, Func<byte[]> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        if (IsMaking && !File.Exists(At(name)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
            File.WriteAllBytes(At(name), make());
        }
    }

    private static string Sources()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Openbook.Journal.Tests.csproj")))
            {
                return at.FullName;
            }
        }
        throw new InvalidOperationException("The test project's folder was not found above the built tests.");
    }
}
