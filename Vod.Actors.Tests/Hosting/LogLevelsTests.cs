using Akka.Event;
using Vod.Actors.Hosting;
using MelLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Vod.Actors.Tests.Hosting;

public class LogLevelsTests
{
    [Theory]
    [InlineData(LogLevel.DebugLevel, "Akka.Actor.ActorSystem", MelLevel.Debug)]
    [InlineData(LogLevel.InfoLevel, "Akka.Actor.ActorSystem", MelLevel.Information)]
    [InlineData(LogLevel.WarningLevel, "Akka.Actor.ActorSystem", MelLevel.Warning)]
    [InlineData(LogLevel.ErrorLevel, "Akka.Actor.ActorSystem", MelLevel.Error)]
    [InlineData(LogLevel.DebugLevel, "Microsoft.Hosting", MelLevel.Debug)]
    [InlineData(LogLevel.InfoLevel, "Microsoft.Hosting", MelLevel.Warning)]
    [InlineData(LogLevel.ErrorLevel, "Microsoft.Hosting", MelLevel.Error)]
    [InlineData(LogLevel.DebugLevel, "Akka.Hosting.AkkaHostedService", MelLevel.None)] // told by the program itself
    public void From_this_level_on_entries_are_let_through(LogLevel level, string category, MelLevel least)
    {
        var levels = new LogLevels(LogLevel.InfoLevel) { Level = level };

        MelLevel[] all = [MelLevel.Debug, MelLevel.Information, MelLevel.Warning, MelLevel.Error];
        Assert.Equal(all.Where(each => each >= least), all.Where(each => levels.IsEnabled(category, each)));
    }

    [Fact]
    public void It_can_be_changed_at_any_time()
    {
        var levels = new LogLevels(LogLevel.InfoLevel);
        Assert.False(levels.IsEnabled("Vod", MelLevel.Debug));

        levels.Level = LogLevel.DebugLevel;

        Assert.True(levels.IsEnabled("Vod", MelLevel.Debug));
    }
}
