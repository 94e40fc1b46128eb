namespace InterviewAgent.Analysis.Learning;

/// <summary>What a code's surroundings weigh: a logistic regression on journeys with the word score as offset.</summary>
internal static class FitContext
{
    public static CodeModel Of(string code, List<Interview> interviews, double[][] apart, int contexts, TrainingSettings settings)
    {
        var examples = new List<SparseVector>();
        var labels = new List<bool>();
        var offsets = new List<double>();
        for (var i = 0; i < interviews.Count; i++)
            for (var u = 0; u < interviews[i].Units.Count; u++)
            {
                examples.Add(interviews[i].Around[u]);
                labels.Add(interviews[i].Has(u, code));
                offsets.Add(apart[i][u]);
            }
        if (!labels.Contains(true)) return new CodeModel(code, [], 0, new float[contexts], 0, [], 0, 0);
        var (weights, bias) = TrainLinear.Logistic(examples, labels, contexts, settings.ContextDecay, settings.PositiveWeight, 6, offsets);
        return new CodeModel(code, [], 0, weights, bias, [], 0, 0);
    }
}
