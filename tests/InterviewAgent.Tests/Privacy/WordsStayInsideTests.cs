using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy.Search;
using InterviewAgent.Tests.Architecture;

namespace InterviewAgent.Tests.Privacy;

/// <summary>Read from the compiled library: who touches a respondent's words, and that nobody outside can.</summary>
public class WordsStayInsideTests
{
    private static readonly (Type Type, string Property)[] Words =
    [
        (typeof(Turn), nameof(Turn.Text)), (typeof(Turn), nameof(Turn.Envelope)), (typeof(Turn), nameof(Turn.Offer)),
        (typeof(Draft), nameof(Draft.Text)), (typeof(SearchableQuote), nameof(SearchableQuote.Words)),
    ];

    // The interview itself and the coder work on words. Of Privacy only these read them; nothing else does.
    private static readonly string[] MayRead = ["InterviewAgent.Interviewing", "InterviewAgent.Analysis", "InterviewAgent.Storage.Configurations", "InterviewAgent.Storage.PostgreSql", "InterviewAgent.Storage.Sqlite"];
    private static readonly string[] MayReadInPrivacy = ["ReadQuotes", "ReadTranscript", "InterviewRules", "FindUsable", "EraseSentences", "ExportedInterview", "ReplayErasures"];

    [Fact]
    public void The_words_cannot_be_read_from_outside_the_library()
    {
        Assert.All(Words, word => Assert.True(Getter(word.Type, word.Property).IsAssembly, $"{word.Type.Name}.{word.Property}"));
        Assert.Equal(
            ["InterviewAgent.Benchmarks", "InterviewAgent.Tests"],
            typeof(Turn).Assembly.GetCustomAttributes<InternalsVisibleToAttribute>().Select(friend => friend.AssemblyName).Order());
    }

    [Fact]
    public void Inside_only_the_interview_the_coder_and_the_one_function_read_them() =>
        Assert.DoesNotContain(Readers(), reader =>
            !MayRead.Any(slice => reader.Namespace == slice || reader.Namespace.StartsWith(slice + ".", StringComparison.Ordinal))
            && !(reader.Namespace is "InterviewAgent.Privacy" or "InterviewAgent.Privacy.Erasures" && MayReadInPrivacy.Contains(reader.Type)));

    [Fact]
    public void The_scan_sees_a_reader() =>
        Assert.Contains(Readers(), reader => reader is { Namespace: "InterviewAgent.Privacy", Type: "ReadQuotes" });

    private static MethodInfo Getter(Type type, string property) =>
        type.GetProperty(property)!.GetGetMethod(nonPublic: true)!;

    /// <summary>Types with a method whose body calls a getter or names it in an expression tree.</summary>
    private static HashSet<(string Namespace, string Type)> Readers()
    {
        var tokens = Words.SelectMany(word => new[] { Getter(word.Type, word.Property).MetadataToken }).ToHashSet();
        using var file = File.OpenRead(typeof(Turn).Assembly.Location);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        var readers = new HashSet<(string, string)>();
        foreach (var handle in metadata.MethodDefinitions)
        {
            var method = metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress != 0
                && Instructions.Tokens(image.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!, OperandType.InlineMethod, OperandType.InlineTok).Any(tokens.Contains))
            {
                var type = metadata.GetTypeDefinition(method.GetDeclaringType());
                while (!type.GetDeclaringType().IsNil)
                {
                    type = metadata.GetTypeDefinition(type.GetDeclaringType());
                }
                readers.Add((metadata.GetString(type.Namespace), metadata.GetString(type.Name)));
            }
        }
        return readers;
    }
}
