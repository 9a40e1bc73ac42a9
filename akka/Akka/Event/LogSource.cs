using Akka.Actor;

namespace Akka.Event;

/// <summary>In whose name something is logged, and of which type that is.</summary>
public readonly struct LogSource
{
    private LogSource(string source, Type type)
    {
        Source = source;
        Type = type;
    }

    /// <summary>The name.</summary>
    public string Source { get; }

    /// <summary>The type.</summary>
    public Type Type { get; }

    /// <summary>Both given.</summary>
    public static LogSource Create(string source, Type t) => new(source, t);

    /// <summary>From an actor, a type, a text or any object, which goes by its type.</summary>
    public static LogSource Create(object o) => new(o switch
    {
        IActorContext context => context.Self.Path.ToString()!,
        IActorRef actor => actor.Path.ToString()!,
        string name => name,
        Type type => Logging.SimpleName(type),
        _ => Logging.SimpleName(o),
    }, SourceType(o));

    /// <summary>As <see cref="Create(object)"/>; what is no actor is followed by the system it is of.</summary>
    public static LogSource Create(object o, ActorSystem system) => new(o switch
    {
        IActorContext context => FromActor(context, system),
        IActorRef actor => FromActorRef(actor, system),
        string name => FromString(name, system),
        ActorSystem self => $"ActorSystem({self.Name})",
        Type type => FromType(type, system),
        _ => FromType(o.GetType(), system),
    }, SourceType(o));

    /// <summary>A text and the system: <c>name (akka://sys)</c>.</summary>
    public static string FromString(string source, ActorSystem system) => $"{source} (akka://{system.Name})";

    /// <summary>The path of the actor.</summary>
    public static string FromActor(IActorContext actor, ActorSystem system) => FromActorRef(actor.Self, system);

    /// <summary>The path of the actor.</summary>
    public static string FromActorRef(IActorRef a, ActorSystem system) => a.Path.ToString()!;

    /// <summary>The short name of the type and the system: <c>Name (akka://sys)</c>.</summary>
    public static string FromType(Type t, ActorSystem system) => FromString(Logging.SimpleName(t), system);

    /// <summary>The type that goes with a source.</summary>
    public static Type SourceType(object o) => o switch
    {
        Type type => type,
        IActorContext context => context.Props.Type,
        IActorRef => typeof(ActorBase),
        string => typeof(DummyClassForStringSources),
        _ => o.GetType(),
    };
}

/// <summary>The type of a source that is only a text.</summary>
public class DummyClassForStringSources
{
    private DummyClassForStringSources() { }
}
