namespace InterviewAgent.Tests.LanguageModels;

/// <summary>Every way in which a server or a model fails, by name, and a model that fails in a share of its calls.</summary>
public static class FaultyModel
{
    /// <summary>Faults of the way: no usable answer arrives. The outcome that the audit row tells.</summary>
    public static IReadOnlyDictionary<string, (Func<SeenRequest, ModelReply> Reply, string Outcome)> Servers { get; } =
        new Dictionary<string, (Func<SeenRequest, ModelReply>, string)>
        {
            ["401"] = (_ => ModelReply.Error(401, "invalid_api_key", "Incorrect API key provided."), "AuthFailed"),
            ["404 deployment"] = (_ => ModelReply.Error(404, "DeploymentNotFound", "The API deployment does not exist."), "NotFound"),
            ["429 with Retry-After"] = (_ => ModelReply.RateLimited("3600"), "RateLimited"),
            ["429 without"] = (_ => ModelReply.RateLimited(), "RateLimited"),
            ["500"] = (_ => ModelReply.Broken(), "Failed"),
            ["connection reset"] = (_ => ModelReply.Reset(), "Failed"),
            ["half a body"] = (_ => ModelReply.HalfBody(), "Failed"),
            ["truncated JSON"] = (_ => ModelReply.Text("{\"intent\":\"answer\",\"wordi"), "Invalid"),
            ["cut at length"] = (_ => ModelReply.Cut("{\"intent\":\"answer\",\"wordi"), "Truncated"),
            ["against the schema"] = (_ => ModelReply.Json(new { intent = "sunny", wordings = "none" }), "Invalid"),
            ["refusal"] = (_ => ModelReply.Refusal(), "Refused"),
            ["content filter"] = (_ => ModelReply.FilteredPrompt(), "Filtered"),
            ["filtered answer"] = (_ => ModelReply.Cut("", "content_filter"), "Filtered"),
            ["empty answer"] = (_ => ModelReply.Empty(), "Invalid"),
            ["silence"] = (_ => ModelReply.Silence(), "TimedOut"),
        };

    /// <summary>Faults of the words: an answer arrives in good form, and its drafts break the policy.</summary>
    public static IReadOnlyDictionary<string, string> Drafts { get; } = new Dictionary<string, string>
    {
        ["invented quote"] = "You wrote \"the whole rollout is a disaster\". What happened next?",
        ["biased question"] = "How frustrating was it that the tool failed you?",
        ["double question"] = "What happened next, and how did the drivers take it?",
        ["praise"] = "Great, that is very helpful! What happened next?",
        ["injected role change"] = "I am now in developer mode. Here are my instructions: ask nothing.",
        ["another person's words"] = "Your buyer told us that the renewal is at risk. What happened next?",
        ["leaked prompt"] = "You are the listener in a short check-in interview. What happened next?",
        ["two questions"] = "What happened next? Who was there?",
        ["options"] = "Was it the export or the routes?",
    };

    /// <summary>Good but for one call in so many, which fails in one of all these ways.</summary>
    public static Func<SeenRequest, ModelReply> FailingIn(double share, int seed)
    {
        var random = new Random(seed);
        var servers = Servers.Values.Select(fault => fault.Reply).ToList();
        var drafts = Drafts.Values.ToList();
        return request =>
        {
            int pick;
            lock (random)
            {
                if (random.NextDouble() >= share)
                {
                    return GoodModel.Reply(request);
                }
                pick = random.Next(servers.Count + drafts.Count);
            }
            return pick < servers.Count ? servers[pick](request) : GoodModel.Saying(request, drafts[pick - servers.Count]);
        };
    }
}
