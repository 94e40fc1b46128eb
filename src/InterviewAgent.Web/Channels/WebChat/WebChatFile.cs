using Microsoft.Net.Http.Headers;

namespace InterviewAgent.Web.Channels.WebChat;

/// <summary>Microsoft's Web Chat, one file fetched at build: served by us, compressed once, and kept by browsers for good.</summary>
internal static class WebChatFile
{
    // The version is part of the address, so that what is kept for good is never stale.
    private const string Version = "4.18.1";
    public const string Address = $"/webchat/{Version}.js";

    public static IResult Get(HttpContext http, IWebHostEnvironment host)
    {
        var file = Path.Combine(host.WebRootPath, "lib", $"webchat-{Version}.js");
        var encodings = http.Request.GetTypedHeaders().AcceptEncoding
            .Where(encoding => encoding.Quality is null or > 0).Select(encoding => encoding.Value.Value).ToHashSet();
        var (encoding, suffix) = encodings.Contains("br") ? ("br", ".br") : encodings.Contains("gzip") ? ("gzip", ".gz") : ("", "");
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (encoding.Length > 0)
        {
            http.Response.Headers.ContentEncoding = encoding;
        }

        return Results.File(file + suffix, "text/javascript; charset=utf-8");
    }
}
