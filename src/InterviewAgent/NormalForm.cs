using System.Text;

namespace InterviewAgent;

/// <summary>
/// A Unicode normal form of whatever somebody sent. Half a surrogate pair and a noncharacter (U+FFFE) have none, and the framework throws on them: U+FFFD
/// stands for the one, a blank for the other.
/// </summary>
internal static class NormalForm
{
    public static string Of(string text, NormalizationForm form) =>
        (text.AsSpan().IndexOfAnyInRange('\uD800', '\uFFFF') < 0 ? text : Sound(text)).Normalize(form);

    private static string Sound(string text)
    {
        StringBuilder sound = new(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            sound.Append(IsNoncharacter(rune.Value) ? " " : rune.ToString());
        }
        return sound.ToString();
    }

    private static bool IsNoncharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;
}
