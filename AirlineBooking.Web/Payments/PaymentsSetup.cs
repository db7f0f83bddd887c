using AirlineBooking.Domain.Payments;
using AirlineBooking.Web.Platform.Database.Demo;
using AirlineBooking.Web.Platform.Observability;
using AirlineBooking.Web.Platform.Settings;

namespace AirlineBooking.Web.Payments;

/// <summary>Chooses who takes the money. Nobody does unless the configuration says so, or the site is the demo.</summary>
public static class PaymentsSetup
{
    private const string Sandbox = "Sandbox";

    public static IServiceCollection AddPayments(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddSettings<PaymentOptions>(PaymentOptions.Section);
        var asked = configuration.GetSection(PaymentOptions.Section).Get<PaymentOptions>() ?? new PaymentOptions();
        var isDemo = DemoSettings.IsEnabled(configuration, environment);
        if (asked.Provider != Sandbox && (asked.Provider.Length > 0 || !isDemo)) return services;
        if (!isDemo && !asked.AllowSandbox)
        {
            return services.Complain("Payments:Provider is Sandbox, which takes no money, and Demo:Enabled is false. Set Payments:AllowSandbox=true if tickets are not to be real.");
        }
        return services
            .AddSingleton(new HealthRemark(_ => "Payments are a sandbox: demo, no real tickets."))
            .AddSingleton<SandboxGateway>()
            .AddSingleton<IPaymentGateway>(made => made.GetRequiredService<SandboxGateway>());
    }
}
