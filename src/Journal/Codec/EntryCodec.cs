using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>An entry with the bytes that are stored and hashed.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Request">The client's request, if the entry names one.</param>
/// <param name="Bytes">Its canonical bytes, hash included.</param>
public sealed record StoredEntry(Entry Entry, ClientRequest? Request, byte[] Bytes);

/// <summary>
/// Entries as one line of canonical JSON. The hash is taken over the stored bytes without the member <c>hash</c>; nothing is
/// ever encoded again to check it.
/// </summary>
public static class EntryCodec
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    // Members that are there twice are found by whoever reads the object: the parser's own look for them is compiled at each start.
    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = 32 };

    /// <summary>Encodes and hashes an entry; its <see cref="Entry.Hash"/> is filled in.</summary>
    public static StoredEntry Seal(Entry entry, ClientRequest? request)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var json = new JsonObject
        {
            ["number"] = entry.Number,
            ["recorded_at"] = Dates.Moment(entry.RecordedAt),
            ["actor"] = entry.Actor,
            ["by"] = entry.By,
            ["effective"] = Dates.Iso(entry.Effective),
            ["kind"] = entry.Fact.Kind,
            ["fact"] = FactCodec.Write(entry.Fact, request),
            ["corrects"] = entry.Corrects,
            ["reason"] = entry.Reason,
            ["authority"] = entry.Authority,
            ["previous"] = entry.Previous,
        };
        var hash = CanonicalJson.Sha256(json);
        json["hash"] = hash;
        return new StoredEntry(entry with { Hash = hash }, request, CanonicalJson.Bytes(json));
    }

    /// <summary>Reads stored bytes and checks their hash.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="number">The number under which they are stored.</param>
    /// <param name="previous">The hash of the entry before.</param>
    /// <exception cref="BookDamagedException">The bytes are not the entry that they should be.</exception>
    public static StoredEntry Open(byte[] bytes, int number, string previous)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        try
        {
            using var json = JsonDocument.Parse(bytes, Bounded);
            var entry = Read(new JsonReading(json.RootElement, "The entry"), out var request);
            Check(entry, bytes, number, previous);
            return new StoredEntry(entry, request, bytes);
        }
        catch (StoreException) when (!HashFits(bytes))
        {
            // Only an entry that is as it was written can have been written by a newer Openbook.
            throw Changed(number);
        }
        catch (Exception fault)
            when (fault is JsonException or FormatException or InvalidOperationException or OverflowException)
        {
            throw new BookDamagedException(number, $"Entry {number} cannot be read: {fault.Message}");
        }
    }

    /// <summary>Whether the stored bytes are the canonical ones of what they say.</summary>
    public static bool IsCanonical(byte[] bytes) =>
        CanonicalJson.Bytes(JsonNode.Parse(bytes, documentOptions: Strict)).AsSpan().SequenceEqual(bytes);

    private static Entry Read(JsonReading from, out ClientRequest? request)
    {
        var kind = from.Text("kind");
        var entry = new Entry
        {
            Number = from.Count("number"),
            RecordedAt = Dates.TryParseMoment(from.Text("recorded_at"), out var moment)
                ? moment
                : throw new FormatException("recorded_at is not a moment."),
            Actor = from.Text("actor"),
            By = from.Text("by"),
            Effective = from.Date("effective"),
            Fact = FactCodec.Read(kind, from.Object("fact"), out request),
            Corrects = from.OptionalNumber("corrects") is { } corrects ? checked((int)corrects) : null,
            Reason = from.OptionalText("reason"),
            Authority = from.OptionalText("authority"),
            Previous = from.Text("previous"),
            Hash = from.Text("hash"),
        };
        from.Finish();
        return entry;
    }

    private static void Check(Entry entry, byte[] bytes, int number, string previous)
    {
        if (entry.Number != number)
        {
            throw new BookDamagedException(number, $"Entry {number} says that it is number {entry.Number}.");
        }
        if (entry.Hash != HashOf(bytes))
        {
            throw Changed(number);
        }
        if (entry.Previous != previous)
        {
            throw new BookDamagedException(number, $"Entry {number} does not follow from the entry before it.");
        }
        if (entry.Corrects is not null && string.IsNullOrWhiteSpace(entry.Reason))
        {
            throw new BookDamagedException(number, $"Entry {number} corrects another and gives no reason.");
        }
    }

    private static BookDamagedException Changed(int number) =>
        new(number, $"Entry {number} was changed: its hash does not fit its content.");

    private static bool HashFits(byte[] bytes) =>
        HashOf(bytes) is { Length: > 0 } hash
        && bytes.AsSpan().LastIndexOf(Encoding.UTF8.GetBytes($",\"hash\":\"{hash}\"")) >= 0;

    // In canonical bytes the member hash comes after the fact and before kind; what follows it holds no objects, and inside a
    // text each quote is escaped, so that the last place where it stands is it.
    private static string HashOf(byte[] bytes)
    {
        ReadOnlySpan<byte> member = ",\"hash\":\""u8;
        var at = bytes.AsSpan().LastIndexOf(member);
        var length = member.Length + 65;
        if (at < 0 || at + length > bytes.Length)
        {
            return "";
        }
        using var hasher = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hasher.AppendData(bytes, 0, at);
        hasher.AppendData(bytes, at + length, bytes.Length - at - length);
        return Convert.ToHexStringLower(hasher.GetHashAndReset());
    }
}
