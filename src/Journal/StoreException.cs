namespace Openbook.Journal;

/// <summary>The store cannot be reached, is damaged, or was written by a newer Openbook: exit code 3.</summary>
public class StoreException : Exception
{
    public StoreException(string message)
        : base(message) { }

    public StoreException(string message, Exception inner)
        : base(message, inner) { }
}

/// <summary>The store cannot be reached just now. That says nothing of what is kept in it.</summary>
public sealed class StoreLostException(string message, Exception inner) : StoreException(message, inner);
