using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Util;

namespace Akka.Tests.Actor;

public class SetupSpec
{
    private static readonly Config Quiet = ConfigurationFactory.ParseString("akka { loglevel = OFF, stdout-loglevel = OFF }");
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private sealed class Name(string value) : Setup
    {
        public string Value { get; } = value;
    }

    private sealed class Number(int value) : Setup
    {
        public int Value { get; } = value;
    }

    [Fact]
    public void A_setup_is_found_by_its_class()
    {
        var name = new Name("a");
        var all = ActorSystemSetup.Empty.And(name);
        Assert.Equal(new Option<Name>(name), all.Get<Name>());
        Assert.Same(name, all.Get<Name>().Value);
        Assert.Equal(Option<Number>.None, all.Get<Number>());
        Assert.False(ActorSystemSetup.Empty.Get<Name>().HasValue);
    }

    [Fact]
    public void The_last_setup_of_a_class_counts_and_what_it_was_added_to_stays_as_it_is()
    {
        var first = ActorSystemSetup.Create(new Name("a"), new Number(1));
        var second = first.WithSetup(new Name("b"));
        Assert.Equal(("b", 1), (second.Get<Name>().Value!.Value, second.Get<Number>().Value!.Value));
        Assert.Equal("a", first.Get<Name>().Value!.Value);
        Assert.Equal("d", ActorSystemSetup.Create(new Name("c"), new Name("d")).Get<Name>().Value!.Value);
    }

    [Fact]
    public void Setups_are_put_together_in_a_row()
    {
        var all = new Name("a").And(new Number(1)).And(new Number(2));
        Assert.Equal(("a", 2), (all.Get<Name>().Value!.Value, all.Get<Number>().Value!.Value));
        Assert.Contains(nameof(Number), all.ToString());
    }

    [Fact]
    public async Task A_system_has_its_setups_in_its_settings()
    {
        var bootstrap = BootstrapSetup.Create().WithConfig(Quiet);
        var system = ActorSystem.Create("set-up", ActorSystemSetup.Create(bootstrap, new Name("a")));
        Assert.Equal("a", system.Settings.Setup.Get<Name>().Value!.Value);
        Assert.Same(bootstrap, system.Settings.Setup.Get<BootstrapSetup>().Value);
        await system.Terminate().WaitAsync(Soon);
    }

    [Fact]
    public async Task The_bootstrap_setup_brings_the_configuration_and_the_provider()
    {
        var setup = BootstrapSetup.Create()
            .WithConfigFallback(ConfigurationFactory.ParseString("own { a = 1, b = 1 }"))
            .WithConfigFallback(ConfigurationFactory.ParseString("own { b = 2, c = 2 }").WithFallback(Quiet))
            .WithActorRefProvider(ProviderSelection.Local.Instance);
        Assert.Same(ProviderSelection.Local.Instance, setup.ActorRefProvider.Value);
        Assert.True(setup.Config.HasValue);

        var system = ActorSystem.Create("booted", setup);
        var config = system.Settings.Config;
        Assert.Equal((1, 1, 2), (config.GetInt("own.a"), config.GetInt("own.b"), config.GetInt("own.c")));
        Assert.Equal(typeof(LocalActorRefProvider).FullName, system.Settings.ProviderClass);
        await system.Terminate().WaitAsync(Soon);
    }

    [Fact]
    public void Nothing_is_set_up_unless_it_is_said()
    {
        var setup = BootstrapSetup.Create();
        Assert.False(setup.Config.HasValue);
        Assert.False(setup.ActorRefProvider.HasValue);
        var second = setup.WithConfig(Quiet);
        Assert.False(setup.Config.HasValue);
        Assert.Same(Quiet, second.Config.Value);
    }
}
