using AirlineBooking.Domain.Payments;
using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web.Payments;

/// <summary>Asks the payer whether a payment of the sandbox is theirs.</summary>
public partial class SandboxPage(ReadPayment readPayment, IServiceProvider services, Brand brand, TimeProvider clock)
{
    private ShownPayment? _payment;
    private bool _isAsked;
    private string _minutesLeft = "";

    [Parameter]
    public string PaymentId { get; set; } = "";

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    private Brand Brand => brand;

    protected override async Task OnParametersSetAsync()
    {
        var cancel = Http?.RequestAborted ?? CancellationToken.None;
        // Where another provider takes the money there is no sandbox.
        if (services.GetService<SandboxGateway>() is not { } sandbox || !Domain.Payments.PaymentId.TryParse(PaymentId, out var id)) return;
        _payment = await readPayment.RunAsync(id, cancel);
        _isAsked = _payment is not null && await sandbox.FindAsync(id, cancel) is { Outcome: GatewayOutcome.NeedsAction, Voided: false };
        if (_payment is not null) _minutesLeft = PartyText.Count(Math.Max(1, (int)(_payment.ExpiresAt - clock.GetUtcNow()).TotalMinutes), "minute", "minutes");
    }
}
