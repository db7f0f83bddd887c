using System.Net;
using System.Net.WebSockets;
using System.Text;
using AirlineBooking.Web.Platform.Limits;
using AirlineBooking.Web.Tests.Support;

namespace AirlineBooking.Web.Tests.Platform;

public sealed class ConnectionCapTests
{
    [Fact]
    public async Task One_address_opens_so_many_live_pages_and_no_more_until_one_closes()
    {
        await using var airline = await RunningAirline.OpenAsync(("Circuits:MostPerAddress", "2"));
        using var first = await ConnectAsync(airline);
        using var second = await ConnectAsync(airline);
        await UntilOpenAsync(airline, 2);

        using var third = await ConnectAsync(airline);
        await UntilClosedAsync(third);
        Assert.Equal(2, airline.Get<ConnectionCap>().Open);

        await first.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await UntilOpenAsync(airline, 1);
        using var fourth = await ConnectAsync(airline);
        await UntilOpenAsync(airline, 2);
    }

    [Fact]
    public async Task Another_address_is_not_affected()
    {
        await using var airline = await RunningAirline.OpenAsync(("Circuits:MostPerAddress", "1"));
        using var first = await ConnectAsync(airline);
        await UntilOpenAsync(airline, 1);

        using var others = await ConnectAsync(airline, "127.0.0.2");

        await UntilOpenAsync(airline, 2);
    }

    [Fact]
    public async Task All_together_are_capped_too()
    {
        await using var airline = await RunningAirline.OpenAsync(("Circuits:Most", "1"));
        using var first = await ConnectAsync(airline);
        await UntilOpenAsync(airline, 1);

        using var others = await ConnectAsync(airline, "127.0.0.2");

        await UntilClosedAsync(others);
    }

    [Fact]
    public async Task Nothing_is_remembered_of_an_address_that_left()
    {
        await using var airline = await RunningAirline.OpenAsync();
        using (await ConnectAsync(airline)) await UntilOpenAsync(airline, 1);

        await UntilOpenAsync(airline, 0);
        Assert.Equal(0, airline.Get<ConnectionCap>().Addresses);
    }

    private static async Task<ClientWebSocket> ConnectAsync(RunningAirline airline, string from = "127.0.0.1")
    {
        var socket = new ClientWebSocket();
        using var handler = new SocketsHttpHandler { ConnectCallback = RunningAirline.ConnectFrom(IPAddress.Parse(from)) };
        using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{airline.Address.Port}/_blazor"), invoker, CancellationToken.None);
        // SignalR's handshake; only after it does the server decide.
        await socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, CancellationToken.None);
        return socket;
    }

    // What the server said before it closed is read away.
    private static async Task UntilClosedAsync(ClientWebSocket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var buffer = new byte[4096];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), patience.Token)).MessageType is not WebSocketMessageType.Close) { }
        }
        catch (WebSocketException)
        {
            // Closed without a word is closed too.
        }
    }

    private static async Task UntilOpenAsync(RunningAirline airline, int connections)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (airline.Get<ConnectionCap>().Open != connections)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
