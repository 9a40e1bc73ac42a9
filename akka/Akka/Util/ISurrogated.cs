namespace Akka.Util;

/// <summary>A type that a serializer would replace by a plain one. Nothing is serialized here, so it is only a mark.</summary>
public interface ISurrogated;
