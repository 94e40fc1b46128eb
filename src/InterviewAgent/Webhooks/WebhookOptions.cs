using System.ComponentModel.DataAnnotations;

namespace InterviewAgent.Webhooks;

/// <summary>Section "Webhooks": how events are sent to the addresses that want them.</summary>
public sealed class WebhookOptions : IValidatableObject
{
    /// <summary>True: an address may lie in a private network, and be plain http.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>"http://proxy.example.com:3128"; empty: none, whatever the environment says. A proxy then decides which addresses are reached.</summary>
    [Required(AllowEmptyStrings = true)]
    public string Proxy { get; set; } = "";

    /// <summary>How long one attempt may take, from the first look-up to the status.</summary>
    [Range(1, 120)]
    public int TimeoutSeconds { get; set; } = 15;

    /// <summary>What a process took up and did not finish within this many seconds is sent again. Longer than a round of attempts takes.</summary>
    [Range(5, 3600)]
    public int ClaimSeconds { get; set; } = 180;

    /// <summary>An address that took nothing for this many days is paused.</summary>
    [Range(1, 30)]
    public int PauseAfterDays { get; set; } = 3;

    /// <summary>How long the secret before signs beside the new one after a rotation.</summary>
    [Range(0, 720)]
    public int OldSecretHours { get; set; } = 24;

    /// <summary>What was sent, or given up, is kept this long.</summary>
    [Range(1, 365)]
    public int KeepDays { get; set; } = 30;

    internal Uri? ProxyAddress => Proxy.Length == 0 ? null : new Uri(Proxy);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Proxy.Length > 0 && !(Uri.TryCreate(Proxy, UriKind.Absolute, out var proxy) && proxy.Scheme is "http" or "https"))
        {
            yield return new("write an address such as http://proxy.example.com:3128.", [nameof(Proxy)]);
        }
        if (ClaimSeconds <= 2 * TimeoutSeconds)
        {
            yield return new("a claim has to be longer than two attempts, or what is being sent is sent twice.", [nameof(ClaimSeconds)]);
        }
    }
}
