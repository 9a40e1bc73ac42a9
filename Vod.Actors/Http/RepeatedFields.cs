namespace Vod.Actors.Http;

/// <summary>Fields that a client sends alike with each request of a connection: their texts are made once. Those of the last request.</summary>
internal sealed class RepeatedFields
{
    public string? Host { get; set; }

    public string? UserAgent { get; set; }

    public string? ForwardedFor { get; set; }

    public string? Forwarded { get; set; }
}
