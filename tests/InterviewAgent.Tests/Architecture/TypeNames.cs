using System.Reflection.Emit;
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

    /// <summary>Reads a body, instruction by instruction, for metadata tokens of the library's own types and methods.</summary>
    public void CollectBody(MethodBodyBlock body, HashSet<string> seen)
    {
        foreach (var token in Instructions.Tokens(body.GetILBytes()!, OperandType.InlineMethod, OperandType.InlineTok, OperandType.InlineType))
        {
            Token(MetadataTokens.EntityHandle(token), seen);
        }
        if (!body.LocalSignature.IsNil)
        {
            Collect(metadata.GetBlobReader(metadata.GetStandaloneSignature(body.LocalSignature).Signature), seen);
        }
    }

    private void Token(EntityHandle token, HashSet<string> seen)
    {
        switch (token.Kind)
        {
            case HandleKind.TypeDefinition:
                Add((TypeDefinitionHandle)token, seen);
                break;
            case HandleKind.MethodDefinition:
                Add(metadata.GetMethodDefinition((MethodDefinitionHandle)token).GetDeclaringType(), seen);
                break;
        }
    }

    private void Add(TypeDefinitionHandle handle, HashSet<string> seen)
    {
        if (Slice(handle) is { } slice)
        {
            seen.Add(slice);
        }
    }
}
