namespace Openbook.Cli;

/// <summary>What a command sees of the world around it: where it prints, where files are, what time it is.</summary>
public sealed class Shell
{
    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Whether results go to a terminal, where colour and bold help.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether messages go to a terminal, where progress may be shown.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>The folder from which file names count.</summary>
    public string Folder { get; init; } = "";

    /// <summary>The store's folder when neither --data nor OPENBOOK_DATA says another.</summary>
    public string? Data { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>The full name of a file that a person named.</summary>
    public string PathOf(string name) =>
        string.IsNullOrWhiteSpace(name)
            ? throw new UsageException("A file has an empty name.")
            : Path.Combine(Folder, name);
}

/// <summary>The command line is not as it should be: exit code 2.</summary>
public sealed class UsageException(string message) : Exception(message);

/// <summary>What commands come to.</summary>
public static class Exit
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int Usage = 2;
    public const int Store = 3;
}
