using System.Globalization;
using InterviewAgent.Load;

// A comparison in one run: dotnet run -c Release --project tests/InterviewAgent.Load -- [--seconds 20] [--people 16] [--rounds 2] [--only ours|peer]
//   or the sockets:       dotnet run -c Release --project tests/InterviewAgent.Load -- --sockets 5000
int Setting(string name, int otherwise) =>
    Array.IndexOf(args, "--" + name) is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
var only = Array.IndexOf(args, "--only") is >= 0 and var place ? args[place + 1] : "";

if (Setting("sockets", 0) is > 0 and var sockets)
{
    await IdleSockets.Hold(sockets, Setting("seconds", 60));
    return;
}

await using var channel = await Channel.Start();
List<Figures> all = [];
for (var round = 1; round <= Setting("rounds", 2); round++)
{
    foreach (var make in (Func<Bot>[])[() => new EchoBot(channel), () => new OurBot(channel)])
    {
        await using var bot = make();
        if (only.Length == 0 || only == bot.Name)
        {
            await bot.Start();
            await bot.Settle();
            using Crowd crowd = new(bot, channel, Setting("people", 16));
            all.Add(await crowd.Talk(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(Setting("seconds", 20))));
            Console.WriteLine(all[^1]);
        }
    }
}
