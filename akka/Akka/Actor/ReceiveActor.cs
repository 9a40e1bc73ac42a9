using Akka.Actor.Internal;
using Akka.Dispatch;

namespace Akka.Actor
{
    /// <summary>
    /// An actor that declares a handler for each type of message, in its constructor or in what it becomes; the first one that fits
    /// handles the message.
    /// </summary>
    public abstract class ReceiveActor : UntypedActor, IInitializableActor
    {
        private readonly Stack<Handlers> _configuring = new();
        private readonly Handlers _initial;
        private bool _initialized;

        /// <summary>Opens the handlers of the first behaviour.</summary>
        protected ReceiveActor() => _configuring.Push(_initial = new Handlers());

        void IInitializableActor.Init()
        {
            if (_initialized) return;
            _initialized = true;
            _configuring.Pop();
        }

        private protected sealed override bool ExecuteMessageHandler(object message) => _initial.Handle(message);

        /// <summary>Not used: the declared handlers take the messages.</summary>
        protected sealed override void OnReceive(object message) => ExecuteMessageHandler(message);

        /// <summary>Declares handlers anew and handles messages with them from now on.</summary>
        protected void Become(Action configure) => Become(Configured(configure).Handle);

        /// <summary>Declares handlers anew and handles messages with them until <see cref="ActorBase.UnbecomeStacked"/>.</summary>
        protected void BecomeStacked(Action configure) => BecomeStacked(Configured(configure).Handle);

        private Handlers Configured(Action configure)
        {
            var handlers = new Handlers();
            _configuring.Push(handlers);
            try
            {
                configure();
            }
            finally
            {
                _configuring.Pop();
            }

            return handlers;
        }

        private Handlers Open => _configuring.TryPeek(out var handlers)
            ? handlers
            : throw new InvalidOperationException("You may only call Receive-methods when constructing the actor and inside Become().");

        /// <summary>Handles messages of a type.</summary>
        protected void Receive<T>(Action<T> handler, Predicate<T>? shouldHandle = null)
        {
            if (shouldHandle is null) Open.Add(typeof(T), m => { if (m is not T t) return false; handler(t); return true; });
            else Open.Add(typeof(T), m => { if (m is not T t || !shouldHandle(t)) return false; handler(t); return true; }, partial: true);
        }

        /// <summary>Handles messages of a type that meet a condition.</summary>
        protected void Receive<T>(Predicate<T> shouldHandle, Action<T> handler) => Receive(handler, shouldHandle);

        /// <summary>Handles those messages of a type for which the handler returns true.</summary>
        protected void Receive<T>(Func<T, bool> handler) => Open.Add(typeof(T), m => m is T t && handler(t), partial: true);

        /// <summary>Handles messages of a type.</summary>
        protected void Receive(Type messageType, Action<object> handler, Predicate<object>? shouldHandle = null) =>
            Open.Add(messageType, m =>
            {
                if (!messageType.IsInstanceOfType(m) || (shouldHandle is not null && !shouldHandle(m))) return false;
                handler(m);
                return true;
            }, partial: shouldHandle is not null);

        /// <summary>Handles messages of a type that meet a condition.</summary>
        protected void Receive(Type messageType, Predicate<object> shouldHandle, Action<object> handler) => Receive(messageType, handler, shouldHandle);

        /// <summary>Handles those messages of a type for which the handler returns true.</summary>
        protected void Receive(Type messageType, Func<object, bool> handler) =>
            Open.Add(messageType, m => messageType.IsInstanceOfType(m) && handler(m), partial: true);

        /// <summary>Handles messages of a type asynchronously: the next message waits for the end of the task.</summary>
        protected void ReceiveAsync<T>(Func<T, Task> handler, Predicate<T>? shouldHandle = null) =>
            Receive<T>(m => ActorTaskScheduler.RunTask(() => handler(m)), shouldHandle);

        /// <summary>Handles messages of a type that meet a condition asynchronously: the next message waits for the end of the task.</summary>
        protected void ReceiveAsync<T>(Predicate<T> shouldHandle, Func<T, Task> handler) => ReceiveAsync(handler, shouldHandle);

        /// <summary>Handles messages of a type asynchronously: the next message waits for the end of the task.</summary>
        protected void ReceiveAsync(Type messageType, Func<object, Task> handler, Predicate<object>? shouldHandle = null) =>
            Receive(messageType, m => ActorTaskScheduler.RunTask(() => handler(m)), shouldHandle);

        /// <summary>Handles messages of a type that meet a condition asynchronously: the next message waits for the end of the task.</summary>
        protected void ReceiveAsync(Type messageType, Predicate<object> shouldHandle, Func<object, Task> handler) => ReceiveAsync(messageType, handler, shouldHandle);

        /// <summary>Handles every message that no handler before took.</summary>
        protected void ReceiveAny(Action<object> handler) => Open.Add(typeof(object), m => { handler(m); return true; });

        /// <summary>Handles every message that no handler before took, asynchronously: the next message waits for the end of the task.</summary>
        protected void ReceiveAnyAsync(Func<object, Task> handler) => ReceiveAny(m => ActorTaskScheduler.RunTask(() => handler(m)));

        /// <summary>The handlers of one behaviour, in order of declaration.</summary>
        private sealed class Handlers
        {
            private readonly List<Func<object, bool>> _handlers = [];
            private bool _closed;

            public void Add(Type messageType, Func<object, bool> handler, bool partial = false)
            {
                if (_closed)
                    throw new InvalidOperationException("A handler that catches all messages has been added. No handler can be added after that.");
                _handlers.Add(handler);
                _closed = messageType == typeof(object) && !partial;
            }

            public bool Handle(object message)
            {
                foreach (var handler in _handlers)
                    if (handler(message)) return true;
                return false;
            }
        }
    }
}

namespace Akka.Actor.Internal
{
    /// <summary>An actor that has something to do between its constructor and <c>PreStart</c>.</summary>
    public interface IInitializableActor
    {
        /// <summary>Called by the cell.</summary>
        void Init();
    }
}
