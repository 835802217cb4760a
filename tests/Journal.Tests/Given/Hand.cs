using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Openbook.Journal.Tests.Given;

/// <summary>
/// The contract's canonical JSON and hashes, written a second time with the base class library alone, so that nothing of the
/// program is needed to check what it wrote.
/// </summary>
public static class Hand
{
    public static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static string Sha256(string text) => Sha256(Encoding.UTF8.GetBytes(text));

    /// <summary>The canonical text of a value.</summary>
    public static string Canonical(JsonElement value, string? without = null) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => "{"
                + string.Join(
                    ',',
                    value
                        .EnumerateObject()
                        .Where(member => member.Name != without)
                        .OrderBy(member => member.Name, StringComparer.Ordinal)
                        .Select(member => Quoted(member.Name) + ":" + Canonical(member.Value))
                )
                + "}",
            JsonValueKind.Array => "[" + string.Join(',', value.EnumerateArray().Select(item => Canonical(item))) + "]",
            JsonValueKind.String => Quoted(value.GetString()!),
            JsonValueKind.Number => value.GetInt64().ToString(CultureInfo.InvariantCulture),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => "null",
        };

    /// <summary>The hash of an entry: of its canonical bytes without the member hash.</summary>
    public static string HashOf(JsonElement entry) => Sha256(Canonical(entry, without: "hash"));

    /// <summary>The text of an entry with its hash worked out anew over the bytes as they stand.</summary>
    public static byte[] Rehashed(string entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var at = entry.LastIndexOf(",\"hash\":\"", StringComparison.Ordinal);
        var rest = entry[..at] + entry[(at + 74)..];
        return Encoding.UTF8.GetBytes($"{entry[..at]},\"hash\":\"{Sha256(rest)}\"{entry[(at + 74)..]}");
    }

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(
                c switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    '\b' => "\\b",
                    '\f' => "\\f",
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    < ' ' => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
                    _ => c,
                }
            );
        }
        return quoted.Append('"').ToString();
    }
}
