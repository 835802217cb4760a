namespace Openbook.Domain;

/// <summary>Reads short runs of the digits 0 to 9; anything else gives -1.</summary>
internal static class Digits
{
    internal static int Read(ReadOnlySpan<char> text)
    {
        var number = 0;
        foreach (var c in text)
        {
            if (c is < '0' or > '9')
            {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }

    internal static int Read(ReadOnlySpan<byte> text)
    {
        var number = 0;
        foreach (var c in text)
        {
            if (c is < (byte)'0' or > (byte)'9')
            {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }
}
