namespace InterviewAgent.Web.Channels.Connector;

internal static class RequestBody
{
    public const int MostBytes = 1024 * 1024;

    /// <summary>Null: longer than allowed, whatever its headers say.</summary>
    public static async Task<byte[]?> Read(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > MostBytes)
        {
            return null;
        }

        using MemoryStream body = new((int)(request.ContentLength ?? 4096));
        var buffer = new byte[16 * 1024];
        int read;
        while (body.Length <= MostBytes && (read = await request.Body.ReadAsync(buffer, cancellation)) > 0)
        {
            body.Write(buffer, 0, read);
        }
        return body.Length <= MostBytes ? body.ToArray() : null;
    }
}
