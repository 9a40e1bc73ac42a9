namespace Akka.TestKit;

/// <summary>Makes predicates for messages of a type.</summary>
public static class PredicateInfoFactory
{
    /// <summary>A predicate for messages of a type.</summary>
    public static PredicateInfo CreatePredicateInfo<T>(Predicate<T> predicateT) => PredicateInfo.Create(predicateT);
}
