using System.Globalization;
using System.Text.Json;

namespace InterviewAgent.LanguageModels.Answers;

/// <summary>
/// Whether a value is what a JSON schema asks for, in the subset that strict structured output knows: type, properties, required,
/// additionalProperties, items, enum, const, anyOf, $ref to $defs, bounds of numbers, lengths and counts.
/// </summary>
internal static class CheckSchema
{
    private const int Deepest = 64;

    /// <summary>The first thing wrong with its place ("$.findings[2].code: …"); null: nothing.</summary>
    public static string? FirstFault(JsonElement value, JsonElement schema) => Fault(value, schema, schema, "$", 0);

    private static string? Fault(JsonElement value, JsonElement schema, JsonElement root, string at, int depth)
    {
        if (depth > Deepest) return $"{at}: nested deeper than {Deepest}";
        if (schema.ValueKind == JsonValueKind.True || schema.ValueKind != JsonValueKind.Object) return schema.ValueKind == JsonValueKind.False ? $"{at}: not allowed" : null;
        if (Get(schema, "$ref") is { } reference)
            return Resolve(reference.GetString() ?? "", root) is { } target ? Fault(value, target, root, at, depth + 1) : $"{at}: the schema's {reference} leads nowhere";
        if (Get(schema, "anyOf") is { } any)
        {
            var faults = any.EnumerateArray().Select(one => Fault(value, one, root, at, depth + 1)).ToList();
            if (!faults.Contains(null)) return faults[^1];
        }
        if (Get(schema, "type") is { } type && !Types(type).Any(name => Is(value, name)))
            return $"{at}: must be {string.Join(" or ", Types(type))}";
        if (Get(schema, "enum") is { } allowed && !allowed.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)))
            return $"{at}: {Shown(value)} is not one of the allowed values";
        if (Get(schema, "const") is { } only && !JsonElement.DeepEquals(only, value)) return $"{at}: must be {Shown(only)}";
        return value.ValueKind switch
        {
            JsonValueKind.Object => OfObject(value, schema, root, at, depth),
            JsonValueKind.Array => OfArray(value, schema, root, at, depth),
            JsonValueKind.Number => Between(value.GetDouble(), schema, "minimum", "maximum", at, "must be"),
            JsonValueKind.String => Between(value.GetString()!.Length, schema, "minLength", "maxLength", at, "its length must be"),
            _ => null,
        };
    }

    private static string? OfObject(JsonElement value, JsonElement schema, JsonElement root, string at, int depth)
    {
        if (Get(schema, "required") is { } required
            && required.EnumerateArray().FirstOrDefault(name => !value.TryGetProperty(name.GetString()!, out _)) is { ValueKind: JsonValueKind.String } missing)
            return $"{at}: '{missing}' is missing";
        var properties = Get(schema, "properties");
        foreach (var property in value.EnumerateObject())
        {
            var rule = properties is { } known && Get(known, property.Name) is { } own ? own : Get(schema, "additionalProperties");
            if (rule is { } held && Fault(property.Value, held, root, $"{at}.{property.Name}", depth + 1) is { } fault) return fault;
        }
        return null;
    }

    private static string? OfArray(JsonElement value, JsonElement schema, JsonElement root, string at, int depth)
    {
        if (Between(value.GetArrayLength(), schema, "minItems", "maxItems", at, "its length must be") is { } wrong) return wrong;
        return Get(schema, "items") is not { } items ? null
            : value.EnumerateArray().Select((item, index) => Fault(item, items, root, $"{at}[{index}]", depth + 1)).FirstOrDefault(fault => fault is not null);
    }

    private static string? Between(double value, JsonElement schema, string least, string most, string at, string what) =>
        Get(schema, least) is { } low && value < low.GetDouble() ? string.Create(CultureInfo.InvariantCulture, $"{at}: {what} at least {low.GetDouble()}")
        : Get(schema, most) is { } high && value > high.GetDouble() ? string.Create(CultureInfo.InvariantCulture, $"{at}: {what} at most {high.GetDouble()}") : null;

    private static bool Is(JsonElement value, string? type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number == Math.Floor(number),
        _ => false,
    };

    private static IEnumerable<string?> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()) : [type.GetString()];

    private static JsonElement? Resolve(string reference, JsonElement root)
    {
        JsonElement? at = root;
        foreach (var part in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
            at = at is { } here ? Get(here, part) : null;
        return reference.StartsWith('#') ? at : null;
    }

    private static JsonElement? Get(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var found) ? found : null;

    private static string Shown(JsonElement value) => value.GetRawText() is { Length: > 40 } text ? text[..40] + "…" : value.GetRawText();
}
