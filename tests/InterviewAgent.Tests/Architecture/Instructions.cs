using System.Reflection;
using System.Reflection.Emit;

namespace InterviewAgent.Tests.Architecture;

/// <summary>A method's body, instruction by instruction (ECMA-335, partition III).</summary>
internal static class Instructions
{
    private static readonly Dictionary<int, OpCode> ByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => (int)(ushort)code.Value);

    /// <summary>The metadata tokens that instructions of these operand types hold.</summary>
    public static IEnumerable<int> Tokens(byte[] il, params OperandType[] kinds)
    {
        for (var at = 0; at < il.Length;)
        {
            var code = ByValue[il[at] == 0xFE ? (il[at] << 8) | il[at + 1] : il[at]];
            at += code.Size;
            if (kinds.Contains(code.OperandType))
            {
                yield return BitConverter.ToInt32(il, at);
            }
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
        }
    }
}
