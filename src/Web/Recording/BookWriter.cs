using System.Security.Cryptography;
using System.Text;
using Openbook.Web.Books;

namespace Openbook.Web.Recording;

/// <summary>Records in one Book for the site; it belongs to no request, so that it can go on when that is over.</summary>
public sealed class BookWriter(string book, BookShelf shelf, TimeProvider clock)
{
    // Who records: the site has no accounts yet.
    private const string Actor = "site";

    /// <summary>Records what is decided, or gives everything that stands against it.</summary>
    /// <param name="key">The form's key.</param>
    /// <param name="request">What is asked, in one text: the same key with another request is refused.</param>
    /// <param name="decide">Decides on the Book as it is.</param>
    /// <param name="linesWritten">Told how many lines of cost are written so far; what it throws takes them all back.</param>
    public Outcome<Recorded> Record(
        string key,
        string request,
        Func<IStore, BookState, DateTime, Outcome<Act>> decide,
        Action<int>? linesWritten = null
    )
    {
        ArgumentNullException.ThrowIfNull(decide);
        if (TextRule.Fault(key, "form") is { } fault)
        {
            return fault;
        }
        using var store = shelf.Open();
        var asked = new ClientRequest(key, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request))));
        return new BookJournal(store, clock, Actor) { LinesWritten = linesWritten }.Record(
            book,
            isNew: false,
            asked,
            (state, now) => decide(store, state, now)
        );
    }
}
