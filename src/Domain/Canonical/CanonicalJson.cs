using System.Buffers;
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
        var buffer = new ArrayBufferWriter<byte>();
        Write(node, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The lower-case hex SHA-256 of the canonical bytes.</summary>
    public static string Sha256(JsonNode? node) => Convert.ToHexStringLower(SHA256.HashData(Bytes(node)));

    private static void Write(JsonNode? node, ArrayBufferWriter<byte> to)
    {
        switch (node)
        {
            case null:
                to.Write("null"u8);
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

    private static void WriteObject(JsonObject properties, ArrayBufferWriter<byte> to)
    {
        var first = true;
        to.Write("{"u8);
        var keys = new string[properties.Count];
        ((IDictionary<string, JsonNode?>)properties).Keys.CopyTo(keys, 0);
        Array.Sort(keys, StringComparer.Ordinal);
        foreach (var key in keys)
        {
            if (!first)
            {
                to.Write(","u8);
            }
            first = false;
            WriteText(key, to);
            to.Write(":"u8);
            Write(properties[key], to);
        }
        to.Write("}"u8);
    }

    private static void WriteArray(JsonArray items, ArrayBufferWriter<byte> to)
    {
        to.Write("["u8);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
            {
                to.Write(","u8);
            }
            Write(items[i], to);
        }
        to.Write("]"u8);
    }

    private static void WriteValue(JsonValue value, ArrayBufferWriter<byte> to)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.True:
                to.Write("true"u8);
                break;
            case JsonValueKind.False:
                to.Write("false"u8);
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

    private static void WriteNumber(JsonValue value, ArrayBufferWriter<byte> to)
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
        to.Write(digits[..written]);
    }

    private static void WriteText(string text, ArrayBufferWriter<byte> to)
    {
        to.Write("\""u8);
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
                WriteRaw(text.AsSpan(from, i - from), to);
                WriteRaw(Escape(c), to);
                from = i + 1;
            }
        }
        WriteRaw(text.AsSpan(from), to);
        to.Write("\""u8);
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

    private static void WriteRaw(ReadOnlySpan<char> text, ArrayBufferWriter<byte> to)
    {
        if (text.Length > 0)
        {
            var space = to.GetSpan(System.Text.Encoding.UTF8.GetMaxByteCount(text.Length));
            to.Advance(System.Text.Encoding.UTF8.GetBytes(text, space));
        }
    }
}
