using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Openbook.Web.Api;

/// <summary>Why there is no answer, as problem details (RFC 9457) with the refusals and their codes.</summary>
/// <param name="status">The status of the answer.</param>
/// <param name="detail">What is wrong and what to do, in plain English.</param>
internal sealed class Problem(int status, string detail) : IResult
{
    /// <summary>Each reason, with the code that commands print, too.</summary>
    public IReadOnlyList<Refusal> Refusals { get; private init; } = [];

    /// <summary>The entry that is damaged; null if none is.</summary>
    public int? Entry { get; init; }

    /// <summary>The question cannot be understood.</summary>
    public static Problem Wrong(string detail) => new(StatusCodes.Status400BadRequest, detail);

    /// <summary>The question cannot be understood, for a reason that has a code.</summary>
    public static Problem Wrong(Refusal refusal) => Of(StatusCodes.Status400BadRequest, [refusal]);

    /// <summary>There is nothing to show.</summary>
    public static Problem NotThere(string detail) => new(StatusCodes.Status404NotFound, detail);

    /// <summary>There is nothing to show, for these reasons.</summary>
    public static Problem NotThere(params IReadOnlyList<Refusal> refusals) =>
        Of(StatusCodes.Status404NotFound, refusals);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "application/problem+json";
        return httpContext.Response.Body.WriteAsync(ReadableJson.Bytes(ToJson())).AsTask();
    }

    private static Problem Of(int status, IReadOnlyList<Refusal> refusals) =>
        new(status, string.Join(' ', refusals.Select(refusal => $"{refusal.What} {refusal.Remedy}")))
        {
            Refusals = refusals,
        };

    private JsonObject ToJson() =>
        new()
        {
            ["type"] = "about:blank",
            ["title"] = ReasonPhrases.GetReasonPhrase(status),
            ["status"] = status,
            ["detail"] = detail,
            ["refusals"] = new JsonArray([
                .. Refusals.Select(refusal => new JsonObject
                {
                    ["code"] = refusal.Code.Code,
                    ["what"] = refusal.What,
                    ["remedy"] = refusal.Remedy,
                }),
            ]),
            ["entry"] = Entry,
        };
}
