using Spectre.Console;

namespace InterviewAgent.Cli.Commands.Evals;

/// <summary>A progress bar on STDERR for work that takes longer than two seconds, where somebody sits at the terminal.</summary>
internal static class Progress
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    internal static async Task<T> Of<T>(string what, Func<Action<int, int>, T> work, CancellationToken cancellation)
    {
        int done = 0, of = 1;
        var working = Task.Run(() => work((now, all) => (done, of) = (now, all)), cancellation);
        if (Console.IsErrorRedirected || await Task.WhenAny(working, Task.Delay(Patience, cancellation)) == working) return await working;
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await terminal.Progress().AutoClear(true).StartAsync(async bars =>
        {
            var bar = bars.AddTask(Markup.Escape(what));
            while (!working.IsCompleted)
            {
                (bar.Value, bar.MaxValue) = (done, of);
                await Task.WhenAny(working, Task.Delay(100, CancellationToken.None));
            }
        });
        return await working;
    }
}
