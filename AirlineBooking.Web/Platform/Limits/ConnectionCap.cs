using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Web.Platform.Limits;

/// <summary>Caps the live connections of each address: without it a script that opens tabs takes the memory of all.</summary>
/// <remarks>One connection carries one circuit, over WebSockets or not. The counter of an address goes when its last connection does.</remarks>
public sealed class ConnectionCap(IOptions<CircuitSettings> settings, IOptions<RateLimitSettings> limits, ILogger<ConnectionCap> log) : IHubFilter
{
    private static readonly object Counted = new();

    private readonly ConcurrentDictionary<ClientKey, int> _open = new();
    private int _all;

    /// <summary>How many addresses have connections open.</summary>
    public int Addresses => _open.Count;

    /// <summary>How many connections are open.</summary>
    public int Open => Volatile.Read(ref _all);

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        var client = ClientKey.OfAddress(context.Context.GetHttpContext()?.Connection.RemoteIpAddress);
        if (!TryOpen(client))
        {
            log.LogWarning("A live connection was refused: its address has {MostPerAddress} already, or all have {Most}.", settings.Value.MostPerAddress, settings.Value.Most);
            context.Context.Abort();
            return;
        }
        context.Context.Items[Counted] = client;
        await next(context);
    }

    public async Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        if (context.Context.Items.Remove(Counted, out var counted) && counted is ClientKey client) Close(client);
        await next(context, exception);
    }

    /// <summary>Counts a connection that is none of a hub's, such as a stream of events; close it when it ends.</summary>
    internal bool TryOpen(ClientKey client)
    {
        if (Interlocked.Increment(ref _all) > settings.Value.Most)
        {
            Interlocked.Decrement(ref _all);
            return false;
        }
        // What is counted by address is off together with the limits: for measuring.
        var most = limits.Value.Enabled ? settings.Value.MostPerAddress : int.MaxValue;
        if (_open.AddOrUpdate(client, 1, (_, open) => open + 1) <= most) return true;
        Close(client);
        return false;
    }

    internal void Close(ClientKey client)
    {
        var left = _open.AddOrUpdate(client, 0, static (_, open) => open - 1);
        if (left <= 0) _open.TryRemove(KeyValuePair.Create(client, left));
        Interlocked.Decrement(ref _all);
    }
}
