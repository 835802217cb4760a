using System.Text.Json.Nodes;

namespace Openbook.Domain;

/// <summary>
/// The order of the names of objects, by UTF-16 code unit. A statement has thousands of objects with the same names in the same
/// places; they are sorted once.
/// </summary>
internal sealed class ObjectShapes
{
    private const int Most = 16;
    private readonly List<Shape> known = [];

    private sealed record Shape(string[] Names, int[] Order);

    /// <summary>The places of an object's members, in the order of their names.</summary>
    public int[] OrderOf(JsonObject properties)
    {
        foreach (var shape in known)
        {
            if (IsOf(properties, shape.Names))
            {
                return shape.Order;
            }
        }
        var made = ShapeOf(properties);
        if (known.Count < Most)
        {
            known.Add(made);
        }
        return made.Order;
    }

    private static bool IsOf(JsonObject properties, string[] names)
    {
        if (properties.Count != names.Length)
        {
            return false;
        }
        for (var i = 0; i < names.Length; i++)
        {
            if (properties.GetAt(i).Key != names[i])
            {
                return false;
            }
        }
        return true;
    }

    private static Shape ShapeOf(JsonObject properties)
    {
        var names = new string[properties.Count];
        var order = new int[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = properties.GetAt(i).Key;
            order[i] = i;
        }
        Array.Sort((string[])names.Clone(), order, StringComparer.Ordinal);
        return new Shape(names, order);
    }
}
