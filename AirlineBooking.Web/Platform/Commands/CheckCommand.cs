using System.Globalization;
using AirlineBooking.Domain.Platform;

namespace AirlineBooking.Web.Platform.Commands;

/// <summary>Checks every invariant and tells the operator, one line each.</summary>
internal sealed class CheckCommand(IServiceProvider services, TextWriter output, TextWriter errors)
{
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var violated = 0;
        await foreach (var result in services.GetRequiredService<CheckInvariants>().RunAsync(cancel))
        {
            if (result.IsViolated)
            {
                violated++;
                await TellAsync(errors, "VIOLATED", result);
            }
            else if (result.Found > 0)
            {
                await TellAsync(output, "remark  ", result);
            }
            else
            {
                await output.WriteLineAsync($"holds     {result.Invariant.Name}.");
            }
        }
        if (!services.GetRequiredService<IConfiguration>().GetValue("RateLimits:Enabled", true))
        {
            await output.WriteLineAsync("remark    RateLimits:Enabled is false: the limits of the API and of addresses are off. That is for measuring only.");
        }
        if (violated == 0)
        {
            await output.WriteLineAsync("Everything is as it must be.");
            return RunCommand.Done;
        }
        await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{violated} {(violated == 1 ? "invariant is" : "invariants are")} violated."));
        return RunCommand.Refused;
    }

    private static async Task TellAsync(TextWriter to, string kind, InvariantResult result)
    {
        await to.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{kind}  {result.Invariant.Name}: {result.Found} times not."));
        foreach (var example in result.Examples) await to.WriteLineAsync($"            {example}");
        if (result.Found > result.Examples.Count) await to.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"            and {result.Found - result.Examples.Count} more"));
    }
}
