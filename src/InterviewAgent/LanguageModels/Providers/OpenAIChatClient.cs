using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.Identity;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace InterviewAgent.LanguageModels.Providers;

/// <summary>
/// <see cref="IChatClient"/> over the OpenAI package's client. Requests and answers are JSON of ours, so that compatible servers which
/// leave fields out or name them their own way are understood; address, identity and transport are the package's.
/// </summary>
internal sealed class OpenAIChatClient(ChatClient client, ModelOptions model) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var body = BinaryContent.Create(WriteRequest.Body(model, messages, options ?? new ChatOptions()));
        PipelineResponse response;
        try
        {
            var result = await client.CompleteChatAsync(body, new RequestOptions
            {
                CancellationToken = cancellationToken, ErrorOptions = ClientErrorBehaviors.NoThrow,
            });
            response = result.GetRawResponse();
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && Unreachable(error) is { } fault)
        {
            throw fault;
        }
        return response.IsError ? throw ReadFault.Of(response, model) : ReadResponse.Of(response.Content.ToString());
    }

    private ModelFaultException? Unreachable(Exception error) => error switch
    {
        CredentialUnavailableException or AuthenticationFailedException =>
            new(new AuthFailed { Why = $"Entra ID gave no token: {ReadFault.Short(error.Message)}" }, passing: false, error),
        ClientResultException or HttpRequestException or IOException or TaskCanceledException or AggregateException =>
            new(new Failed { Why = $"{ConnectProvider.Shown(model)} could not be reached or broke off: {ReadFault.Short(Innermost(error).Message)}" }, passing: true, error),
        _ => null,
    };

    private static Exception Innermost(Exception error) => error.InnerException is { } inner ? Innermost(inner) : error;

    // Questions are never streamed to a respondent (a draft is shown after the gate, or not at all), so one update holds it all.
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClient) ? client : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }
}
