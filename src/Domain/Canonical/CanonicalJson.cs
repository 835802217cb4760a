using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Openbook.Domain;

/// <summary>
/// Canonical JSON (RFC 8785) of objects, arrays, texts, whole numbers within 2^53-1, true, false and null: the same value
/// always has the same bytes. Keys are sorted by UTF-16 code unit; only what must be escaped is.
/// </summary>
public static class CanonicalJson
{
    /// <summary>The canonical UTF-8 bytes of a value.</summary>
    /// <exception cref="FormatException">A number is not whole or too large, or a text holds a lone surrogate.</exception>
    public static byte[] Bytes(JsonNode? node)
    {
        var to = new Output();
        Write(node, to);
        return to.Written.ToArray();
    }

    /// <summary>The lower-case hex SHA-256 of the canonical bytes.</summary>
    public static string Sha256(JsonNode? node)
    {
        var to = new Output();
        Write(node, to);
        return Convert.ToHexStringLower(SHA256.HashData(to.Written));
    }

    private static void Write(JsonNode? node, Output to)
    {
        switch (node)
        {
            case null:
                to.Raw("null"u8);
                break;
            case JsonObject properties:
                WriteObject(properties, to);
                break;
            case JsonArray items:
                WriteArray(items, to);
                break;
            default:
                WriteValue(node.AsValue(), to);
                break;
        }
    }

    private static void WriteObject(JsonObject properties, Output to)
    {
        to.Byte((byte)'{');
        var order = to.Shapes.OrderOf(properties);
        for (var i = 0; i < order.Length; i++)
        {
            if (i > 0)
            {
                to.Byte((byte)',');
            }
            var (name, value) = properties.GetAt(order[i]);
            WriteText(name, to);
            to.Byte((byte)':');
            Write(value, to);
        }
        to.Byte((byte)'}');
    }

    private static void WriteArray(JsonArray items, Output to)
    {
        to.Byte((byte)'[');
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
            {
                to.Byte((byte)',');
            }
            Write(items[i], to);
        }
        to.Byte((byte)']');
    }

    private static void WriteValue(JsonValue value, Output to)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.True:
                to.Raw("true"u8);
                break;
            case JsonValueKind.False:
                to.Raw("false"u8);
                break;
            case JsonValueKind.String:
                WriteText(value.GetValue<string>(), to);
                break;
            case JsonValueKind.Number:
                WriteNumber(value, to);
                break;
            default:
                throw new FormatException("A value has no canonical form.");
        }
    }

    private static void WriteNumber(JsonValue value, Output to)
    {
        var number =
            value.TryGetValue<long>(out var large) ? large
            : value.TryGetValue<int>(out var small) ? small
            : throw new FormatException("A number is not whole.");
        if (number is > Money.Largest or < -Money.Largest)
        {
            throw new FormatException("A number is beyond 2^53-1.");
        }
        Span<byte> digits = stackalloc byte[24];
        number.TryFormat(digits, out var written, "D", Text.Invariant);
        to.Raw(digits[..written]);
    }

    private static void WriteText(string text, Output to)
    {
        to.Byte((byte)'"');
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsSurrogate(c))
            {
                if (!char.IsHighSurrogate(c) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                {
                    throw new FormatException("A text holds a lone surrogate.");
                }
                i++;
            }
            else if (c is < ' ' or '"' or '\\')
            {
                to.Text(text.AsSpan(from, i - from));
                to.Text(Escape(c));
                from = i + 1;
            }
        }
        to.Text(text.AsSpan(from));
        to.Byte((byte)'"');
    }

    private static string Escape(char c) =>
        c switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\b' => "\\b",
            '\f' => "\\f",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            _ => "\\u" + ((int)c).ToString("x4", Text.Invariant),
        };

    /// <summary>Bytes that grow, and the shapes of the objects in them.</summary>
    private sealed class Output
    {
        private byte[] bytes = new byte[1024];
        private int length;

        public ReadOnlySpan<byte> Written => bytes.AsSpan(0, length);

        public ObjectShapes Shapes { get; } = new();

        public void Byte(byte one)
        {
            Grow(1);
            bytes[length++] = one;
        }

        public void Raw(ReadOnlySpan<byte> more)
        {
            Grow(more.Length);
            more.CopyTo(bytes.AsSpan(length));
            length += more.Length;
        }

        public void Text(ReadOnlySpan<char> text)
        {
            Grow(text.Length * 3);
            length += System.Text.Encoding.UTF8.GetBytes(text, bytes.AsSpan(length));
        }

        private void Grow(int more)
        {
            if (bytes.Length - length < more)
            {
                Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + more));
            }
        }
    }
}
