using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Consents;
using InterviewAgent.Privacy.Erasures;
using InterviewAgent.Privacy.Search;
using InterviewAgent.Privacy.Staff;
using InterviewAgent.Privacy.Staff.ApiKeys;
using InterviewAgent.Privacy.Totals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewAgent.Storage.Configurations;

internal sealed class PrivacyConfiguration : IEntityTypeConfiguration<ErasedSentence>, IEntityTypeConfiguration<StaffSession>,
    IEntityTypeConfiguration<SearchableQuote>, IEntityTypeConfiguration<TotalsMember>, IEntityTypeConfiguration<TotalsWeek>,
    IEntityTypeConfiguration<ApiReply>, IEntityTypeConfiguration<Consent>, IEntityTypeConfiguration<ConsentVersion>, IEntityTypeConfiguration<AuditEntry>,
    IEntityTypeConfiguration<Tombstone>
{
    public void Configure(EntityTypeBuilder<ErasedSentence> builder) => builder.HasIndex(gone => gone.InterviewId);

    public void Configure(EntityTypeBuilder<Tombstone> builder) => builder.HasIndex(stone => stone.RespondentId);

    public void Configure(EntityTypeBuilder<SearchableQuote> builder)
    {
        builder.Property(quote => quote.Id).ValueGeneratedOnAdd(); // What a full-text index can point at.
        builder.Property(quote => quote.Words);
        builder.HasIndex(quote => quote.TurnId);
        builder.HasIndex(quote => quote.AccountId);
        builder.HasOne<Interviewing.Interview>().WithMany().HasForeignKey(quote => quote.InterviewId);
    }

    public void Configure(EntityTypeBuilder<TotalsMember> builder)
    {
        builder.HasKey(member => new { member.Code, member.RespondentId });
        builder.HasIndex(member => member.RespondentId);
    }

    public void Configure(EntityTypeBuilder<TotalsWeek> builder) => builder.HasKey(week => week.Monday);

    public void Configure(EntityTypeBuilder<ApiReply> builder)
    {
        builder.HasKey(reply => new { reply.KeyId, reply.IdempotencyKey });
        builder.HasIndex(reply => reply.At);
    }

    public void Configure(EntityTypeBuilder<Consent> builder) => builder.HasIndex(consent => consent.TextHash);

    public void Configure(EntityTypeBuilder<ConsentVersion> builder) => builder.HasKey(version => version.Hash);

    public void Configure(EntityTypeBuilder<AuditEntry> builder) => builder.HasIndex(entry => entry.At);

    public void Configure(EntityTypeBuilder<StaffSession> builder) => builder.HasIndex(session => session.Who);
}
