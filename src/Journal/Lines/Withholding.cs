using Openbook.Domain;

namespace Openbook.Journal;

/// <summary>Removes the words and the salt of a line from its block; their digest stays, so that the batch still verifies.</summary>
internal sealed class Withholding(IStore store, IStoreWriter writer, string book)
{
    public void Remove(WordsWithheld fact)
    {
        var entry = fact.Line.Entry;
        foreach (var block in store.Blocks(book, entry).ToList())
        {
            if (Without(block, fact.Line) is { } replaced)
            {
                writer.ReplaceBlock(book, entry, replaced);
                Rederive(entry, fact);
                return;
            }
        }
        throw new StoreException($"Line {fact.Line} is not in the store.");
    }

    private static StoredBlock? Without(StoredBlock block, LineRef line)
    {
        var words = new ByteWriter();
        var scratch = new ByteWriter();
        var salts = BlockSalts.Of(block.Salts, block.Count).ToArray();
        Span<byte> length = stackalloc byte[4];
        Span<byte> digest = stackalloc byte[32];
        var found = false;
        var reader = new BlockReader(block);
        for (var i = 0; reader.Next(); i++)
        {
            var current = reader.Current;
            var here = LineDecoder.Line(current, line.Entry).Ref == line;
            found |= here;
            if (here)
            {
                current.Digest(scratch, digest);
                salts.AsSpan(i * StoredBlock.SaltBytes, StoredBlock.SaltBytes).Clear();
            }
            var withheld = here || current.IsWithheld;
            BitConverter.TryWriteBytes(length, withheld ? -1 : current.Words.Length);
            words.Raw(length);
            words.Raw(
                here ? digest
                : withheld ? current.Withheld
                : current.Words
            );
        }
        return found ? block with { Salts = salts, Words = BlockBytes.Pack(words.Written) } : null;
    }

    // A supplier's name may stand among the sums of income: they are made anew without it.
    private void Rederive(int entry, WordsWithheld fact)
    {
        var withheld = BookLoader.Withheld(BookLoader.OpenAll(store.Entries(book, after: 0)));
        withheld[fact.Line] = fact;
        var content = BatchReading.Read(store.Blocks(book, entry), entry, withheld);
        writer.PutDerived(book, entry, new DerivedBatch(SumsCodec.Write(content.Sums), content.IdKeys));
    }
}
