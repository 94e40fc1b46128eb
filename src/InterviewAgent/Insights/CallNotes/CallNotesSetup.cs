using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Insights.CallNotes;

internal static class CallNotesSetup
{
    public static IServiceCollection AddCallNotes(this IServiceCollection services) => services
        .AddSingleton(provider => CallNoteTexts.Load(
            Path.Combine(AppContext.BaseDirectory, "prompts"), provider.GetRequiredService<Codebook>(), provider.GetRequiredService<NeutralityGate>()))
        .AddSingleton<WriteCallNote>().AddSingleton<WordCallNote>().AddSingleton<RenderCallNote>().AddScoped<LoadCallNoteFacts>().AddScoped<ReadCallNote>();
}
