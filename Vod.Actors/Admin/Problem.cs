using System.Text.Json;
using Akka.Actor;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Vod.Actors.Web;

namespace Vod.Actors.Admin;

/// <summary>Errors as problem details (RFC 9457).</summary>
internal static class Problem
{
    /// <summary>Answers with one.</summary>
    /// <param name="request">To answer.</param>
    /// <param name="status">The status code.</param>
    /// <param name="detail">What is wrong and what to do, in a sentence; null when the status says it all.</param>
    public static Task WriteAsync(HttpContext request, int status, string? detail)
    {
        request.Response.StatusCode = status;
        request.Response.ContentType = "application/problem+json";
        var problem = new ProblemAnswer("about:blank", ReasonPhrases.GetReasonPhrase(status), status, detail);
        return JsonSerializer.SerializeAsync(request.Response.Body, problem, AdminJson.Default.ProblemAnswer, request.RequestAborted);
    }

    /// <summary>What a failure is told as; null when it is not foreseen, and Kestrel is to log it and answer 500.</summary>
    public static (int Status, string Detail)? Of(Exception failure) => failure switch
    {
        AskTimeoutException => (503, "The server is too busy to answer, or about to end."),
        BadHttpRequestException bad => (bad.StatusCode, bad.Message),
        JsonException => (400, "The body is not the JSON that is expected here."),
        _ => null,
    };
}
