using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace InterviewAgent.Tests.Architecture;

/// <summary>Finds, in signatures and method bodies, the types of the library's own slices.</summary>
internal sealed class TypeNames(MetadataReader metadata)
{
    /// <summary>"Accounts" for a type of InterviewAgent.Accounts or below; null outside the slices. Nested types count with their outer one.</summary>
    public string? Slice(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
        {
            type = metadata.GetTypeDefinition(type.GetDeclaringType());
        }
        var parts = metadata.GetString(type.Namespace).Split('.');
        return parts.Length > 1 && parts[0] == "InterviewAgent" ? parts[1] : null;
    }

    /// <summary>Reads every TypeDefOrRef token of a signature blob: each is preceded by ELEMENT_TYPE_CLASS or VALUETYPE.</summary>
    public void Collect(BlobReader blob, HashSet<string> seen)
    {
        while (blob.RemainingBytes > 0)
        {
            if (blob.ReadByte() is 0x11 or 0x12 && blob.RemainingBytes > 0)
            {
                var token = blob.ReadTypeHandle();
                if (token.Kind == HandleKind.TypeDefinition)
                {
                    Add((TypeDefinitionHandle)token, seen);
                }
            }
        }
    }

    /// <summary>Scans a body for metadata tokens of the library's own types, methods and fields.</summary>
    public void CollectBody(MethodBodyBlock body, HashSet<string> seen)
    {
        var il = body.GetILContent();
        for (var i = 0; i + 4 <= il.Length; i++)
        {
            var token = il[i] | (il[i + 1] << 8) | (il[i + 2] << 16) | (il[i + 3] << 24);
            switch (token >>> 24)
            {
                case 0x02 when (token & 0xFFFFFF) is > 0 and var row && row <= metadata.TypeDefinitions.Count && Opcode(il, i) is not null:
                    Add(MetadataTokens.TypeDefinitionHandle(row), seen);
                    break;
                case 0x06 when (token & 0xFFFFFF) is > 0 and var row && row <= metadata.MethodDefinitions.Count && Opcode(il, i) is 0x28 or 0x6F or 0x73:
                    Add(metadata.GetMethodDefinition(MetadataTokens.MethodDefinitionHandle(token & 0xFFFFFF)).GetDeclaringType(), seen);
                    break;
            }
        }
        if (!body.LocalSignature.IsNil)
        {
            Collect(metadata.GetBlobReader(metadata.GetStandaloneSignature(body.LocalSignature).Signature), seen);
        }
    }

    /// <summary>The byte before a token, where it is an opcode that takes one: call, callvirt, newobj, castclass, isinst, box, newarr, initobj.</summary>
    private static byte? Opcode(System.Collections.Immutable.ImmutableArray<byte> il, int at) =>
        at > 0 && il[at - 1] is 0x28 or 0x6F or 0x73 or 0x74 or 0x75 or 0x8C or 0x8D or 0x15 ? il[at - 1] : null;

    private void Add(TypeDefinitionHandle handle, HashSet<string> seen)
    {
        if (Slice(handle) is { } slice)
        {
            seen.Add(slice);
        }
    }
}
