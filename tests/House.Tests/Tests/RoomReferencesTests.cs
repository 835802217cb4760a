using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using Openbook.House.Tests.Reading;
using Openbook.House.Tests.Rules;

namespace Openbook.House.Tests.Tests;

public sealed class RoomReferencesTests
{
    [Theory]
    [InlineData("Domain", "Openbook.Journal", "Domain may not know Journal")]
    [InlineData("Domain", "YamlDotNet", "only the base class library")]
    [InlineData("Domain", "System.Console", "may not link to System.Console")]
    [InlineData("Domain", "System.Data.Common", "may not link to System.Data.Common")]
    [InlineData("Journal", "Openbook.Exchange", "Journal may not know Exchange")]
    [InlineData("Journal", "openbook", "Journal may not know Cli")]
    [InlineData("Journal", "Openbook.Attic", "which is no room")]
    [InlineData("Cli", "Microsoft.Data.Sqlite", "belongs to Journal")]
    [InlineData("Oracle", "Openbook.Domain", "Oracle may not know Domain")]
    [InlineData("Oracle", "FSharp.Core", "only the base class library")]
    public void A_planted_reference_that_points_up_is_reported(string room, string reference, string expected) =>
        Faults.AssertExactly(Broken(room, reference), expected);

    [Theory]
    [InlineData("Domain", "System.Runtime")]
    [InlineData("Journal", "Openbook.Domain")]
    [InlineData("Journal", "Microsoft.Data.Sqlite")]
    [InlineData("Cli", "Openbook.Exchange")]
    [InlineData("Oracle", "System.Linq")]
    public void A_reference_that_points_down_is_kept(string room, string reference) =>
        Faults.AssertNone(Broken(room, reference));

    [Fact]
    public void The_tree_keeps_its_arrows_when_compiled()
    {
        var rooms = Repository.Here.Under(["src", "tests/Oracle"], ".csproj").Select(Compiled).ToList();
        Assert.Contains(rooms, room => room is { Room: "Domain", References.Count: > 0 });
        Assert.Contains(rooms, room => room is { Room: "Cli", Assembly: "openbook" });
        Faults.AssertNone(RoomReferences.Broken(rooms, Compiler.BaseLibraryNames));
    }

    private static IEnumerable<string> Broken(string room, string reference)
    {
        string[] names = ["Domain", "Journal", "Exchange", "Cli"];
        var rooms = names
            .Select(name => new CompiledRoom(
                name,
                name == "Cli" ? "openbook" : $"Openbook.{name}",
                name == room ? [reference] : []
            ))
            .Append(new CompiledRoom("Oracle", "Openbook.Oracle", room == "Oracle" ? [reference] : []));
        return RoomReferences.Broken(
            [.. rooms],
            new HashSet<string> { "System.Runtime", "System.Linq", "System.Console", "System.Data.Common" }
        );
    }

    private static CompiledRoom Compiled(TextFile project)
    {
        var named = XDocument
            .Parse(project.Text)
            .Descendants()
            .FirstOrDefault(e => e.Name.LocalName == "AssemblyName")
            ?.Value;
        var assembly = named ?? project.Name[..^".csproj".Length];
        using var file = new PEReader(File.OpenRead(Repository.Here.Built(project.Path, assembly)));
        var reader = file.GetMetadataReader();
        var references = reader.AssemblyReferences.Select(handle =>
            reader.GetString(reader.GetAssemblyReference(handle).Name)
        );
        return new CompiledRoom(project.Path.Split('/')[1], assembly, [.. references]);
    }
}
