using System.Net;
using AirlineBooking.Web.Platform.Settings;
using Microsoft.AspNetCore.HttpOverrides;

namespace AirlineBooking.Web.Platform.Security;

/// <summary>Believes forwarded headers from the proxies that the configuration names, and from nobody else.</summary>
public static class KnownProxies
{
    public const string Setting = "ForwardedHeaders:KnownProxies";
    public const string LimitSetting = "ForwardedHeaders:ForwardLimit";

    private const int MostProxiesInARow = 10;

    /// <summary>True when there are proxies to believe.</summary>
    public static bool AddKnownProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var named = Named(configuration.GetSection(Setting));
        if (named.Count == 0) return false;
        var (addresses, networks) = (new List<IPAddress>(), new List<System.Net.IPNetwork>());
        foreach (var text in named)
        {
            if (IPAddress.TryParse(text, out var address)) addresses.Add(address);
            else if (System.Net.IPNetwork.TryParse(text, out var network)) networks.Add(network);
            else services.Complain($"{Setting} names '{text}', which is neither an address nor a network such as 10.0.0.0/8.");
        }
        var limit = configuration.GetValue<string>(LimitSetting) is { } digits ? ReadLimit(services, digits) : 1;
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.ForwardLimit = limit;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var address in addresses) options.KnownProxies.Add(address);
            foreach (var network in networks) options.KnownIPNetworks.Add(network);
        });
        return true;
    }

    // A list in a settings file, or one text with commas in an environment variable.
    private static List<string> Named(IConfigurationSection section) =>
        [.. (section.Get<string[]>() ?? []).Concat((section.Value ?? "").Split(',', ';', ' ')).Select(text => text.Trim()).Where(text => text.Length > 0)];

    private static int ReadLimit(IServiceCollection services, string digits)
    {
        if (int.TryParse(digits, out var limit) && limit is >= 1 and <= MostProxiesInARow) return limit;
        services.Complain($"{LimitSetting} is '{digits}'; it may be 1 to {MostProxiesInARow}.");
        return 1;
    }
}
