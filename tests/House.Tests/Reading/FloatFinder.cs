using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Openbook.House.Tests.Reading;

/// <summary>Reads a signature and answers one question: is there floating point anywhere in it?</summary>
public sealed class FloatFinder : ISignatureTypeProvider<bool, object?>
{
    public bool GetPrimitiveType(PrimitiveTypeCode typeCode) =>
        typeCode is PrimitiveTypeCode.Single or PrimitiveTypeCode.Double;

    public bool GetArrayType(bool elementType, ArrayShape shape) => elementType;

    public bool GetByReferenceType(bool elementType) => elementType;

    public bool GetFunctionPointerType(MethodSignature<bool> signature) =>
        signature.ReturnType || signature.ParameterTypes.Contains(true);

    public bool GetGenericInstantiation(bool genericType, ImmutableArray<bool> typeArguments) =>
        typeArguments.Contains(true);

    public bool GetGenericMethodParameter(object? genericContext, int index) => false;

    public bool GetGenericTypeParameter(object? genericContext, int index) => false;

    public bool GetModifiedType(bool modifier, bool unmodifiedType, bool isRequired) => unmodifiedType;

    public bool GetPinnedType(bool elementType) => elementType;

    public bool GetPointerType(bool elementType) => elementType;

    public bool GetSZArrayType(bool elementType) => elementType;

    public bool GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => false;

    public bool GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => false;

    public bool GetTypeFromSpecification(
        MetadataReader reader,
        object? genericContext,
        TypeSpecificationHandle handle,
        byte rawTypeKind
    ) => reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);
}
