namespace Openbook.Web.Books;

/// <summary>The Book that a request is about, found before the page runs.</summary>
public sealed class BookOnPage
{
    private ReadBook? book;

    /// <summary>The Book; asking on a page that is about none is a bug and throws.</summary>
    public ReadBook Book => book ?? throw new InvalidOperationException("This page is about no Book.");

    /// <summary>Whether there is one.</summary>
    public bool IsThere => book is not null;

    /// <summary>The moment at which it is looked at.</summary>
    public AsAt AsAt { get; private set; } = AsAt.Now;

    /// <summary>Links to its other pages at the same moment.</summary>
    public BookLinks Links { get; private set; } = new("", AsAt.Now);

    /// <summary>The terms as people should see them: of the version in force in the first open month, else the newest.</summary>
    public AgreementTerms Terms => Book.Look(state => state.Newest!.Terms);

    /// <summary>The names of partners by code.</summary>
    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    /// <summary>The names of everything that has a code.</summary>
    public BookNames Named => Book.Keep("book-names", "", BookNames.Of);

    internal void Take(ReadBook found, AsAt asAt)
    {
        book = found;
        AsAt = asAt;
        Links = new BookLinks(found.Code, asAt);
        Names = Named.Partners;
    }
}
