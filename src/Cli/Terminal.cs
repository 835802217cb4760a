using System.Text;

namespace Openbook.Cli;

/// <summary>The process's own streams: UTF-8 without a byte order mark, LF at line ends.</summary>
internal static class Terminal
{
    public static TextWriter Output() => Writer(Console.OpenStandardOutput(), 32 * 1024, flush: false);

    public static TextWriter Error() => Writer(Console.OpenStandardError(), 256, flush: true);

    private static StreamWriter Writer(Stream stream, int size, bool flush) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), size)
        {
            AutoFlush = flush,
            NewLine = "\n",
        };
}
