using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Openbook.Cli.Printing;

/// <summary>Prints JSON for people and programs: indented, letters as they are.</summary>
internal static class JsonPrinter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Print(Shell shell, JsonNode json)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteTo(writer);
        }
        shell.Out.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }
}
