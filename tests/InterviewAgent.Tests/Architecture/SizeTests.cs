namespace InterviewAgent.Tests.Architecture;

/// <summary>Small files are where a reader finds things (DESIGN.md, "Size").</summary>
public class SizeTests
{
    private static readonly int[] Lengths =
        [.. Source.Files("src").Select(path => File.ReadLines(path).Count()).Order()];

    [Fact]
    public void No_source_file_is_longer_than_400_lines() =>
        Assert.DoesNotContain(Source.Files("src"), path => File.ReadLines(path).Count() > 400);

    [Fact]
    public void Nine_source_files_in_ten_are_under_200_lines() =>
        Assert.True(Lengths[Lengths.Length * 9 / 10] < 200, $"the 90th percentile is {Lengths[Lengths.Length * 9 / 10]} lines");

    [Fact]
    public void The_median_source_file_is_under_60_lines() =>
        Assert.True(Lengths[Lengths.Length / 2] < 60, $"the median is {Lengths[Lengths.Length / 2]} lines");

    [Fact]
    public void Names_say_what_a_thing_is() =>
        Assert.DoesNotContain(Source.Files("src"), path =>
            new[] { "Manager", "Service", "Helper", "Helpers", "Utils", "Common", "V2" }
                .Any(word => Path.GetFileNameWithoutExtension(path).EndsWith(word, StringComparison.Ordinal)));
}
