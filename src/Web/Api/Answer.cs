using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Openbook.Web.Api;

/// <summary>Answers with JSON.</summary>
internal static class Answer
{
    private const string Json = "application/json";

    public static IResult Of(JsonNode json) => Of(ReadableJson.Bytes(json));

    /// <summary>JSON that is written already.</summary>
    public static IResult Of(byte[] json) => Results.Bytes(json, Json);

    /// <summary>What came out as JSON, or every reason why there is nothing to show.</summary>
    public static IResult Of<T>(Outcome<T> found, Func<T, JsonNode> json) =>
        found.IsDone ? Of(json(found.Value)) : Problem.NotThere(found.Refusals);
}
