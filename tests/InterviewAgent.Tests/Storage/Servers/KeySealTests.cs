using InterviewAgent.Storage.Servers;

namespace InterviewAgent.Tests.Storage.Servers;

public class KeySealTests
{
    private const string Name = "link/k1";
    private static readonly string Secret = Convert.ToBase64String(Enumerable.Range(1, 32).Select(number => (byte)number).ToArray());
    private static readonly string Other = Convert.ToBase64String(Enumerable.Range(2, 32).Select(number => (byte)number).ToArray());

    [Fact]
    public void What_is_sealed_says_nothing_and_opens_again()
    {
        KeySeal seal = new(Secret);
        var closed = seal.Close(Name, "the key");
        Assert.DoesNotContain("the key", closed, StringComparison.Ordinal);
        Assert.NotEqual(closed, seal.Close(Name, "the key"));
        Assert.Equal("the key", seal.Open(Name, closed));
    }

    [Fact]
    public void A_new_secret_beside_the_old_one_opens_what_the_old_one_sealed()
    {
        var closed = new KeySeal(Secret).Close(Name, "the key");
        Assert.Equal("the key", new KeySeal($"{Other}, {Secret}").Open(Name, closed));
        Assert.Contains(KeySeal.Variable, Assert.Throws<BadInputException>(() => new KeySeal(Other).Open(Name, closed)).Message, StringComparison.Ordinal);
        Assert.Throws<BadInputException>(() => new KeySeal(null).Open(Name, closed));
    }

    [Fact]
    public void A_sealed_key_cannot_be_put_in_another_ones_place() =>
        Assert.Throws<BadInputException>(() => new KeySeal(Secret).Open("link/k2", new KeySeal(Secret).Close(Name, "the key")));

    [Fact]
    public void Without_a_secret_keys_lie_as_they_are_and_are_still_read_after_one_is_set()
    {
        Assert.Equal("the key", new KeySeal("").Close(Name, "the key"));
        Assert.Equal("the key", new KeySeal(Secret).Open(Name, "the key"));
    }

    [Theory]
    [InlineData("short")]
    [InlineData("AAAA")]
    [InlineData("not base64 at all, however long it may be !!")]
    public void A_secret_that_is_none_is_refused_with_the_way_to_make_one(string secret) =>
        Assert.Contains("openssl", Assert.Throws<BadInputException>(() => new KeySeal(secret)).Message, StringComparison.Ordinal);
}
