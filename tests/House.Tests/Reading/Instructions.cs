using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;

namespace Openbook.House.Tests.Reading;

/// <summary>The instructions of a compiled method.</summary>
public static class Instructions
{
    private static readonly Dictionary<int, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value & 0xFFFF);

    /// <summary>Each instruction with the metadata token it names, or 0.</summary>
    public static IReadOnlyList<(OpCode Code, int Token)> Of(BlobReader body)
    {
        var found = new List<(OpCode, int)>();
        while (body.RemainingBytes > 0)
        {
            int value = body.ReadByte();
            var code = Codes[value == 0xFE ? 0xFE00 | body.ReadByte() : value];
            found.Add((code, Operand(code.OperandType, ref body)));
        }
        return found;
    }

    /// <summary>Whether the instruction makes, reads or writes a floating-point number.</summary>
    public static bool IsFloat(OpCode code) =>
        code.Name!.Contains(".r4", StringComparison.Ordinal)
        || code.Name!.Contains(".r8", StringComparison.Ordinal)
        || code.Name == "conv.r.un";

    private static int Operand(OperandType type, ref BlobReader body)
    {
        switch (type)
        {
            case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                return body.ReadInt32();
            case OperandType.InlineSwitch:
                var targets = body.ReadInt32();
                body.Offset += 4 * targets;
                return 0;
            default:
                body.Offset += Size(type);
                return 0;
        }
    }

    private static int Size(OperandType type) =>
        type switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            _ => 4,
        };
}
