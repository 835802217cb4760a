namespace Openbook.Domain;

/// <summary>Decides whether the words of a line can be withheld.</summary>
public static class WithholdWords
{
    /// <summary>Withholds the words of a line.</summary>
    public static Outcome<WordsWithheld> Decide(BookState book, CostLine line)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(line);
        if (book.IsWithheld(line.Ref) || line.Words is null)
        {
            return Refuse.WithheldAlready.Because($"The words of line {line.Ref} are withheld.");
        }
        var customer =
            line.Kind == CostKind.Income && book.Customers.Contains(line.Words.Supplier) ? line.Words.Supplier : null;
        return new WordsWithheld(line.Ref, customer);
    }
}
