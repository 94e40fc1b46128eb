using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace InterviewAgent.Tests.Architecture;

/// <summary>The walls of DESIGN.md, read from the compiled references: what a slice's code names, it depends on.</summary>
public class WallTests
{
    private static readonly string Library = typeof(InterviewAgent.Accounts.Account).Assembly.Location;

    [Theory]
    [InlineData("Accounts", new[] { "Interviewing", "Analysis", "Insights" })]
    [InlineData("Interviewing", new[] { "Analysis", "Insights" })]
    [InlineData("Analysis", new[] { "Insights" })]
    public void A_slice_never_looks_back(string slice, string[] forbidden)
    {
        var seen = SlicesNamedBy(slice);
        Assert.Empty(forbidden.Intersect(seen));
    }

    [Theory]
    [InlineData("InterviewAgent")]
    public void The_library_knows_no_server_and_no_channel(string assembly)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"));
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        var references = metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name));
        Assert.DoesNotContain(references, name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            || name is "interview-agent" or "InterviewAgent.Web" or "InterviewAgent.Evals");
    }

    [Fact]
    public void The_measure_of_the_gate_shares_no_code_and_no_word_list_with_the_gate()
    {
        foreach (var path in Source.Files("src/InterviewAgent.Evals/Neutrality"))
        {
            var text = File.ReadAllText(path);
            Assert.DoesNotContain("NeutralityGate", text, StringComparison.Ordinal);
            Assert.DoesNotContain("InterviewAgent.Interviewing", text, StringComparison.Ordinal);
            Assert.DoesNotContain("lexicons", text, StringComparison.Ordinal);
        }
    }

    /// <summary>Slices whose types appear in a signature, field or body of the slice's own types.</summary>
    private static HashSet<string> SlicesNamedBy(string slice)
    {
        using var file = File.OpenRead(Library);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        var names = new TypeNames(metadata);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var handle in metadata.TypeDefinitions.Where(handle => names.Slice(handle) == slice))
        {
            var type = metadata.GetTypeDefinition(handle);
            foreach (var field in type.GetFields())
            {
                names.Collect(metadata.GetBlobReader(metadata.GetFieldDefinition(field).Signature), seen);
            }
            foreach (var methodHandle in type.GetMethods())
            {
                var method = metadata.GetMethodDefinition(methodHandle);
                names.Collect(metadata.GetBlobReader(method.Signature), seen);
                if (method.RelativeVirtualAddress != 0)
                {
                    names.CollectBody(image.GetMethodBody(method.RelativeVirtualAddress), seen);
                }
            }
        }
        return seen;
    }
}
