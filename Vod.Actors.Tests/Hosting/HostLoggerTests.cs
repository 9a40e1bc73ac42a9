using System.Threading.Channels;
using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Event;
using Akka.Hosting.Logging;
using Microsoft.Extensions.Logging;
using Vod.Actors.Hosting;

namespace Vod.Actors.Tests.Hosting;

public sealed class HostLoggerTests : IAsyncLifetime
{
    private readonly Entries _entries = new();
    private readonly ActorSystem _system;

    public HostLoggerTests() => _system = ActorSystem.Create("test", ActorSystemSetup.Create(
        BootstrapSetup.Create().WithConfig($"akka {{ loglevel = DEBUG, loggers = [\"{typeof(HostLogger).AssemblyQualifiedName}\"] }}"),
        new LoggerFactorySetup(_entries)));

    /// <inheritdoc/>
    public Task InitializeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public Task DisposeAsync() => _system.Terminate();

    [Theory]
    [InlineData(Akka.Event.LogLevel.DebugLevel, "Debug: 7 films in /srv")]
    [InlineData(Akka.Event.LogLevel.InfoLevel, "Information: 7 films in /srv")]
    [InlineData(Akka.Event.LogLevel.WarningLevel, "Warning: 7 films in /srv")]
    [InlineData(Akka.Event.LogLevel.ErrorLevel, "Error: 7 films in /srv")]
    public async Task A_message_is_handed_on_alone_without_time_level_and_thread(Akka.Event.LogLevel level, string entry)
    {
        _system.Log.Log(level, null, "{0} films in {1}", 7, "/srv");

        Assert.Equal(entry, await _entries.NextAsync("films"));
    }

    [Fact]
    public async Task The_cause_of_an_error_is_handed_on_beside_the_message()
    {
        _system.Log.Error(new IOException("no disk"), "films lost");

        Assert.Equal("Error: films lost (no disk)", await _entries.NextAsync("films"));
    }

    [Fact]
    public async Task A_message_that_does_not_fit_its_template_ends_nothing()
    {
        _system.Log.Info("films {0} {1}", 1);
        _system.Log.Info("more films");

        Assert.Contains("films {0} {1}", await _entries.NextAsync("films"), StringComparison.Ordinal);
        Assert.Equal("Information: more films", await _entries.NextAsync("films"));
    }

    [Fact]
    public async Task What_the_server_says_in_its_own_words_is_not_said_again()
    {
        _system.Log.Error(new IOException("in use"), "Bind failed for TCP channel on endpoint [{0}]", "127.0.0.1:80");
        _system.Log.Info("CoordinatedShutdown invoked due to [films]");
        _system.Log.Info("films");

        Assert.Equal("Information: films", await _entries.NextAsync("films", "Bind"));
    }

    /// <summary>Keeps what is logged.</summary>
    private sealed class Entries : ILoggerFactory, ILogger
    {
        private readonly Channel<string> _entries = Channel.CreateUnbounded<string>();

        /// <summary>The next entry with one of these words in it.</summary>
        public async Task<string> NextAsync(params string[] words)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            while (true)
            {
                var entry = await _entries.Reader.ReadAsync(patience.Token);
                if (words.Any(word => entry.Contains(word, StringComparison.Ordinal))) return entry;
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(Microsoft.Extensions.Logging.LogLevel logLevel) => true;

        public void Log<TState>(
            Microsoft.Extensions.Logging.LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _entries.Writer.TryWrite($"{logLevel}: {formatter(state, exception)}{(exception is null ? "" : $" ({exception.Message})")}");

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public void Dispose()
        {
        }
    }
}
