using System.Text.RegularExpressions;
using Akka.Actor;
using Akka.Event;
using Akka.TestKit;
using Akka.TestKit.Internal;
using Akka.TestKit.Internal.StringMatcher;
using Akka.TestKit.TestEvent;

namespace Akka.Tests.TestKits;

/// <summary>Filters that mute, made by the kit and by hand; what they pick, and in what words they say so.</summary>
public class MutingTests() : Akka.TestKit.Xunit2.TestKit("akka.loglevel = DEBUG")
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task events_are_muted_while_an_asynchronous_block_runs()
    {
        await EventFilter.Error().MuteAsync(() => Log.Error("muted"));
        await EventFilter.Error().MuteAsync(async () =>
        {
            await Task.Yield();
            Log.Error("muted");
        });
        Assert.Equal(42, await EventFilter.Error().MuteAsync(async () =>
        {
            await Task.Yield();
            EventFilter.Error().Expect(0, Short, () => Log.Error("muted"));
            return 42;
        }));
        EventFilter.Error().ExpectOne(() => Log.Error("heard"));
    }

    [Fact]
    public void a_muted_filter_is_taken_back_once()
    {
        var muted = EventFilter.Error().And.Warning().Mute();
        EventFilter.Error().And.Warning().Expect(0, Short, () =>
        {
            Log.Error("muted");
            Log.Warning("muted");
        });
        muted.Unmute();
        muted.Unmute();
        muted.Dispose();
        EventFilter.Error().ExpectOne(() => Log.Error("heard"));
    }

    [Fact]
    public void filters_made_by_hand_are_muted_by_a_message()
    {
        var warnings = new WarningFilter(new ContainsString("mute"));
        Sys.EventStream.Publish(new Mute(warnings, new ErrorFilter(typeof(ArgumentException))));
        EventFilter.Warning().And.Error().Expect(1, () =>
        {
            Log.Warning("to be muted");
            Log.Error(new ArgumentException("muted"), "too");
            Log.Error("heard");
        });
        Sys.EventStream.Publish(new Unmute(warnings));
        EventFilter.Warning("to be muted no more").ExpectOne(() => Log.Warning("to be muted no more"));
        Assert.Same(warnings, Assert.Single(new Mute(warnings).Filters));
    }

    [Fact]
    public void dead_letters_are_muted_by_a_filter_made_by_hand()
    {
        Sys.EventStream.Publish(new Mute(new DeadLettersFilter(
            new PredicateMatcher(_ => true), new PredicateMatcher(_ => true), letter => letter.Message is string)));
        EventFilter.DeadLetter().ExpectOne(() =>
        {
            Sys.DeadLetters.Tell("muted");
            Sys.DeadLetters.Tell(42);
        });
    }

    [Fact]
    public void a_filter_tells_of_each_event_that_it_picks()
    {
        var picked = new List<LogEvent>();
        var filter = new InfoFilter(new StartsWithString("a film"));
        filter.EventMatched += (by, logEvent) =>
        {
            Assert.Same(filter, by);
            picked.Add(logEvent);
        };
        var film = new Info("here", GetType(), "a film of 42 bytes");
        Assert.True(filter.Apply(film));
        Assert.False(filter.Apply(new Info("here", GetType(), "no film")));
        Assert.False(((IEventFilter)filter).Apply(new Debug("here", GetType(), "a film of 42 bytes")));
        Assert.Same(film, Assert.Single(picked));
    }

    [Theory]
    [MemberData(nameof(Matchers))]
    public void matchers_pick_texts(IStringMatcher matcher, string text, bool matches) => Assert.Equal(matches, matcher.IsMatch(text));

    public static TheoryData<IStringMatcher, string, bool> Matchers => new()
    {
        { MatchesAll.Instance, "", true },
        { new EqualsString("a"), "a", true },
        { new EqualsString("a"), "A", false },
        { new StartsWithString("a"), "ab", true },
        { new StartsWithString("b"), "ab", false },
        { new ContainsString("b"), "abc", true },
        { new ContainsString("d"), "abc", false },
        { new RegexMatcher(new Regex("^a.c$")), "abc", true },
        { new RegexMatcher(new Regex("^a.c$")), "abcd", false },
        { new EqualsStringAndPathMatcher("/user/a"), "akka://test/user/a", true },
        { new EqualsStringAndPathMatcher("/user/a"), "[akka://test/user/a#123]", true },
        { new EqualsStringAndPathMatcher("akka://test/user/a"), "[akka://test/user/a#123]", true },
        { new EqualsStringAndPathMatcher("/user/a", canBeRelative: false), "akka://test/user/a", false },
        { new EqualsStringAndPathMatcher("/user/a"), "akka://test/user/ab", false },
    };

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void filters_say_what_they_pick(EventFilterBase filter, string text) => Assert.Equal(text, filter.ToString());

    public static TheoryData<EventFilterBase, string> Descriptions => new()
    {
        { new InfoFilter(), "Info" },
        { new DebugFilter(new EqualsString("x")), "Debug when Message == \"x\"" },
        { new WarningFilter(sourceMatcher: new EqualsString("y")), "Warning when Source == \"y\"" },
        { new ErrorFilter(new ContainsString("x"), new EqualsString("y")), "Error when Message contains \"x\" and Source == \"y\"" },
        { new DeadLettersFilter(null, null), "DeadLetter" },
        { new CustomEventFilter(_ => true), "Custom" },
    };

    [Fact]
    public void every_level_is_picked_by_expression()
    {
        var film = new Regex("^a .*lm$");
        EventFilter.Error(film).ExpectOne(() => Log.Error("a film"));
        EventFilter.Warning(film).ExpectOne(() => Log.Warning("a film"));
        EventFilter.Info(film).ExpectOne(() => Log.Info("a film"));
        EventFilter.Debug(film).ExpectOne(() => Log.Debug("a film"));
        EventFilter.ForLogLevel(LogLevel.DebugLevel, film).ExpectOne(() => Log.Debug("a film"));
        EventFilter.Exception<IOException>(film).ExpectOne(() => Log.Error(new FileNotFoundException("gone"), "a film"));
        EventFilter.Exception(typeof(IOException), film, checkInnerExceptions: true)
            .ExpectOne(() => Log.Error(new InvalidOperationException("no", new IOException("a film")), "none"));
    }

    [Fact]
    public void an_error_is_picked_by_its_own_text_or_its_exceptions()
    {
        EventFilter.Error("gone").ExpectOne(() => Log.Error(new FileNotFoundException("gone"), "failed"));
        EventFilter.Error("failed").ExpectOne(() => Log.Error(new FileNotFoundException("gone"), "failed"));
        EventFilter.Exception<IOException>().Expect(0, Short, () => Log.Error("failed"));
    }

    [Fact]
    public void sources_of_types_and_texts_are_picked_as_the_log_names_them()
    {
        EventFilter.Info(source: LogSource.FromType(GetType(), Sys)).ExpectOne(() => Log.Info("mine"));
        EventFilter.Info(source: LogSource.Create(Sys, Sys).Source).ExpectOne(() => Sys.Log.Info("the system's"));
        EventFilter.Info(source: "expected").ExpectOne(() =>
        {
            Sys.EventStream.Publish(new Info("expected", GetType(), "text"));
            Sys.EventStream.Publish(new Info("unexpected", GetType(), "text"));
        });
    }
}
