namespace InterviewAgent.Privacy.Masking;

/// <summary>Check digits.</summary>
internal static class Checks
{
    /// <summary>Luhn (ISO/IEC 7812-1), over the digits alone.</summary>
    public static bool IsCard(string value)
    {
        var sum = 0;
        var second = false;
        for (var i = value.Length - 1; i >= 0; i--)
        {
            if (!char.IsAsciiDigit(value[i])) continue;
            var digit = (value[i] - '0') * (second ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
            second = !second;
        }
        return sum % 10 == 0 && value.AsSpan().ContainsAnyInRange('1', '9');
    }

    /// <summary>Mod 97 (ISO 13616): the first four characters go to the end, letters count from 10.</summary>
    public static bool IsIban(string value)
    {
        var bare = value.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (bare.Length is < 15 or > 34) return false;
        var rest = 0;
        foreach (var letter in bare[4..] + bare[..4])
        {
            if (!char.IsAsciiLetterOrDigit(letter)) return false;
            rest = char.IsAsciiDigit(letter) ? (rest * 10 + letter - '0') % 97 : (rest * 100 + letter - 'A' + 10) % 97;
        }
        return rest == 1;
    }
}
