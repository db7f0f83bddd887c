using AirlineBooking.Domain.Payments;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Web.Platform.Jobs;

/// <summary>Once a second: frees holds that ran out, settles payments, and hears the sandbox's late notices. It never throws but when the program stops.</summary>
internal sealed class Tick(
    ExpireHolds expireHolds, SettlePayments settlePayments, IEnumerable<IPaymentGateway> gateways, TimeProvider clock, ILogger<Tick> log) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    // A gateway that is slow keeps no seat from being freed in time.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        EverySecondAsync("free holds that ran out", token => expireHolds.RunAsync(token), stoppingToken),
        EverySecondAsync("settle payments", SettleAsync, stoppingToken));

    private async Task EverySecondAsync(string what, Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await TryAsync(what, work, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops; what is due stays due.
        }
    }

    private async Task SettleAsync(CancellationToken cancel)
    {
        foreach (var sandbox in gateways.OfType<SandboxGateway>())
        {
            foreach (var told in await sandbox.TellAsync(cancel)) await settlePayments.HearAsync(told, cancel);
        }
        await settlePayments.RunAsync(cancel);
    }

    private async Task TryAsync(string what, Func<CancellationToken, Task> work, CancellationToken cancel)
    {
        try
        {
            await work(cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            log.LogError(failure, "Could not {What}; the next second tries again", what);
        }
    }
}
