using System.Text.Json;
using InterviewAgent.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Tests.Settings;

public sealed class AppSettingsTests
{
    // The server's own: its project binds them and refuses unknown keys on start.
    private static readonly string[] OfTheServer = ["Logging", "SignIn", "WebChat", "DirectLine", "Connector", "OpenIdConnect", "Evals", "Drain"];

    private static readonly IConfiguration File = new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")).Build();

    [Fact]
    public void Every_section_belongs_to_a_slice() => Assert.Empty(
        File.GetChildren().Select(section => section.Key).Except(Sections(File).Select(section => section.Name)).Except(OfTheServer));

    [Fact]
    public void Every_slice_shows_its_settings() => Assert.Empty(
        Sections(File).Select(section => section.Name).Except(File.GetChildren().Select(section => section.Key)));

    [Fact]
    public void The_file_says_what_the_classes_default_to()
    {
        foreach (var section in Sections(File))
        {
            var set = Activator.CreateInstance(section.Options)!;
            File.GetSection(section.Name).Bind(set, binder => binder.ErrorOnUnknownConfiguration = true);
            Assert.Equal(JsonSerializer.Serialize(Activator.CreateInstance(section.Options)!), JsonSerializer.Serialize(set));
        }
    }

    [Theory]
    [InlineData("Storage:Pth", "x")]
    [InlineData("Storage:BusySeconds", "0")]
    [InlineData("CheckIns:PanelA", "day-14, day-15")]
    [InlineData("CheckIns:ByRole:boss", "day-14")]
    [InlineData("LanguageModels:Interviewing:Provider", "gpt")]
    [InlineData("LanguageModels:Analysis:Provider", "openai")]
    [InlineData("LanguageModels:Judging:Endpoint", "ftp://models")]
    [InlineData("Jobs:SweepSeconds", "soon")]
    public void A_wrong_setting_stops_the_start(string key, string value)
    {
        var configuration = new ConfigurationBuilder().AddConfiguration(File).AddInMemoryCollection([new(key, value)]).Build();
        using var services = new ServiceCollection().AddLogging().AddInterviewAgent(configuration).BuildServiceProvider();
        Assert.ThrowsAny<Exception>(services.GetRequiredService<IStartupValidator>().Validate);
    }

    [Fact]
    public void A_key_in_a_file_stops_the_start_and_says_where_it_belongs()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("interview-agent-test-").FullName, "keys.json");
        System.IO.File.WriteAllText(file, """{"LanguageModels":{"Analysis":{"ApiKey":"sk-1"}}}""");
        var configuration = new ConfigurationBuilder().AddConfiguration(File).AddJsonFile(file).Build();
        using var services = new ServiceCollection().AddLogging().AddInterviewAgent(configuration).BuildServiceProvider();
        var refused = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);
        Assert.Contains("INTERVIEW_AGENT__LanguageModels__Analysis__ApiKey", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-1", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_databases_password_in_a_file_stops_the_start_and_says_where_it_belongs()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("interview-agent-test-").FullName, "store.json");
        System.IO.File.WriteAllText(file, """{"Storage":{"Provider":"PostgreSQL","Connection":"Host=db;Database=interviews;Username=agent;Password=hunter2"}}""");
        var refused = Refusal(new ConfigurationBuilder().AddConfiguration(File).AddJsonFile(file).Build());
        Assert.Contains("INTERVIEW_AGENT_POSTGRES", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", refused, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "INTERVIEW_AGENT_POSTGRES")]
    [InlineData("Server db", "INTERVIEW_AGENT_POSTGRES")]
    [InlineData("Host=db", "Host and Database")]
    public void PostgreSQL_without_a_usable_address_stops_the_start(string connection, string said) => Assert.Contains(said,
        Refusal(new ConfigurationBuilder().AddConfiguration(File)
            .AddInMemoryCollection([new("Storage:Provider", "PostgreSQL"), new("Storage:Connection", connection)]).Build()), StringComparison.Ordinal);

    private static string Refusal(IConfiguration configuration)
    {
        using var services = new ServiceCollection().AddLogging().AddInterviewAgent(configuration).BuildServiceProvider();
        return Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate).Message;
    }

    [Fact]
    public void Mails_with_links_to_nowhere_stop_the_start()
    {
        var configuration = new ConfigurationBuilder().AddConfiguration(File)
            .AddInMemoryCollection([new("Mail:Host", "mail.example.com"), new("Mail:From", "check-ins@example.com")]).Build();
        using var services = new ServiceCollection().AddLogging().AddInterviewAgent(configuration).BuildServiceProvider();
        var refused = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);
        Assert.Contains("Links:PublicAddress", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_itself_is_valid()
    {
        using var services = new ServiceCollection().AddLogging().AddInterviewAgent(File).BuildServiceProvider();
        services.GetRequiredService<IStartupValidator>().Validate();
    }

    private static List<SettingsSection> Sections(IConfiguration configuration)
    {
        using var services = new ServiceCollection().AddInterviewAgent(configuration).BuildServiceProvider();
        return [.. services.GetServices<SettingsSection>()];
    }
}
