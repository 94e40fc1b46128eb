namespace InterviewAgent.Privacy.Masking;

/// <summary>What a placeholder says of the words it stands for.</summary>
internal static class MaskKind
{
    public const string Person = "PERSON", Name = "NAME", Email = "EMAIL", Phone = "PHONE", Url = "URL", Ip = "IP", Iban = "IBAN", Card = "CARD",
        Number = "NUMBER", Address = "ADDRESS", Organisation = "ORGANISATION", Place = "PLACE", Date = "DATE", Age = "AGE", Title = "TITLE", Said = "SAID";
}
