using System.Security.Cryptography;
using System.Text;

namespace Openbook.Journal.Tests.Codec;

/// <summary>The digests of words, which are made on a way of their own, are those that the framework makes.</summary>
public sealed class SmallDigestTests
{
    [Fact]
    public void The_published_example_of_sha_256()
    {
        Span<byte> digest = stackalloc byte[32];
        CanonicalLines.Digest("abc"u8, digest);
        Assert.Equal(
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            Convert.ToHexStringLower(digest)
        );
    }

    // Beyond 4 KB the framework's own way is taken, and around 64 bytes one more block is hashed.
    [Fact]
    public void Texts_of_every_length_have_the_digest_that_the_framework_gives_them()
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Désktop ☃ Ltd,\"1\"", 300)));
        Span<byte> digest = stackalloc byte[32];
        foreach (var length in Enumerable.Range(0, 300).Append(4095).Append(4096).Append(4097).Append(text.Length))
        {
            CanonicalLines.Digest(text.AsSpan(0, length), digest);
            Assert.Equal(
                Convert.ToHexStringLower(SHA256.HashData(text.AsSpan(0, length))),
                Convert.ToHexStringLower(digest)
            );
        }
    }

    [Fact]
    public void Many_threads_hash_at_once_and_none_into_the_other()
    {
        var wrong = 0;
        Parallel.For(
            0,
            20_000,
            i =>
            {
                var text = BitConverter.GetBytes(i * 7919L);
                Span<byte> digest = stackalloc byte[32];
                CanonicalLines.Digest(text, digest);
                if (!digest.SequenceEqual(SHA256.HashData(text)))
                {
                    Interlocked.Increment(ref wrong);
                }
            }
        );
        Assert.Equal(0, wrong);
    }

    [Fact]
    public void Too_little_room_for_a_digest_is_refused() =>
        Assert.ThrowsAny<ArgumentException>(() => CanonicalLines.Digest("abc"u8, new byte[31]));
}
