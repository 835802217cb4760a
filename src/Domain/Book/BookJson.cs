using System.Text.Json.Nodes;

namespace Openbook.Domain;

/// <summary>What a Book is, as JSON: its line in the list of Books.</summary>
public static class BookJson
{
    /// <summary>The Book; it has at least one entry.</summary>
    public static JsonObject Of(BookState book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return new JsonObject
        {
            ["book"] = book.Code,
            ["partnership"] = book.Newest!.Terms.Partnership,
            ["entries"] = book.LastEntry,
            ["head"] = book.Head,
            ["first_open"] = book.FirstOpen?.ToString(),
        };
    }
}
