using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Openbook.Journal;

/// <summary>
/// SHA-256 of many small texts. The framework's way to a digest costs ten times what hashing a hundred bytes does; where the system has
/// OpenSSL 3, which the framework itself hashes with, its functions are called without that way. Elsewhere the framework's is taken.
/// </summary>
internal static unsafe class SmallDigest
{
    private const string Library = "libcrypto.so.3";

    private const int MostBytes = 4096;

    // The context of OpenSSL has 112 bytes.
    private const int ContextBytes = 256;

    // All three, or none.
    private static readonly delegate* unmanaged[SuppressGCTransition]<byte*, int> Begin;
    private static readonly delegate* unmanaged[SuppressGCTransition]<byte*, byte*, nuint, int> Add;
    private static readonly delegate* unmanaged[SuppressGCTransition]<byte*, byte*, int> End;

    [ThreadStatic]
    private static byte[]? context;

    static SmallDigest()
    {
        if (
            OperatingSystem.IsLinux()
            && NativeLibrary.TryLoad(Library, out var library)
            && NativeLibrary.TryGetExport(library, "SHA256_Init", out var begin)
            && NativeLibrary.TryGetExport(library, "SHA256_Update", out var add)
            && NativeLibrary.TryGetExport(library, "SHA256_Final", out var end)
        )
        {
            Begin = (delegate* unmanaged[SuppressGCTransition]<byte*, int>)begin;
            Add = (delegate* unmanaged[SuppressGCTransition]<byte*, byte*, nuint, int>)add;
            End = (delegate* unmanaged[SuppressGCTransition]<byte*, byte*, int>)end;
        }
    }

    /// <summary>The digest of a text.</summary>
    /// <param name="text">Its bytes: some hundred at most, as nothing else can go on meanwhile.</param>
    /// <param name="digest">Room for 32 bytes.</param>
    public static void Of(ReadOnlySpan<byte> text, Span<byte> digest)
    {
        if (End is null || text.Length > MostBytes || digest.Length < SHA256.HashSizeInBytes)
        {
            SHA256.HashData(text, digest);
            return;
        }
        context ??= GC.AllocateUninitializedArray<byte>(ContextBytes, pinned: true);
        fixed (byte* state = context)
        fixed (byte* from = text)
        fixed (byte* to = digest)
        {
            if (Begin(state) != 1 || Add(state, from, (nuint)text.Length) != 1 || End(to, state) != 1)
            {
                throw new CryptographicException("OpenSSL could not hash.");
            }
        }
    }
}
