namespace Openbook.Schemas;

/// <summary>Temporary folders of tests, which go when their process ends in good order.</summary>
public static class TestFolders
{
    private static readonly Lock gate = new();
    private static readonly List<DirectoryInfo> made = [];

    static TestFolders() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove();

    /// <summary>An empty folder.</summary>
    public static string New()
    {
        var folder = Directory.CreateTempSubdirectory("openbook-tests-");
        lock (gate)
        {
            made.Add(folder);
        }
        return folder.FullName;
    }

    private static void Remove()
    {
        lock (gate)
        {
            made.ForEach(Remove);
        }
    }

    // A test may have removed it itself; and what still writes into one while everything ends must not keep the others.
    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException fault)
        {
            Console.Error.WriteLine($"{folder.FullName} was not removed: {fault.Message}");
        }
    }
}
