namespace Akka.Configuration.Hocon;

/// <content>What a value needs while its document's substitutions are not resolved yet. Nothing of it is left afterwards.</content>
public partial class HoconValue
{
    internal enum ResolveState : byte
    {
        /// <summary>The pieces are final; what is inside of an object or an array may still be pending.</summary>
        Settled,

        /// <summary>There are substitutions among the pieces, or an earlier value to merge with.</summary>
        Pending,

        /// <summary>Its substitutions are being looked up: a look-up that ends here is a self-reference, and means the earlier value.</summary>
        Resolving,

        /// <summary>Optional substitutions left nothing: as if the key had not been mentioned.</summary>
        Undefined,
    }

    internal ResolveState State { get; set; }

    internal bool IsPending => State != ResolveState.Settled;

    /// <summary>What the same key was set to earlier, for as long as that may still matter.</summary>
    internal HoconValue? Overridden { get; set; }

    /// <summary>Puts an earlier value of the same key behind all that is behind this one.</summary>
    internal void PutBehind(HoconValue earlier)
    {
        var last = this;
        while (last.Overridden is { } next)
            last = next;
        last.Overridden = earlier;
        // A link of the chain above may be settled by itself; with something behind it, it is not any more.
        for (var link = this; link != earlier; link = link.Overridden!)
            link.State = ResolveState.Pending;
    }
}
