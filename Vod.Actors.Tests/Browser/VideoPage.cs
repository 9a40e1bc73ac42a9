using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Vod.Actors.Tests.Browser;

/// <summary>A page of the server's origin with nothing but a <c>video</c> element, and the steps of a viewer.</summary>
public sealed partial class VideoPage
{
    private const string Html = """
        <!doctype html><title>test</title><video muted width="640"></video>
        <script>
            const video = document.querySelector('video');
            // Resolves when the condition holds after one of the events; rejects on a media error.
            const until = (events, holds) => new Promise((resolve, reject) => {
                const check = () => video.error ? reject(new Error(`media error ${video.error.code}: ${video.error.message}`)) : holds() && resolve();
                [...events, 'error'].forEach(name => video.addEventListener(name, check));
                check();
            });
            // The time of the frame that is on the screen, and an event for each new one.
            let shown = -1;
            const watch = () => video.requestVideoFrameCallback((now, frame) => {
                shown = frame.mediaTime;
                video.dispatchEvent(new Event('frame'));
                watch();
            });
            watch();
            const open = async source => { video.src = source; await until(['loadedmetadata'], () => video.readyState >= 1); return video.duration; };
            const play = async time => { await video.play(); await until(['timeupdate', 'ended'], () => video.currentTime >= time); return video.currentTime; };
            const seek = async time => {
                video.currentTime = time;
                await until(['seeked'], () => !video.seeking && video.readyState >= 2);
                // The last frame from before the jump may still come: give the right one five seconds.
                await Promise.race([until(['frame'], () => Math.abs(shown - time) < 0.2), new Promise(resolve => setTimeout(resolve, 5000))]);
                return shown;
            };
            const end = async () => { await video.play(); await until(['ended'], () => video.ended); return video.currentTime; };
        </script>
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly IPage _page;
    private readonly ConcurrentQueue<IResponse> _responses = new();

    private VideoPage(IPage page) => _page = page;

    /// <summary>Opens the page on the server's origin.</summary>
    public static async Task<VideoPage> OpenAsync(IPage page, Uri server)
    {
        var video = new VideoPage(page);
        var address = new Uri(server, "/test-page").ToString();
        await page.RouteAsync(address, route => route.FulfillAsync(new() { ContentType = "text/html", Body = Html }));
        await page.GotoAsync(address);
        page.Response += (_, response) =>
        {
            if (response.Request.ResourceType == "media")
            {
                video._responses.Enqueue(response);
            }
        };
        return video;
    }

    /// <summary>Sets the source and waits for the film's metadata. Gives its duration in seconds.</summary>
    public Task<double> LoadAsync(string target) => EvaluateAsync("source => open(source)", target);

    /// <summary>Plays until <paramref name="time"/> (seconds) has been reached. Gives the time.</summary>
    public Task<double> PlayToAsync(double time) => EvaluateAsync("time => play(time)", time);

    /// <summary>Jumps. Gives the time of the frame that is shown then, in seconds.</summary>
    public Task<double> SeekAsync(double time) => EvaluateAsync("time => seek(time)", time);

    /// <summary>Stops playing where it is.</summary>
    public Task PauseAsync() => EvaluateAsync("() => { video.pause(); return 0; }");

    /// <summary>Plays to the end. Gives the time at which it ended.</summary>
    public Task<double> PlayToEndAsync() => EvaluateAsync("() => end()");

    /// <summary>What the server answered to the element, in order: status, first and last byte.</summary>
    public async Task<IReadOnlyList<(int Status, long First, long Last)>> AnswersAsync()
    {
        var answers = new List<(int, long, long)>();
        foreach (var response in _responses)
        {
            var range = ContentRange().Match(await response.HeaderValueAsync("Content-Range") ?? "");
            answers.Add((response.Status, Number(range.Groups[1]), Number(range.Groups[2])));
        }

        return answers;

        static long Number(Group group) => group.Success ? long.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : -1;
    }

    private Task<double> EvaluateAsync(string script, object? argument = null) => _page.EvaluateAsync<double>(script, argument).WaitAsync(Patience);

    [GeneratedRegex("^bytes ([0-9]+)-([0-9]+)/[0-9]+$")]
    private static partial Regex ContentRange();
}
