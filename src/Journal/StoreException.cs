namespace Openbook.Journal;

/// <summary>The store cannot be reached, is damaged, or was written by a newer Openbook: exit code 3.</summary>
public sealed class StoreException : Exception
{
    public StoreException(string message)
        : base(message) { }

    public StoreException(string message, Exception inner)
        : base(message, inner) { }
}
