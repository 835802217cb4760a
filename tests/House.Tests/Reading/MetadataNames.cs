using System.Reflection.Metadata;

namespace Openbook.House.Tests.Reading;

/// <summary>The names that a compiled assembly uses, and whether a signature has floating point in it.</summary>
public sealed class MetadataNames(MetadataReader reader)
{
    private static readonly FloatFinder Finder = new();

    public MetadataReader Reader { get; } = reader;

    public string OfType(TypeReferenceHandle handle)
    {
        var type = Reader.GetTypeReference(handle);
        var name = Reader.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{OfType((TypeReferenceHandle)type.ResolutionScope)}.{name}"
            : Join(Reader.GetString(type.Namespace), name);
    }

    public string OfMethod(MethodDefinitionHandle handle)
    {
        var method = Reader.GetMethodDefinition(handle);
        return $"{OfDefinition(method.GetDeclaringType())}.{Reader.GetString(method.Name)}";
    }

    public string OfField(FieldDefinitionHandle handle)
    {
        var field = Reader.GetFieldDefinition(handle);
        return $"{OfDefinition(field.GetDeclaringType())}.{Reader.GetString(field.Name)}";
    }

    /// <summary>The type that a member reference belongs to; for a generic one, the type without its arguments.</summary>
    public string OfParent(EntityHandle parent) =>
        parent.Kind switch
        {
            HandleKind.TypeReference => OfType((TypeReferenceHandle)parent),
            HandleKind.TypeDefinition => OfDefinition((TypeDefinitionHandle)parent),
            HandleKind.TypeSpecification => OfSpecification((TypeSpecificationHandle)parent),
            _ => "",
        };

    /// <summary>A token, and for a generic instance of a method also the method behind it.</summary>
    public EntityHandle[] WithPlain(EntityHandle handle) =>
        handle.Kind == HandleKind.MethodSpecification
            ? [handle, Reader.GetMethodSpecification((MethodSpecificationHandle)handle).Method]
            : [handle];

    public static bool HasFloat(MethodDefinition method) => Has(method.DecodeSignature(Finder, null));

    public static bool HasFloat(FieldDefinition field) => field.DecodeSignature(Finder, null);

    public bool HasFloat(StandaloneSignatureHandle locals) =>
        Reader.GetStandaloneSignature(locals).DecodeLocalSignature(Finder, null).Contains(true);

    public bool HasFloat(MemberReference member) =>
        member.Parent.Kind == HandleKind.TypeSpecification && HasFloat((TypeSpecificationHandle)member.Parent)
        || member.GetKind() == MemberReferenceKind.Field && member.DecodeFieldSignature(Finder, null)
        || member.GetKind() == MemberReferenceKind.Method && Has(member.DecodeMethodSignature(Finder, null));

    public bool HasFloat(TypeSpecificationHandle type) =>
        Reader.GetTypeSpecification(type).DecodeSignature(Finder, null);

    public bool HasFloat(MethodSpecificationHandle method) =>
        Reader.GetMethodSpecification(method).DecodeSignature(Finder, null).Contains(true);

    private static bool Has(MethodSignature<bool> signature) =>
        signature.ReturnType || signature.ParameterTypes.Contains(true);

    private static string Join(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";

    private string OfDefinition(TypeDefinitionHandle handle)
    {
        var type = Reader.GetTypeDefinition(handle);
        var name = Reader.GetString(type.Name);
        return type.GetDeclaringType().IsNil
            ? Join(Reader.GetString(type.Namespace), name)
            : $"{OfDefinition(type.GetDeclaringType())}.{name}";
    }

    private string OfSpecification(TypeSpecificationHandle handle)
    {
        var blob = Reader.GetBlobReader(Reader.GetTypeSpecification(handle).Signature);
        return
            blob.ReadSignatureTypeCode() == SignatureTypeCode.GenericTypeInstance
            && blob.ReadByte() != 0
            && blob.ReadTypeHandle() is { Kind: HandleKind.TypeReference } generic
            ? OfType((TypeReferenceHandle)generic)
            : "";
    }
}
