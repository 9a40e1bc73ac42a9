using Akka.Dispatch.MessageQueues;

namespace Akka.Dispatch;

/// <summary>
/// Implemented by an actor that cannot do without a kind of queue. <typeparamref name="T"/> is bound to a mailbox by
/// <c>akka.actor.mailbox.requirements</c>.
/// </summary>
/// <typeparam name="T">The semantics that the actor's queue must have.</typeparam>
public interface IRequiresMessageQueue<T> where T : ISemantics
{
}

/// <summary>Implemented by a <see cref="MailboxType"/> to say what it makes, so that requirements can be held against it.</summary>
/// <typeparam name="TQueue">The queue that <see cref="MailboxType.Create"/> returns.</typeparam>
public interface IProducesMessageQueue<TQueue> where TQueue : IMessageQueue
{
}
