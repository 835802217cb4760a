using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Openbook.House.Tests.Reading;

namespace Openbook.House.Tests.Rules;

/// <summary>
/// Domain in its compiled form reaches no clock, randomness, file, console, machine, culture, network or database, and no
/// floating point: neither in a signature nor in an instruction. The analyzer reads the source; this reads what came out.
/// </summary>
public static class BannedCalls
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["System.TimeProvider"] = "a clock",
        ["System.TimeZoneInfo"] = "the machine",
        ["System.Random"] = "randomness",
        ["System.Security.Cryptography.RandomNumberGenerator"] = "randomness",
        ["System.Console"] = "the console",
        ["System.AppContext"] = "the machine",
        ["System.AppDomain"] = "the machine",
        ["System.OperatingSystem"] = "the machine",
        ["System.Runtime.InteropServices.RuntimeInformation"] = "the machine",
        ["System.Runtime.InteropServices.NativeLibrary"] = "native code",
        ["System.Globalization.CultureInfo"] = "a culture",
        ["System.Globalization.RegionInfo"] = "a culture",
        ["System.Threading.Thread"] = "a thread",
        ["System.Threading.ThreadPool"] = "a thread",
        ["System.Threading.Timer"] = "a clock",
        ["System.Linq.ParallelEnumerable"] = "a thread",
        ["System.Activator"] = "code chosen at run time",
        ["System.Half"] = "floating point",
        ["System.Single"] = "floating point",
        ["System.Double"] = "floating point",
        ["System.MathF"] = "floating point",
    };

    private static readonly (string Prefix, string What)[] Namespaces =
    [
        ("System.Data.", "a database"),
        ("System.Net.", "the network"),
        ("System.Diagnostics.", "a clock or a process"),
        ("System.IO.", "a file"),
        ("System.Threading.Tasks.", "a thread"),
        ("Microsoft.", "a library"),
    ];

    /// <summary>Types of those namespaces that stay in memory, or that the compiler writes by itself.</summary>
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "System.IO.InvalidDataException",
        "System.IO.MemoryStream",
        "System.IO.Stream",
        "System.IO.StringReader",
        "System.IO.StringWriter",
        "System.IO.TextReader",
        "System.IO.TextWriter",
        "System.Diagnostics.CodeAnalysis.*",
        "System.Diagnostics.Conditional*",
        "System.Diagnostics.Debugg*",
        "System.Diagnostics.StackTraceHidden*",
        "System.Diagnostics.UnreachableException",
    };

    private static readonly Dictionary<string, string> Members = new(StringComparer.Ordinal)
    {
        ["System.DateTime.get_Now"] = "a clock",
        ["System.DateTime.get_UtcNow"] = "a clock",
        ["System.DateTime.get_Today"] = "a clock",
        ["System.DateTimeOffset.get_Now"] = "a clock",
        ["System.DateTimeOffset.get_UtcNow"] = "a clock",
        ["System.DateTime.ToLocalTime"] = "the machine",
        ["System.DateTimeOffset.ToLocalTime"] = "the machine",
        ["System.Guid.NewGuid"] = "randomness",
        ["System.Guid.CreateVersion7"] = "randomness and a clock",
        ["System.String.ToLower"] = "a culture",
        ["System.String.ToUpper"] = "a culture",
        ["System.StringComparer.get_CurrentCulture"] = "a culture",
        ["System.StringComparer.get_CurrentCultureIgnoreCase"] = "a culture",
        ["System.Globalization.NumberFormatInfo.get_CurrentInfo"] = "a culture",
        ["System.Globalization.DateTimeFormatInfo.get_CurrentInfo"] = "a culture",
    };

    /// <param name="compiled">The bytes of the compiled assembly.</param>
    public static IEnumerable<string> Broken(byte[] compiled)
    {
        using var file = new PEReader(new MemoryStream(compiled));
        var names = new MetadataNames(file.GetMetadataReader());
        var faults = new SortedSet<string>(StringComparer.Ordinal);
        var banned = BannedTokens(names).ToDictionary(found => found.Token, found => found.What);
        // Each is a fault even where no instruction uses it.
        faults.UnionWith(banned.Values.Select(what => $"the assembly refers to {what}"));
        foreach (var handle in names.Reader.MethodDefinitions)
        {
            var where = names.OfMethod(handle);
            faults.UnionWith(InSignature(names, handle).Select(what => $"{where}: {what} in its signature"));
            faults.UnionWith(InBody(file, names, handle, banned).Select(what => $"{where}: {what}"));
        }
        faults.UnionWith(InFields(names));
        return faults;
    }

    /// <summary>Every reference that is not allowed, by its token.</summary>
    private static IEnumerable<(EntityHandle Token, string What)> BannedTokens(MetadataNames names)
    {
        foreach (var handle in names.Reader.TypeReferences)
        {
            if (OfType(names.OfType(handle)) is { } what)
            {
                yield return (handle, $"{names.OfType(handle)} ({what})");
            }
        }
        foreach (var handle in names.Reader.MemberReferences)
        {
            var member = names.Reader.GetMemberReference(handle);
            var (type, name) = (names.OfParent(member.Parent), names.Reader.GetString(member.Name));
            if ((OfMember(type, name) ?? (names.HasFloat(member) ? "floating point" : null)) is { } what)
            {
                yield return (handle, $"{type}.{name} ({what})");
            }
        }
        for (var row = 1; row <= names.Reader.GetTableRowCount(TableIndex.TypeSpec); row++)
        {
            var handle = MetadataTokens.TypeSpecificationHandle(row);
            if (names.HasFloat(handle))
            {
                yield return (handle, "a generic type (floating point)");
            }
        }
        for (var row = 1; row <= names.Reader.GetTableRowCount(TableIndex.MethodSpec); row++)
        {
            var handle = MetadataTokens.MethodSpecificationHandle(row);
            if (names.HasFloat(handle))
            {
                yield return (handle, "a generic method (floating point)");
            }
        }
    }

    private static string? OfMember(string type, string name)
    {
        if (type == "System.Environment")
        {
            // The compiler itself asks for the thread in every iterator; it decides nothing.
            return name == "get_CurrentManagedThreadId" ? null : "the machine";
        }
        return Members.GetValueOrDefault($"{type}.{name}") ?? OfType(type);
    }

    private static string? OfType(string type)
    {
        if (Types.TryGetValue(type, out var what))
        {
            return what;
        }
        var space = Array.Find(Namespaces, pair => type.StartsWith(pair.Prefix, StringComparison.Ordinal));
        return space.Prefix is null || Harmless.Any(pattern => Matches(pattern, type)) ? null : space.What;
    }

    private static bool Matches(string pattern, string type) =>
        pattern.EndsWith('*') ? type.StartsWith(pattern[..^1], StringComparison.Ordinal) : type == pattern;

    private static IEnumerable<string> InSignature(MetadataNames names, MethodDefinitionHandle handle)
    {
        var method = names.Reader.GetMethodDefinition(handle);
        if (MetadataNames.HasFloat(method))
        {
            yield return "floating point";
        }
        if (method.Attributes.HasFlag(System.Reflection.MethodAttributes.PinvokeImpl))
        {
            yield return "native code";
        }
    }

    private static IEnumerable<string> InFields(MetadataNames names) =>
        names
            .Reader.FieldDefinitions.Where(handle => MetadataNames.HasFloat(names.Reader.GetFieldDefinition(handle)))
            .Select(handle => $"{names.OfField(handle)}: floating point in a field");

    private static IEnumerable<string> InBody(
        PEReader file,
        MetadataNames names,
        MethodDefinitionHandle handle,
        Dictionary<EntityHandle, string> banned
    )
    {
        var address = names.Reader.GetMethodDefinition(handle).RelativeVirtualAddress;
        if (address == 0)
        {
            yield break;
        }
        var body = file.GetMethodBody(address);
        if (!body.LocalSignature.IsNil && names.HasFloat(body.LocalSignature))
        {
            yield return "floating point in a local variable";
        }
        foreach (var (code, token) in Instructions.Of(body.GetILReader()))
        {
            if (Instructions.IsFloat(code))
            {
                yield return $"the instruction {code.Name} (floating point)";
            }
            foreach (var used in token == 0 ? [] : names.WithPlain(MetadataTokens.EntityHandle(token)))
            {
                if (banned.TryGetValue(used, out var what))
                {
                    yield return what;
                }
            }
        }
    }
}
