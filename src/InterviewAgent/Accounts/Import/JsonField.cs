using System.Text.Json;

namespace InterviewAgent.Accounts.Import;

/// <summary>One value of a JSON record with its path, for records whose every fault is to be named.</summary>
internal readonly record struct JsonField(JsonElement? Element, int Line, string Path, ImportProblems Problems)
{
    public bool IsThere => Element is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) };

    public JsonField this[string name] =>
        this with
        {
            Path = Path.Length == 0 ? name : $"{Path}.{name}",
            Element = Element is { ValueKind: JsonValueKind.Object } here && here.TryGetProperty(name, out var value) ? value : null,
        };

    /// <summary>True for an object; names a value that is there and is something else.</summary>
    public bool IsObject() => Is(JsonValueKind.Object, "an object", "Write {…}.");

    /// <summary>The items of a list; none when it is not there.</summary>
    public IEnumerable<JsonField> Items()
    {
        var here = this;
        return Is(JsonValueKind.Array, "a list", "Write […].")
            ? Element!.Value.EnumerateArray().Select((item, index) => here with { Element = item, Path = $"{here.Path}[{index}]" })
            : [];
    }

    /// <summary>Text exactly as written; null where there is none.</summary>
    public string? Verbatim()
    {
        if (!Is(JsonValueKind.String, "text", "Write it in double quotes."))
        {
            return null;
        }

        try
        {
            return Element!.Value.GetString();
        }
        catch (InvalidOperationException)
        {
            Problems.Add(Line, Path, "it holds half of a surrogate pair", "Write the whole character.");
            return null;
        }
    }

    /// <summary>A value for <see cref="Field"/>'s readers: text, or a number as it is written.</summary>
    public Field Scalar() => new(
        Element is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : Verbatim(), Line, Path, Problems);

    private bool Is(JsonValueKind kind, string what, string mend)
    {
        if (IsThere && Element!.Value.ValueKind != kind)
        {
            Problems.Add(Line, Path.Length == 0 ? "the record" : Path, $"it is not {what}", mend);
        }

        return Element?.ValueKind == kind;
    }
}
