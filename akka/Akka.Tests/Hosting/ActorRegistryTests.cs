using Akka.Actor;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Akka.Tests.Hosting;

public class ActorRegistryTests
{
    private static readonly Type Key = typeof(First);

    private readonly ActorRegistry _registry = new();

    [Fact]
    public void an_actor_is_found_under_its_key_only()
    {
        _registry.Register<First>(ActorRefs.Nobody);
        Assert.Same(ActorRefs.Nobody, _registry.Get<First>());
        Assert.True(_registry.TryGet(Key, out var found));
        Assert.Same(ActorRefs.Nobody, found);
        Assert.False(_registry.TryGet<Second>(out _));
        Assert.Equal([typeof(First)], _registry.Select(entry => entry.Key));
    }

    [Fact]
    public void a_missing_actor_is_an_error_that_names_the_key()
    {
        var error = Assert.Throws<MissingActorRegistryEntryException>(() => _registry.Get<First>());
        Assert.Contains(typeof(First).FullName!, error.Message);
    }

    [Fact]
    public void a_key_is_registered_twice_only_to_overwrite_it()
    {
        _registry.Register<First>(ActorRefs.Nobody);
        Assert.Throws<DuplicateActorRegistryException>(() => _registry.Register<First>(ActorRefs.Nobody));
        Assert.False(_registry.TryRegister<First>(ActorRefs.Nobody));
        Assert.True(_registry.TryRegister<First>(ActorRefs.Nobody, overwrite: true));
        _registry.Register<First>(ActorRefs.Nobody, overwrite: true);
    }

    [Fact]
    public async Task waiting_for_an_actor_ends_when_it_is_registered()
    {
        var first = _registry.GetAsync<First>();
        var second = _registry.GetAsync(Key);
        Assert.False(first.IsCompleted);
        _registry.Register<First>(ActorRefs.Nobody);
        Assert.Same(ActorRefs.Nobody, await first);
        Assert.Same(ActorRefs.Nobody, await second);
        Assert.Same(ActorRefs.Nobody, await _registry.GetAsync<First>());
    }

    [Fact]
    public async Task who_gives_up_waiting_does_not_take_the_others_along()
    {
        using var impatience = new CancellationTokenSource();
        var impatient = _registry.GetAsync<First>(impatience.Token);
        var patient = _registry.GetAsync<First>();
        impatience.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        _registry.Register<First>(ActorRefs.Nobody);
        Assert.Same(ActorRefs.Nobody, await patient);
    }

    [Fact]
    public async Task a_required_actor_may_be_registered_after_it_was_injected()
    {
        var required = new RequiredActor<First>(_registry);
        Assert.Throws<MissingActorRegistryEntryException>(() => required.ActorRef);
        var awaited = required.GetAsync();
        _registry.Register<First>(ActorRefs.Nobody);
        Assert.Same(ActorRefs.Nobody, await awaited);
        Assert.Same(ActorRefs.Nobody, required.ActorRef);
    }

    [Fact]
    public async Task those_who_only_read_see_what_others_register()
    {
        using var services = new ServiceCollection()
            .AddSingleton<IActorRegistry>(_registry)
            .AddSingleton<IReadOnlyActorRegistry>(_registry)
            .AddSingleton(typeof(IRequiredActor<>), typeof(RequiredActor<>))
            .BuildServiceProvider();
        var writer = services.GetRequiredService<IActorRegistry>();
        var reader = services.GetRequiredService<IReadOnlyActorRegistry>();
        var required = services.GetRequiredService<IRequiredActor<First>>();
        var awaited = Task.WhenAll(reader.GetAsync<First>(), reader.GetAsync(Key), required.GetAsync());
        Assert.False(reader.TryGet<First>(out _) || reader.TryGet(Key, out _));
        Assert.True(writer.TryRegister<First>(ActorRefs.Nobody));
        Assert.False(writer.TryRegister(Key, ActorRefs.Nobody));
        Assert.All(await awaited, actor => Assert.Same(ActorRefs.Nobody, actor));
        Assert.True(reader.TryGet<First>(out var found) && reader.TryGet(Key, out _));
        Assert.Same(found, reader.Get<First>());
        Assert.Same(found, required.ActorRef);
        Assert.Equal([KeyValuePair.Create(Key, found)], reader);
    }

    private sealed class First;

    private sealed class Second;
}
