using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Openbook.Web.Api;

/// <summary>What an address can be asked after its question mark.</summary>
/// <param name="Names">The names of the parameters.</param>
public sealed record QueryNames(IReadOnlyList<string> Names);

/// <summary>Refuses what an address does not know: a name typed wrongly would give other figures than were meant.</summary>
internal sealed class KnownQuery : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var names = http.GetEndpoint()?.Metadata.GetMetadata<QueryNames>()?.Names ?? [];
        foreach (var (name, values) in http.Request.Query)
        {
            if (!names.Contains(name, StringComparer.Ordinal))
            {
                var known = names.Count == 0 ? "nothing" : Text.List(names);
                return new(Problem.Wrong($"\"{name}\" cannot be asked here. This address can be asked {known}."));
            }
            if (values.Count > 1)
            {
                return new(Problem.Wrong($"\"{name}\" is given {Text.Of(values.Count)} times. Give it once."));
            }
        }
        return next(context);
    }
}

/// <summary>Says what addresses can be asked.</summary>
internal static class QueryNamesOfEndpoints
{
    /// <summary>The address can be asked this, and for the moment at which its Book is looked at.</summary>
    public static void Asks(this RouteHandlerBuilder endpoint, params IEnumerable<string> names) =>
        endpoint.WithMetadata(new QueryNames([.. names, BookInAddress.At, BookInAddress.Known]));
}
