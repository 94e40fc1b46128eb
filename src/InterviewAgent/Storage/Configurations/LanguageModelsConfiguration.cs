using InterviewAgent.LanguageModels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InterviewAgent.Storage.Configurations;

/// <summary>No foreign keys: a call is written in a transaction of its own, and outlives the interview that it lost its words with.</summary>
internal sealed class LanguageModelsConfiguration : IEntityTypeConfiguration<ModelCall>
{
    public void Configure(EntityTypeBuilder<ModelCall> builder)
    {
        // Internal getters: not found by convention.
        builder.Property(call => call.Request);
        builder.Property(call => call.Answer);
        builder.HasIndex(call => call.At);
        builder.HasIndex(call => call.InterviewId);
        builder.HasIndex(call => call.RespondentId);
    }
}
