using System.Text;

namespace Openbook.Exchange.Tests;

/// <summary>A folder for the time of a test.</summary>
internal sealed class AFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("openbook-exchange-");

    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    /// <summary>Writes a file in place, as a program that still holds it open would see it.</summary>
    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    /// <summary>The same with any bytes.</summary>
    public string Write(string name, byte[] bytes)
    {
        var path = PathOf(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
