using System.Globalization;

namespace InterviewAgent.Accounts.Import;

/// <summary>One value of a file with its place: read as what it should be, or named as a problem.</summary>
internal readonly record struct Field(string? Value, int Line, string Column, ImportProblems Problems)
{
    private static readonly DateOnly Earliest = new(1990, 1, 1);
    private static readonly DateOnly Latest = new(2199, 12, 31);

    public string? Text() => string.IsNullOrWhiteSpace(Value) ? null : Value.Trim();

    public string Required()
    {
        if (Text() is { } text)
        {
            return text;
        }

        Problems.Add(Line, Column, "it is missing", "Give it a value.");
        return "";
    }

    public DateOnly? Date()
    {
        if (Text() is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date >= Earliest && date <= Latest)
        {
            return date;
        }

        Wrong(text, "a date", "Write year-month-day, such as 2026-03-02.");
        return null;
    }

    /// <summary>A moment, or a day (its start in UTC), as an export of a mail or survey tool has it.</summary>
    public DateTimeOffset? Time()
    {
        if (Text() is not { } text)
        {
            return null;
        }

        if (text.Length >= 10 && text[4] == '-' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            && time.Year >= Earliest.Year && time.Year <= Latest.Year)
        {
            return time;
        }

        Wrong(text, "a date or a time", "Write 2026-03-02 or 2026-03-02T09:30:00Z.");
        return null;
    }

    /// <summary>Id of a person or tenant in a directory; as Entra writes it, which is a GUID, in lower case.</summary>
    public string? DirectoryId()
    {
        if (Text() is not { } text || (text.Length is >= 32 and <= 40 && text.All(c => char.IsAsciiHexDigit(c) || c == '-')))
        {
            return Text()?.ToLowerInvariant();
        }

        Wrong(text, "a directory id", "Write the object id or tenant id from Entra, such as 3f2c0a9e-6f0b-4c1e-9d5a-0b7c8e2f4a11.");
        return null;
    }

    public string? TimeZone()
    {
        if (Text() is not { } text || TimeZoneInfo.TryFindSystemTimeZoneById(text, out _))
        {
            return Text();
        }

        Wrong(text, "a time zone", "Write an IANA name, such as Europe/Lisbon.");
        return null;
    }

    public int? Number(int least, int most = int.MaxValue)
    {
        if (Text() is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }

        var range = most == int.MaxValue ? $"{least} or more" : $"{least} to {most}";
        Wrong(text, $"a whole number of {range}", "Write digits only, without separators.");
        return null;
    }

    /// <summary>One of the names; letter case, spaces and underscores do not matter.</summary>
    public T? OneOf<T>(params ReadOnlySpan<(string Name, T Value)> names) where T : struct
    {
        if (Text() is not { } text)
        {
            return null;
        }

        var plain = text.Replace(' ', '-').Replace('_', '-');
        foreach (var (name, value) in names)
        {
            if (name.Equals(plain, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        List<string> known = [];
        foreach (var (name, _) in names)
        {
            known.Add(name);
        }

        Wrong(text, "known here", $"Write {string.Join(", ", known.SkipLast(1))} or {known[^1]}.");
        return null;
    }

    /// <summary>For a value that must be there: names its absence unless another problem was just named in its place.</summary>
    public T Needed<T>(T? value) where T : struct
    {
        if (value is null && Text() is null)
        {
            Problems.Add(Line, Column, "it is missing", "Give it a value.");
        }

        return value.GetValueOrDefault();
    }

    private void Wrong(string text, string what, string mend) =>
        Problems.Add(Line, Column, $"{ImportProblems.Show(text)} is not {what}", mend);
}
