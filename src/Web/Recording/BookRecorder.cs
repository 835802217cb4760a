using System.Security.Cryptography;
using Openbook.Web.Books;

namespace Openbook.Web.Recording;

/// <summary>Records one act from a page. A form that is sent twice is recorded once.</summary>
public sealed class BookRecorder(BookOnPage place, BookShelf shelf, TimeProvider clock)
{
    /// <summary>A key for a form that is shown now.</summary>
    public static string NewKey() => "site-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Records in the same Book when the request is over.</summary>
    public BookWriter Later() => new(place.Book.Code, shelf, clock);

    /// <summary>Records what is decided, or gives everything that stands against it.</summary>
    /// <param name="key">The form's key.</param>
    /// <param name="request">What is asked, in one text: the same key with another request is refused.</param>
    /// <param name="decide">Decides on the Book as it is.</param>
    public Outcome<Recorded> Record(
        string key,
        string request,
        Func<IStore, BookState, DateTime, Outcome<Act>> decide
    ) => Later().Record(key, request, decide);
}
