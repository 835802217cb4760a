using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Openbook.Cli.Tests.Hostile;

/// <summary>Spoils files as accidents and malice do: bytes changed, left out, doubled, put elsewhere; odd things put in.</summary>
public sealed partial class Spoiler(Random random)
{
    private static readonly byte[][] Odd =
    [
        .. new[]
        {
            "\"",
            "\"\"",
            ",",
            "\n",
            "\r",
            "\r\n",
            "\0",
            "\t",
            ";",
            ":",
            "- ",
            "{",
            "}",
            "[",
            "]",
            "&a",
            "*a",
            "!!int ",
            "|",
            ">-",
            "#",
            "%",
            "---\n",
            "...\n",
            "<<: *a\n",
            "? ",
            "~",
            "null",
            "true",
            "yes",
            "NaN",
            "Infinity",
            "1e400",
            "-0",
            "0x10",
            "999999999999999999999999",
            "9223372036854775807",
            "-9223372036854775808",
            "92233720368547758.07",
            "0.001",
            "1,000.00",
            "20211-01-01",
            "20211",
            "2021-02-30",
            "0000-00-00",
            "9999-12",
            "9999-12-31",
            "0001-01",
            "1/1/1",
            "2016/17-13",
            "=1+2",
            "=cmd|' /C calc'!A1",
            "<script>",
            "&lt;!ENTITY",
            "../../etc/x",
            "6#2",
            "6#99999999999",
            "É",
            "😀",
            "\u202e",
            "\ufeff",
            "ash",
            "camden",
            "networks",
            "revenue",
            "reversal",
            "fixed",
            "driver",
            "equal",
            "\\u0000",
            "\\ud800",
            "\"hash\":\"",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF],
        [0xFE, 0xFF],
        [0xC3],
        [0x80, 0x80],
        [0xED, 0xA0, 0x80],
    ];

    /// <summary>The bytes with some places spoilt; pieces of others may be put in.</summary>
    public byte[] Spoil(byte[] bytes, IReadOnlyList<byte[]> others)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(others);
        var spoilt = new List<byte>(bytes);
        var most = random.Next(4) switch
        {
            0 => 20,
            1 => 4,
            _ => 1,
        };
        for (var count = random.Next(most) + 1; count > 0; count--)
        {
            Once(spoilt, others);
        }
        return [.. spoilt];
    }

    /// <summary>A zip spoilt as a whole, or in one of its parts.</summary>
    public byte[] SpoilZip(byte[] zip, IReadOnlyList<byte[]> others)
    {
        ArgumentNullException.ThrowIfNull(zip);
        if (random.Next(3) == 0)
        {
            return Spoil(zip, others);
        }
        var parts = Parts(zip);
        var at = random.Next(parts.Count);
        switch (random.Next(8))
        {
            case 0:
                parts.RemoveAt(at);
                break;
            case 1:
                parts.Add(parts[at]);
                break;
            case 2:
                parts[at] = (parts[at].Name, parts[random.Next(parts.Count)].Bytes);
                break;
            default:
                parts[at] = (parts[at].Name, Spoil(parts[at].Bytes, others));
                break;
        }
        return Zip(parts);
    }

    /// <summary>An export whose entries are spoilt and whose hashes are worked out anew, so that their content is read.</summary>
    public byte[] SpoilEntries(byte[] export)
    {
        var parts = Parts(export);
        var at = parts.FindIndex(part => part.Name == "entries.jsonl");
        var lines = Encoding.UTF8.GetString(parts[at].Bytes).TrimEnd('\n').Split('\n');
        var line = random.Next(lines.Length);
        var values = Value().Matches(lines[line]);
        var value = values[random.Next(values.Count)];
        var odd = Encoding.UTF8.GetString(Odd[random.Next(Odd.Length)]).Replace("\"", "", StringComparison.Ordinal);
        var text = random.Next(4) switch
        {
            0 => "null",
            1 => random.NextInt64().ToString(System.Globalization.CultureInfo.InvariantCulture),
            2 => values[random.Next(values.Count)].Value,
            _ => $"\"{odd}\"",
        };
        lines[line] = lines[line][..value.Index] + text + lines[line][(value.Index + value.Length)..];
        parts[at] = (parts[at].Name, Resealed(lines));
        return Zip(parts);
    }

    private static byte[] Resealed(string[] lines)
    {
        var previous = new string('0', 64);
        var sealedLines = new StringBuilder();
        foreach (var line in lines)
        {
            var open = Previous().Replace(Hash().Replace(line, "", 1), $"\"previous\":\"{previous}\"", 1);
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(open)));
            previous = hash;
            var at = open.LastIndexOf(",\"kind\":", StringComparison.Ordinal);
            sealedLines.Append(at < 0 ? open : open.Insert(at, $",\"hash\":\"{hash}\"")).Append('\n');
        }
        return Encoding.UTF8.GetBytes(sealedLines.ToString());
    }

    [GeneratedRegex(",\"hash\":\"[0-9a-f]{64}\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hash();

    [GeneratedRegex(
        "\"previous\":\"[0-9a-f]{64}\"",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Previous();

    // A value of JSON that holds no other.
    [GeneratedRegex(
        "(?<=:|\\[|,)(\"([^\"\\\\]|\\\\.)*\"(?!:)|-?[0-9]+|null)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Value();

    private void Once(List<byte> bytes, IReadOnlyList<byte[]> others)
    {
        var at = random.Next(bytes.Count + 1);
        var length = Math.Min(random.Next(random.Next(3) == 0 ? 200 : 12), bytes.Count - at);
        switch (random.Next(9))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 3:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 4:
                var other = others[random.Next(others.Count)];
                var from = random.Next(other.Length);
                bytes.InsertRange(at, other[from..Math.Min(other.Length, from + random.Next(200))]);
                break;
            case 5 when random.Next(4) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 6 when random.Next(4) == 0:
                var piece = random.Next(3) == 0 ? bytes.GetRange(at, length).ToArray() : Odd[random.Next(Odd.Length)];
                var times = random.Next(1, 1 << random.Next(1, 15));
                bytes.InsertRange(at, Enumerable.Repeat(piece, times).SelectMany(item => item));
                break;
            default:
                bytes.InsertRange(at, Odd[random.Next(Odd.Length)]);
                break;
        }
    }

    private static List<(string Name, byte[] Bytes)> Parts(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        return
        [
            .. zip.Entries.Select(entry =>
            {
                using var from = entry.Open();
                using var to = new MemoryStream();
                from.CopyTo(to);
                return (entry.FullName, to.ToArray());
            }),
        ];
    }

    private static byte[] Zip(IEnumerable<(string Name, byte[] Bytes)> parts)
    {
        using var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(bytes);
            }
        }
        return to.ToArray();
    }
}
