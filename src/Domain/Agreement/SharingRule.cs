namespace Openbook.Domain;

/// <summary>How a pool is divided among partners.</summary>
public abstract record SharingRule
{
    private SharingRule() { }

    /// <summary>The word for it on statements and in files.</summary>
    public abstract string Word { get; }

    /// <summary>Weight 1 for each partner of the service (of an income rule: of the agreement).</summary>
    public sealed record Equal : SharingRule
    {
        /// <inheritdoc/>
        public override string Word => "equal";
    }

    /// <summary>Stated weights, one for each partner that shares.</summary>
    /// <param name="Weights">Partner and weight, in the order of the agreement's text.</param>
    public sealed record Fixed(EquatableList<PartnerWeight> Weights) : SharingRule
    {
        /// <inheritdoc/>
        public override string Word => "fixed";
    }

    /// <summary>By what is counted for each partner.</summary>
    /// <param name="Driver">The driver's code.</param>
    public sealed record ByDriver(string Driver) : SharingRule
    {
        /// <inheritdoc/>
        public override string Word => "driver";
    }

    /// <summary>All to one partner.</summary>
    /// <param name="Partner">Its code.</param>
    public sealed record Direct(string Partner) : SharingRule
    {
        /// <inheritdoc/>
        public override string Word => "direct";
    }

    /// <summary>Income only: by the service's own rule.</summary>
    public sealed record AsService : SharingRule
    {
        /// <inheritdoc/>
        public override string Word => "as-service";
    }
}

/// <summary>A partner's weight.</summary>
/// <param name="Partner">The partner's code.</param>
/// <param name="Weight">Its weight.</param>
public sealed record PartnerWeight(string Partner, Weight Weight);
