using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using HandlebarsDotNet;

namespace InterviewAgent.Prompts;

/// <summary>
/// The template language of the prompts: Handlebars with variables, <c>{{#if}}</c> and comments and nothing else, around the
/// <c>&lt;message role="…"&gt;</c> elements by which Semantic Kernel tells the system's words from the user's.
/// </summary>
internal static partial class PromptTemplate
{
    private static readonly IHandlebars Handlebars = HandlebarsDotNet.Handlebars.Create(new HandlebarsConfiguration { TextEncoder = new XmlText() });

    internal static HandlebarsTemplate<object, object> Compile(string template) => Handlebars.Compile(WithoutComments(template));

    /// <summary>A comment takes its line with it, so that reasons leave no gaps.</summary>
    internal static string WithoutComments(string template) => Comment().Replace(template.ReplaceLineEndings("\n"), "");

    /// <summary>Names that the template reads.</summary>
    internal static IReadOnlySet<string> Reads(string template) =>
        Tag().Matches(WithoutComments(template)).Select(tag => Known().Match(tag.Value)).Where(known => known.Groups["name"].Success)
            .Select(known => known.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>Tags that are not of this small language: partials, helpers, unescaped values.</summary>
    internal static IEnumerable<string> Foreign(string template) =>
        Tag().Matches(WithoutComments(template)).Select(tag => tag.Value).Where(tag => !Known().IsMatch(tag));

    /// <exception cref="XmlException">The text is not a sequence of messages.</exception>
    internal static XElement Messages(string text)
    {
        // Characters that XML does not know can come from a respondent; they pass.
        using var reader = XmlReader.Create(new StringReader($"<prompt>{text}</prompt>"), new XmlReaderSettings { CheckCharacters = false, DtdProcessing = DtdProcessing.Prohibit });
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }

    [GeneratedRegex(@"^[ \t]*\{\{!--.*?--\}\}[ \t]*\n|\{\{!--.*?--\}\}", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\{\{.*?\}\}+", RegexOptions.Singleline, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^\{\{~?(?:(?:#if )?(?<name>[a-z_]+)|/if|else)~?\}\}$", RegexOptions.None, 1000)]
    private static partial Regex Known();

    /// <summary>Values are put into XML, from which they are read again as they were.</summary>
    private sealed class XmlText : ITextEncoder
    {
        public void Encode(StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

        public void Encode(string? text, TextWriter target) => target.Write(
            text?.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal));

        public void Encode<T>(T? text, TextWriter target) where T : IEnumerator<char>
        {
            StringBuilder whole = new();
            while (text!.MoveNext())
            {
                whole.Append(text.Current);
            }

            Encode(whole.ToString(), target);
        }
    }
}
