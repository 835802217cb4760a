using System.Globalization;

namespace Openbook.Web.Api;

/// <summary>Reads whole numbers of addresses.</summary>
internal static class Numbers
{
    /// <summary>The number, not below zero; null if the text is none.</summary>
    public static int? Of(string text) =>
        int.TryParse(text, NumberStyles.None, Text.Invariant, out var number) ? number : null;
}
