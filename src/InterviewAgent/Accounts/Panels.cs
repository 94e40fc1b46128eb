namespace InterviewAgent.Accounts;

/// <summary>Who goes into which panel of the check-in plan.</summary>
public static class Panels
{
    /// <summary>
    /// The panel in which the person was heard so far; with no history the one that has fewer people of this side of the
    /// account; when even, A for the buyer side and B for the user side, so that already one buyer and one user are heard at
    /// different checkpoints.
    /// </summary>
    /// <param name="account">The people of the account who have a panel already.</param>
    /// <param name="heard">Checkpoints at which this person was heard or invited.</param>
    public static Panel For(Role role, IEnumerable<Respondent> account, IEnumerable<Checkpoint> heard)
    {
        ArgumentNullException.ThrowIfNull(account);
        var history = heard.Sum(Lean);
        var side = role.Side();
        var balance = history != 0 ? history
            : account.Where(other => other.Role.Side() == side).Sum(other => other.Panel == Panel.A ? -1 : 1);
        return balance == 0 ? (side == Side.Buyer ? Panel.A : Panel.B) : balance > 0 ? Panel.A : Panel.B;
    }

    private static int Lean(Checkpoint checkpoint) => checkpoint switch
    {
        Checkpoint.Day14 or Checkpoint.Day60 => 1,
        Checkpoint.Day30 or Checkpoint.Day90 => -1,
        _ => 0,
    };
}
