using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Openbook.Web.Components;

/// <summary>A frame in which a wide table scrolls, by keyboard too: <c>&lt;ob-wide label="Costs"&gt;…&lt;/ob-wide&gt;</c>.</summary>
[HtmlTargetElement("ob-wide", Attributes = "label")]
public sealed class WideTagHelper : TagHelper
{
    /// <summary>What the table is, for who cannot see the frame.</summary>
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "ob-wide");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Attributes.SetAttribute("tabindex", "0");
    }
}
