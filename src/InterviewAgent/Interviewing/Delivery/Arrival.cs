using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace InterviewAgent.Interviewing.Delivery;

/// <summary>
/// Something a called channel brought: a mark that it came, so that a second copy is known, and, while it waits to be handled,
/// what it said. The channel's own ids are kept as hashes only; a done row holds nothing of anybody.
/// </summary>
public sealed class Arrival
{
    /// <summary>Hash of channel, conversation and the channel's message id; <see cref="KeyOf"/>.</summary>
    public required string Key { get; init; }

    /// <summary>Hash of channel and conversation, within which arrivals are handled one after the other; <see cref="PlaceOf"/>.</summary>
    public required string Place { get; init; }

    /// <summary>When it came, which is its turn among those of its place.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The activity as JSON until it is done. Left in a row that waits no more: it was given up, and somebody must look.</summary>
    public string? Json { get; set; }

    /// <summary>How often handling it failed.</summary>
    public int Attempts { get; set; }

    /// <summary>Not to be taken up by anybody else before then. Null: it waits no more.</summary>
    public DateTimeOffset? NextAt { get; set; }

    /// <param name="messageId">Null: the channel gave none, so that no copy can be known; the key is a new one every time.</param>
    public static string KeyOf(string channel, string conversationId, string? messageId) =>
        Hash(channel, conversationId, messageId ?? "\0" + Guid.NewGuid());

    public static string PlaceOf(string channel, string conversationId) => Hash(channel, conversationId);

    // With lengths: ids are free text, and no two lists of them may look the same.
    private static string Hash(params ReadOnlySpan<string> parts)
    {
        StringBuilder all = new();
        foreach (var part in parts)
        {
            all.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part}");
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())));
    }
}
