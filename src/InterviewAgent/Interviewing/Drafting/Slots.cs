namespace InterviewAgent.Interviewing.Drafting;

/// <summary>What fills the slots of a template; a null slot makes the template's twin speak.</summary>
internal sealed record Slots(string? Product, string? Task, string? Vendor, string? Contact, int Minutes, int Questions, int Probes)
{
    internal IEnumerable<string> Words => new[] { Product, Task, Vendor, Contact }.OfType<string>();

    internal string? this[string name] => name switch
    {
        "product" => Product,
        "task" => Task,
        "vendor" => Vendor,
        "contact" => Contact,
        "minutes" => Minutes.ToString(System.Globalization.CultureInfo.InvariantCulture),
        "questions" => Questions.ToString(System.Globalization.CultureInfo.InvariantCulture),
        "probes" => Probes.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    };
}
