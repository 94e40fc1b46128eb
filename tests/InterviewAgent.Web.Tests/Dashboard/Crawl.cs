using System.Net;
using System.Text.RegularExpressions;

namespace InterviewAgent.Web.Tests.Dashboard;

/// <summary>Follows every link of the dashboard from its first page, as a curious reader would.</summary>
internal static partial class Crawl
{
    public static async Task<IReadOnlyDictionary<string, string>> All(HttpClient client, params string[] alsoFrom)
    {
        Dictionary<string, string> seen = [];
        Queue<string> waiting = new(["/", "/accounts", "/themes", "/interviews", "/digest", .. alsoFrom]);
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
                var target = WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0];
                if (target.Length > 0 && !target.EndsWith(".css", StringComparison.Ordinal))
                {
                    waiting.Enqueue(target);
                }
            }
        }

        return seen;
    }

    [GeneratedRegex("""href="(/[^"]*)""")]
    private static partial Regex Links();
}
