namespace InterviewAgent.Web.Channels.WebChat;

internal static class PostedForm
{
    /// <summary>The fields of a form; none where the body is no form at all, so that junk is an empty answer and not an error.</summary>
    public static async Task<IFormCollection> Form(this HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync(cancellation) : FormCollection.Empty;
        }
        catch (Exception junk) when (junk is InvalidDataException or BadHttpRequestException)
        {
            return FormCollection.Empty;
        }
    }
}
