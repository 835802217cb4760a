namespace Openbook.House.Tests.Rules;

/// <summary>What a compiled file says of itself: the room it was built from, its name and the assemblies it references.</summary>
public sealed record CompiledRoom(string Room, string Assembly, IReadOnlyList<string> References);

/// <summary>
/// The same arrows as <see cref="RoomArrows"/>, in the compiled assemblies: a reference that came by another way than a
/// line of the project file (a package's own references, a reference handed through) shows only here.
/// </summary>
public static class RoomReferences
{
    /// <summary>Parts of the base class library that reach outside the process; Domain may not even link to them.</summary>
    private static readonly string[] OutsideDomain =
    [
        "System.Console",
        "System.Data",
        "System.Diagnostics.Process",
        "System.IO.FileSystem",
        "System.IO.Pipes",
        "System.Net",
        "System.Security.Cryptography.X509",
        "System.Threading.Thread",
        "System.Xml",
    ];

    /// <param name="rooms">The compiled rooms, and the oracle under the name "Oracle".</param>
    /// <param name="baseLibrary">The names of the assemblies that the plain runtime is made of.</param>
    public static IEnumerable<string> Broken(IReadOnlyCollection<CompiledRoom> rooms, IReadOnlySet<string> baseLibrary)
    {
        var roomOf = rooms.ToDictionary(room => room.Assembly, room => room.Room, StringComparer.Ordinal);
        foreach (var room in rooms)
        {
            foreach (var reference in room.References)
            {
                if (Fault(room.Room, reference, roomOf, baseLibrary) is { } fault)
                {
                    yield return $"{room.Assembly}.dll: {fault}";
                }
            }
        }
    }

    private static string? Fault(
        string room,
        string reference,
        Dictionary<string, string> roomOf,
        IReadOnlySet<string> baseLibrary
    )
    {
        if (roomOf.TryGetValue(reference, out var other))
        {
            return RoomArrows.Allowed.GetValueOrDefault(room, []).Contains(other)
                ? null
                : $"{room} may not know {other}";
        }
        if (reference.StartsWith("Openbook.", StringComparison.Ordinal) || reference == "openbook")
        {
            return $"{room} references {reference}, which is no room";
        }
        if (room is "Domain" or "Oracle" && !baseLibrary.Contains(reference))
        {
            return $"{room} references only the base class library, not {reference}";
        }
        if (room == "Domain" && OutsideDomain.Any(part => reference.StartsWith(part, StringComparison.Ordinal)))
        {
            return $"Domain is pure and may not link to {reference}";
        }
        return RoomArrows.Trespass(room, reference);
    }
}
