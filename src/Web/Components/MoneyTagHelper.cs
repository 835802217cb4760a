using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Openbook.Web.Components;

/// <summary>
/// An amount that can be opened: <c>&lt;ob-money pence="12345" why="/books/…" /&gt;</c>. There is no way to write one without
/// the address of its explanation.
/// </summary>
[HtmlTargetElement("ob-money", Attributes = "pence,why", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MoneyTagHelper : TagHelper
{
    /// <summary>The amount in pence.</summary>
    public long Pence { get; set; }

    /// <summary>Where it is explained.</summary>
    public string Why { get; set; } = "";

    /// <summary>What the amount is, for who hears the link alone; null if its row says so.</summary>
    public string? Of { get; set; }

    /// <summary>Whether it is a balance: "To pay" and "To receive" in place of signs.</summary>
    public bool Balance { get; set; }

    /// <summary>Whether it is what was settled with other councils: "Paid" and "Received" in place of signs.</summary>
    public bool Settled { get; set; }

    /// <summary>Whether it is a difference: "more" and "less" in place of signs.</summary>
    public bool Change { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        // Words of a balance may stand on two lines, an amount never.
        var look = Balance || Settled || Change ? "ob-money ob-balance" : "ob-money";
        output.Attributes.SetAttribute("class", $"govuk-link govuk-link--no-visited-state {look}");
        output.Attributes.SetAttribute("href", Why);
        output.Content.SetContent(
            Balance ? Show.Balance(Pence)
            : Settled ? Show.Settled(Pence)
            : Change ? Changed.Of(Pence)
            : Show.Pounds(Pence)
        );
        if (Of is not null)
        {
            output.Content.AppendHtml("<span class=\"govuk-visually-hidden\"> ");
            output.Content.Append(Of);
            output.Content.AppendHtml("</span>");
        }
    }
}
