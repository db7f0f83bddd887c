using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AirlineBooking.Web.Platform.Settings;

/// <summary>What this process does. All of it by default; each part can run alone on machines of its own.</summary>
/// <param name="Web">Serves pages.</param>
/// <param name="Api">Serves the partners' API.</param>
/// <param name="Worker">Runs the jobs.</param>
public sealed record Roles(bool Web, bool Api, bool Worker)
{
    public const string Setting = "Roles";

    public static Roles All { get; } = new(Web: true, Api: true, Worker: true);

    /// <summary>Reads <c>Roles=web,api,worker</c>; a wrong word is a complaint at the start.</summary>
    public static Roles AddTo(IServiceCollection services, IConfiguration configuration)
    {
        var words = (configuration[Setting] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var wrong in words.Where(word => !Is(word, "web") && !Is(word, "api") && !Is(word, "worker")))
        {
            services.Complain($"Roles names '{wrong}'; it may name web, api and worker, with commas between.");
        }
        var roles = words.Length == 0 ? All : new Roles(Has("web"), Has("api"), Has("worker"));
        services.TryAddSingleton(roles);
        return roles;

        bool Has(string role) => words.Any(word => Is(word, role));
    }

    private static bool Is(string word, string role) => role.Equals(word, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => string.Join(',', new[] { Web ? "web" : null, Api ? "api" : null, Worker ? "worker" : null }.OfType<string>());
}
