using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Platform.Api;
using Microsoft.AspNetCore.SignalR;

namespace AirlineBooking.Web.Seats;

/// <summary>Tells partners and the companion app what changes on the seat maps that they watch.</summary>
/// <remarks>A change is a hint: on connecting, after <c>Gap</c> and whenever in doubt the map is read again.</remarks>
public sealed class SeatMapHub(FollowSeatMap followSeatMap, FindFlights findFlights, IHubContext<SeatMapHub> hub, ILogger<SeatMapHub> log) : Hub
{
    public const string Address = "/hubs/seat-map";

    /// <summary>Flights that one connection watches at a time.</summary>
    public const int MostFlights = 18;

    private static readonly object Watched = new();

    /// <summary>Starts watching a flight; answers the version after which changes are told.</summary>
    public async Task<long> Watch(string flightId)
    {
        if (!FlightId.TryParse(flightId, out var id) || await findFlights.RunAsync(id, Context.ConnectionAborted) is null) throw new HubException(ProblemCode.FlightUnknown.Code);
        Unwatch(flightId);
        var watched = WatchedHere();
        if (watched.Count >= MostFlights) throw new HubException($"One connection watches {MostFlights} flights at most.");
        var ends = watched[id] = CancellationTokenSource.CreateLinkedTokenSource(Context.ConnectionAborted);
        var news = followSeatMap.RunAsync(id, after: null, Timeout.InfiniteTimeSpan, ends.Token).GetAsyncEnumerator(ends.Token);
        await news.MoveNextAsync();
        var version = news.Current.Change.Version;
        _ = TellAsync(hub.Clients.Client(Context.ConnectionId), news, ends.Token);
        return version;
    }

    /// <summary>Stops watching a flight.</summary>
    public void Unwatch(string flightId)
    {
        if (!FlightId.TryParse(flightId, out var id) || !WatchedHere().Remove(id, out var ends)) return;
        ends.Cancel();
        ends.Dispose();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        foreach (var ends in WatchedHere().Values)
        {
            ends.Cancel();
            ends.Dispose();
        }
        WatchedHere().Clear();
        return base.OnDisconnectedAsync(exception);
    }

    // Calls of one connection come one after the other, so this needs no lock.
    private Dictionary<FlightId, CancellationTokenSource> WatchedHere()
    {
        if (Context.Items.TryGetValue(Watched, out var known) && known is Dictionary<FlightId, CancellationTokenSource> watched) return watched;
        Context.Items[Watched] = watched = [];
        return watched;
    }

    // Goes on after the call has been answered, until the connection ends. It must not throw: nobody waits for it.
    private async Task TellAsync(IClientProxy caller, IAsyncEnumerator<SeatMapNews> news, CancellationToken cancel)
    {
        await using var told = news;
        try
        {
            while (await news.MoveNextAsync())
            {
                var change = news.Current.Change;
                if (news.Current.Kind is SeatMapNewsKind.Change) await caller.SendAsync("SeatsChanged", SeatsChangedAnswer.Of(change), cancel);
                else if (news.Current.Kind is SeatMapNewsKind.Gap) await caller.SendAsync("Gap", new GapAnswer(change.FlightId, change.Version), cancel);
            }
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            // It has gone.
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Changes of a seat map could not be told; who watches it reads it again");
        }
    }
}
