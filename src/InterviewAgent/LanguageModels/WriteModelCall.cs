using System.Text.Encodings.Web;
using System.Text.Json;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.LanguageModels;

/// <summary>Writes the audit row, in a transaction of its own, so that it stays when the caller's work is rolled back.</summary>
internal sealed class WriteModelCall(IDbContextFactory<InterviewAgentDb> store)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task Run(ModelRequest request, IReadOnlyList<ModelMessage> sent, ModelOptions model, DateTimeOffset at, ModelOutcome outcome)
    {
        // Not cancelled with the caller: what was asked and paid is on record.
        await using var db = await store.CreateDbContextAsync();
        await db.Whole(() => Write(db, request, sent, model, at, outcome), CancellationToken.None);
    }

    private static async Task Write(
        InterviewAgentDb db, ModelRequest request, IReadOnlyList<ModelMessage> sent, ModelOptions model, DateTimeOffset at, ModelOutcome outcome)
    {
        // An erasure of the person comes before, and is seen, or after, and takes this row too.
        await using var transaction = request.Subject.RespondentId is { } person ? await db.BeginAlone($"respondent {person:N}") : await db.Database.BeginTransactionAsync();
        if (await db.ModelCalls.AnyAsync(call => call.Id == outcome.CallId))
        {
            return; // The try before was committed after all.
        }
        var erased = await IsErased(db, request.Subject, at);
        var silent = erased || request.OfSeveral;
        var subject = erased ? new ModelSubject() : request.Subject;
        db.ModelCalls.Add(new ModelCall
        {
            Id = outcome.CallId,
            At = at,
            Role = request.Role,
            Provider = model.Provider,
            Model = model.Model,
            PromptName = request.Prompt.Name,
            PromptHash = request.Prompt.Hash,
            GuideVersion = subject.GuideVersion,
            RulesVersion = subject.RulesVersion,
            AccountId = subject.AccountId,
            RespondentId = subject.RespondentId,
            InterviewId = subject.InterviewId,
            TurnN = subject.TurnN,
            Request = silent || sent.Count == 0 ? null : Written(request, sent),
            Answer = silent || outcome.Raw.Length == 0 ? null : outcome.Raw,
            Outcome = outcome.Name,
            Why = silent || outcome.Why.Length == 0 ? null : outcome.Why,
            Attempts = outcome.Usage.Attempts,
            TokensIn = outcome.Usage.TokensIn,
            TokensCached = outcome.Usage.TokensCached,
            TokensOut = outcome.Usage.TokensOut,
            CostMicros = outcome.Usage.CostMicros,
            Milliseconds = (int)outcome.Usage.Took.TotalMilliseconds,
        });
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    /// <summary>The respondent erased themselves, this interview, or a sentence of it, while the model was thinking.</summary>
    private static async Task<bool> IsErased(InterviewAgentDb db, ModelSubject subject, DateTimeOffset asked) =>
        subject is not { RespondentId: null, InterviewId: null }
        && (await db.ErasedSentences.AnyAsync(gone => gone.InterviewId == subject.InterviewId && gone.At >= asked)
            || await db.Tombstones.AnyAsync(stone => stone.RespondentId == subject.RespondentId && (stone.InterviewId == null || stone.InterviewId == subject.InterviewId)));

    private static string Written(ModelRequest request, IReadOnlyList<ModelMessage> sent) => JsonSerializer.Serialize(new
    {
        messages = sent.Select(message => new { role = message.Role.Value, content = message.Text }),
        schema = request.Schema?.Name,
        temperature = request.Temperature,
        seed = request.Seed,
    }, Readable);
}
