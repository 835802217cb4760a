using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Openbook.Cli.Printing;

/// <summary>Prints JSON for people and programs: indented, letters as they are.</summary>
internal static class JsonPrinter
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static void Print(Shell shell, JsonNode json) => shell.Out.WriteLine(json.ToJsonString(Options));
}
