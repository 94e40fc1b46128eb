using InterviewAgent.Privacy.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.ValueGeneration;
using NpgsqlTypes;

namespace InterviewAgent.Storage.PostgreSql;

/// <summary>
/// A quote's words as PostgreSQL's full text finds them. They are folded by <see cref="QueryWords"/>, as the search's own are, and not by a dictionary
/// of the server: what is found does not depend on how a server was set up.
/// </summary>
internal sealed class SearchTerms : ValueGenerator<NpgsqlTsVector>
{
    public const string Column = "Terms";

    // What a tsvector can say of a word's place, and how many bytes a word of it may have.
    private const int LastPlace = 16383;
    private const int Longest = 500;

    public override bool GeneratesTemporaryValues => false;

    public static void Configure(EntityTypeBuilder<SearchableQuote> builder)
    {
        builder.Property<NpgsqlTsVector>(Column).IsRequired().HasValueGenerator<SearchTerms>().ValueGeneratedOnAdd();
        builder.HasIndex(Column).HasMethod("gin");
    }

    public override NpgsqlTsVector Next(EntityEntry entry) => Of(((SearchableQuote)entry.Entity).Words);

#pragma warning disable CS0618 // Reading a tsvector here is unreliable for what needs quoting; a folded word is letters and digits only.
    internal static NpgsqlTsVector Of(string text) => NpgsqlTsVector.Parse(string.Join(' ', QueryWords.In(text)
        .Select((word, place) => FormattableString.Invariant($"{(word.Length > Longest ? word[..Longest] : word)}:{Math.Min(place + 1, LastPlace)}"))));
#pragma warning restore CS0618
}
