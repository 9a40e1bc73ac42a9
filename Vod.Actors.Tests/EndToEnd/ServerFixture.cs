namespace Vod.Actors.Tests.EndToEnd;

/// <summary>One server on a folder of edge sizes, shared by all tests that change neither.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    private VodServer? _server;

    /// <summary>What is served.</summary>
    public ContentFolder Content { get; } = ContentFolder.OfEdgeSizes();

    /// <summary>The running server.</summary>
    public VodServer Server => _server ?? throw new InvalidOperationException("The server has not been started.");

    /// <summary>A new connection to it.</summary>
    public Task<RawClient> ConnectAsync() => RawClient.ConnectAsync(Server.EndPoint);

    /// <summary>Asks one thing on a connection of its own.</summary>
    public async Task<RawResponse> AskAsync(string method, string target, params string[] fields)
    {
        using var client = await ConnectAsync();
        return await client.AskAsync(method, target, fields);
    }

    /// <inheritdoc/>
    public async Task InitializeAsync() => _server = await VodServer.StartAsync(Content.Root);

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        Content.Dispose();
    }
}

/// <summary>Tests that share <see cref="ServerFixture"/>.</summary>
[CollectionDefinition(Name)]
public sealed class SharedServer : ICollectionFixture<ServerFixture>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "one server for many tests";
}

/// <summary>Tests that measure time, or load both cores: they run one after the other, when all others are done.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    /// <summary>The collection's name.</summary>
    public const string Name = "alone on the machine";
}
