using System.Net;
using System.Text.RegularExpressions;

namespace InterviewAgent.Web.Tests.Dashboard;

/// <summary>Follows every link of the dashboard from its first page, as a curious reader would.</summary>
internal static partial class Crawl
{
    private static readonly string[] Rooms = ["/", "/accounts", "/themes", "/interviews", "/digest"];

    public static Task<IReadOnlyDictionary<string, string>> All(HttpClient client, params string[] alsoFrom) => From(client, "", [.. Rooms, .. alsoFrom]);

    /// <summary>From the given pages on; an address on any page that does not begin with the path the application is mounted under fails.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> From(HttpClient client, string mount, params string[] pages)
    {
        Dictionary<string, string> seen = [];
        Queue<string> waiting = new(pages.Select(page => mount + page));
        while (waiting.TryDequeue(out var path))
        {
            if (seen.ContainsKey(path))
            {
                continue;
            }

            var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
            var html = await answer.Content.ReadAsStringAsync();
            seen.Add(path, html);
            foreach (Match link in Links().Matches(html))
            {
                var target = WebUtility.HtmlDecode(link.Groups[2].Value).Split('#')[0];
                Assert.True(target.StartsWith(mount + "/", StringComparison.Ordinal), $"{path} leaves {mount}: {link.Value}");
                if (link.Groups[1].Value == "href" && !target.EndsWith(".css", StringComparison.Ordinal))
                {
                    waiting.Enqueue(target);
                }
            }
        }

        return seen;
    }

    [GeneratedRegex("""\b(href|src|action|formaction)="(/[^"]*)""")]
    private static partial Regex Links();
}
