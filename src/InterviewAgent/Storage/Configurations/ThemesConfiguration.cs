using InterviewAgent.Accounts;
using InterviewAgent.Insights.SubThemes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewAgent.Storage.Configurations;

internal sealed class ThemesConfiguration :
    IEntityTypeConfiguration<ThemeVoice>, IEntityTypeConfiguration<ThemeTotal>, IEntityTypeConfiguration<ThemeWeek>, IEntityTypeConfiguration<ThemeDecision>
{
    public void Configure(EntityTypeBuilder<ThemeVoice> builder)
    {
        builder.HasKey(voice => new { voice.AccountId, voice.Code, voice.Term });
        builder.HasIndex(voice => new { voice.Code, voice.Term, voice.LastWeek });
        builder.HasIndex(voice => new { voice.AccountId, voice.Code, voice.People, voice.FirstWeek, voice.LastWeek }, "IX_ThemeVoices_Whole").HasFilter("\"Term\" = ''");
        builder.HasOne<Account>().WithMany().HasForeignKey(voice => voice.AccountId);
    }

    public void Configure(EntityTypeBuilder<ThemeTotal> builder)
    {
        builder.HasKey(total => new { total.Code, total.Term });
        builder.HasIndex(total => new { total.Code, total.Accounts });
        builder.HasIndex(total => total.Accounts, "IX_ThemeTotals_Empty").HasFilter("\"Accounts\" = 0");
    }

    public void Configure(EntityTypeBuilder<ThemeWeek> builder)
    {
        builder.HasKey(week => new { week.Code, week.Term, week.Week });
        builder.HasIndex(week => week.First, "IX_ThemeWeeks_Empty").HasFilter("\"First\" = 0 AND \"Last\" = 0");
    }

    public void Configure(EntityTypeBuilder<ThemeDecision> builder) => builder.HasIndex(decision => new { decision.Code, decision.Term });
}
