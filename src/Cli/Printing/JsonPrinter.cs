using System.Text;
using System.Text.Json.Nodes;
using Openbook.Domain;

namespace Openbook.Cli.Printing;

/// <summary>Prints JSON.</summary>
internal static class JsonPrinter
{
    public static void Print(Shell shell, JsonNode json) => shell.Out.WriteLine(Text(json));

    public static string Text(JsonNode json) => Encoding.UTF8.GetString(ReadableJson.Bytes(json));
}
