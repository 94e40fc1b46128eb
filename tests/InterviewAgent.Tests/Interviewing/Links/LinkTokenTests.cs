using InterviewAgent.Interviewing.Links;

namespace InterviewAgent.Tests.Interviewing.Links;

public sealed class LinkTokenTests : IDisposable
{
    private static readonly string Old = Convert.ToBase64String(Enumerable.Repeat((byte)1, 32).ToArray());
    private static readonly string New = Convert.ToBase64String(Enumerable.Repeat((byte)2, 32).ToArray());
    private readonly string folder = Directory.CreateTempSubdirectory("interview-agent-keys-").FullName;

    [Fact]
    public void A_token_reads_back_as_its_link()
    {
        var id = Guid.CreateVersion7();
        LinkToken tokens = new(Keys(("a", Old)));
        Assert.Equal(id, tokens.Read(tokens.For(id)));
    }

    [Fact]
    public void A_rotated_key_still_opens_what_it_signed_and_a_removed_one_does_not()
    {
        var id = Guid.CreateVersion7();
        var token = new LinkToken(Keys(("a", Old))).For(id);
        Assert.Equal(id, new LinkToken(Keys(("a", Old), ("b", New))).Read(token));
        Assert.StartsWith("b.", new LinkToken(Keys(("a", Old), ("b", New))).For(id), StringComparison.Ordinal);
        Assert.Null(new LinkToken(Keys(("b", New))).Read(token));
    }

    [Fact]
    public void A_token_with_any_character_changed_is_refused()
    {
        LinkToken tokens = new(Keys(("a", Old)));
        var token = tokens.For(Guid.CreateVersion7());
        for (var i = 0; i < token.Length; i++)
        {
            var changed = token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..];
            Assert.Null(tokens.Read(changed));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a..")]
    [InlineData("a.AAAAAAAAAAAAAAAAAAAAAA.")]
    [InlineData("%00.../../etc/passwd")]
    [InlineData("a.💩.💩")]
    public void Garbage_is_refused(string? token) => Assert.Null(new LinkToken(Keys(("a", Old))).Read(token));

    [Fact]
    public void A_key_file_is_made_once_for_its_owner_only()
    {
        var path = Path.Combine(folder, "keys.json");
        var token = new LinkToken(new LinkKeys(new Dictionary<string, string>(), "", path)).For(Guid.CreateVersion7());
        Assert.NotNull(new LinkToken(new LinkKeys(new Dictionary<string, string>(), "", path)).Read(token));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public void However_many_start_at_once_there_is_one_key()
    {
        var path = Path.Combine(folder, "fresh", "keys.json");
        var id = Guid.CreateVersion7();
        var tokens = Enumerable.Range(0, 12).AsParallel().WithDegreeOfParallelism(12)
            .Select(_ => new LinkToken(new LinkKeys(new Dictionary<string, string>(), "", path)).For(id)).ToList();
        Assert.Single(tokens.Distinct());
    }

    [Theory]
    [InlineData("short", "a2V5")]
    [InlineData("no-base64", "!!!")]
    [InlineData("", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void A_bad_key_is_refused_with_its_mend(string id, string key) =>
        Assert.Throws<BadInputException>(() => new LinkKeys(new Dictionary<string, string> { [id] = key }, "", ""));

    private LinkKeys Keys(params (string Id, string Key)[] keys) =>
        new(keys.ToDictionary(key => key.Id, key => key.Key), "", Path.Combine(folder, "unused.json"));

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
