namespace Openbook.Web.Components;

/// <summary>The addresses of stylesheet and scripts. Each build has its own, so that they may be kept for ever.</summary>
public static class Assets
{
    private static readonly string Version = typeof(Assets).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..12];

    /// <summary>The address of an asset.</summary>
    public static string Of(string name) => $"/assets/{name}?v={Version}";
}
