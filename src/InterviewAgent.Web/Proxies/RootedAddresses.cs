using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InterviewAgent.Web.Proxies;

/// <summary>
/// Pages write addresses from the root of the application ("/accounts"); where it is mounted under a path, the browser gets that path in
/// front ("/interviews/accounts"). Done here for all of them, so that no page can forget it.
/// </summary>
[HtmlTargetElement("a", Attributes = "href")]
[HtmlTargetElement("link", Attributes = "href", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("script", Attributes = "src")]
[HtmlTargetElement("img", Attributes = "src", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("form", Attributes = "action")]
[HtmlTargetElement("button", Attributes = "formaction")]
public sealed class RootedAddressTagHelper(HtmlEncoder encoder) : TagHelper
{
    private static readonly string[] Attributes = ["href", "src", "action", "formaction"];

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        if (ViewContext.HttpContext.Request.PathBase is not { HasValue: true } mount)
        {
            return;
        }

        foreach (var name in Attributes)
        {
            // As the page wrote it: what the framework makes of asp-page carries the path already.
            if (context.AllAttributes.TryGetAttribute(name, out var written) && Text(written.Value) is ['/', not '/', ..] or "/")
            {
                output.Attributes.SetAttribute(new TagHelperAttribute(name, new HtmlString(encoder.Encode(mount.ToUriComponent()) + Text(written.Value)), written.ValueStyle));
            }
        }
    }

    /// <summary>The attribute's value as it is written into the page.</summary>
    private string Text(object? value)
    {
        if (value is not IHtmlContent content)
        {
            return encoder.Encode(value?.ToString() ?? "");
        }

        using StringWriter text = new();
        content.WriteTo(text, encoder);
        return text.ToString();
    }
}

/// <summary>The same for a redirect to an address of ours.</summary>
internal sealed class RootedRedirects : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is LocalRedirectResult { Url: ['/', ..] } redirect)
        {
            redirect.Url = "~" + redirect.Url;
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
