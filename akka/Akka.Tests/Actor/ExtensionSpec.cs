using Akka.Actor;

namespace Akka.Tests.Actor;

public class ExtensionSpec : ActorSpec
{
    public sealed record Counting(ExtendedActorSystem System) : IExtension;

    public sealed class CountingId : ExtensionIdProvider<Counting>
    {
        private int _made;

        public int Made => _made;

        public override Counting CreateExtension(ExtendedActorSystem system)
        {
            Interlocked.Increment(ref _made);
            return new Counting(system);
        }
    }

    public sealed class Other : IExtension;

    public sealed class FailingId : ExtensionIdProvider<Other>
    {
        public override Other CreateExtension(ExtendedActorSystem system) => throw new NotSupportedException("will not");
    }

    private static Type Extension => typeof(Counting);

    [Fact]
    public void There_is_none_until_it_is_registered()
    {
        var id = new CountingId();
        Assert.False(Sys.HasExtension<Counting>());
        Assert.False(Sys.HasExtension(Extension));
        Assert.False(Sys.TryGetExtension<Counting>(out var none));
        Assert.Null(none);
        Assert.False(Sys.TryGetExtension(typeof(Counting), out var nothing));
        Assert.Null(nothing);
        Assert.Null(Sys.GetExtension<Counting>());
        Assert.Null(Sys.GetExtension(id));
        Assert.Null(id.Get(Sys));
        Assert.Null(((IExtensionId)id).Get(Sys));
    }

    [Fact]
    public void There_is_one_of_each_class_however_it_is_asked_for()
    {
        var id = new CountingId();
        Assert.Equal(typeof(Counting), id.ExtensionType);
        var made = id.Apply(Sys);
        Assert.Same(Sys, made.System);
        object[] again =
        [
            id.Get(Sys), new CountingId().Apply(Sys), ((IExtensionId)id).Apply(Sys), ((IExtensionId)id).Get(Sys), ((IExtensionId<Counting>)id).Apply(Sys),
            ((IExtensionId<Counting>)id).Get(Sys), Sys.RegisterExtension(id), Sys.GetExtension(id), Sys.GetExtension<Counting>(),
            Sys.WithExtension<Counting, CountingId>(), Sys.WithExtension<Counting>(typeof(CountingId)), Sys.WithExtension<Counting>(),
        ];
        Assert.All(again, one => Assert.Same(made, one));
        Assert.True(Sys.TryGetExtension<Counting>(out var found));
        Assert.Same(made, found);
        Assert.True(Sys.TryGetExtension(typeof(Counting), out var any));
        Assert.Same(made, any);
        Assert.True(Sys.HasExtension<Counting>());
        Assert.True(Sys.HasExtension(Extension));
        Assert.Equal(1, id.Made);
    }

    [Fact]
    public async Task Many_threads_that_want_it_at_once_get_the_same()
    {
        var id = new CountingId();
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => id.Apply(Sys))));
        Assert.Single(made.Distinct());
        Assert.Equal(1, id.Made);
    }

    [Fact]
    public void One_that_cannot_be_made_fails_alike_each_time()
    {
        for (var i = 0; i < 2; i++)
            Assert.Equal("will not", Assert.Throws<NotSupportedException>(() => Sys.WithExtension<Other, FailingId>()).Message);
    }

    [Fact]
    public void Ids_of_a_class_are_equal()
    {
        Assert.Equal(new CountingId(), new CountingId());
        Assert.Equal(new CountingId().GetHashCode(), new CountingId().GetHashCode());
        Assert.False(new CountingId().Equals(new FailingId()));
    }

    [Fact]
    public async Task Those_of_the_configuration_are_there_from_the_start_and_what_is_none_is_skipped()
    {
        var system = ActorSystem.Create("extended", Akka.Configuration.ConfigurationFactory.ParseString(
            $"akka.extensions = [\"No.Such.Type\", \"System.String\", \"{typeof(FailingId).AssemblyQualifiedName}\", \"{typeof(CountingId).AssemblyQualifiedName}\"]")
            .WithFallback(Sys.Settings.Config));
        Assert.True(system.HasExtension<Counting>());
        Assert.Same(system, system.GetExtension<Counting>().System);
        await system.Terminate().WaitAsync(Soon);
    }
}
