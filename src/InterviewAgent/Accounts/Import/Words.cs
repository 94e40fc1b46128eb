namespace InterviewAgent.Accounts.Import;

/// <summary>How files name roles, health, kinds of promise and checkpoints: the codebook's words.</summary>
internal static class Words
{
    public static Role? Role(this Field field) => field.OneOf(
        ("buyer", Accounts.Role.Buyer), ("sponsor", Accounts.Role.Sponsor), ("champion", Accounts.Role.Champion),
        ("admin", Accounts.Role.Admin), ("end-user", Accounts.Role.EndUser));

    public static HealthStatus? Status(this Field field) => field.OneOf(
        ("green", HealthStatus.Green), ("yellow", HealthStatus.Yellow), ("red", HealthStatus.Red));

    public static PromiseKind? Kind(this Field field) => field.OneOf(
        ("outcome", PromiseKind.Outcome), ("criterion", PromiseKind.Criterion));

    public static Checkpoint? Checkpoint(this Field field) => field.OneOf(
        ("day-14", Accounts.Checkpoint.Day14), ("day-30", Accounts.Checkpoint.Day30), ("day-60", Accounts.Checkpoint.Day60),
        ("day-90", Accounts.Checkpoint.Day90), ("month-5", Accounts.Checkpoint.Month5));
}
