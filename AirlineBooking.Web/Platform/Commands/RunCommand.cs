using System.Runtime.InteropServices;
using AirlineBooking.Domain;
using AirlineBooking.Web.Platform.Database;
using AirlineBooking.Web.Platform.Security;
using AirlineBooking.Web.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Web.Platform.Commands;

/// <summary>Runs one command of the program. It prepares the database as the site does, and never listens.</summary>
internal static class RunCommand
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int WrongUsage = 2;

    public static async Task<int> RunAsync(CommandLine asked, TextWriter output, TextWriter errors)
    {
        if (asked.Help)
        {
            await output.WriteLineAsync(CommandLine.Usage);
            return Done;
        }
        if (asked.Wrong is { } wrong)
        {
            await errors.WriteLineAsync($"{wrong}\n\n{CommandLine.Usage}");
            return WrongUsage;
        }
        using var stop = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }

        using var scratch = new ScratchDatabase();
        await using var program = Build(asked, scratch);
        if (!program.SettingsAreFine(errors)) return Refused;
        try
        {
            if (!await PrepareAsync(program, asked, scratch, errors, stop.Token)) return Refused;
            return asked.Command is CommandLine.Check
                ? await new CheckCommand(program.Services, output, errors).RunAsync(stop.Token)
                : await new ImportCommand(program.Services, output, errors).RunAsync(asked, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await errors.WriteLineAsync("Stopped before the end. Nothing was loaded.");
            return Refused;
        }
    }

    private static WebApplication Build(CommandLine asked, ScratchDatabase scratch)
    {
        var builder = WebApplication.CreateBuilder(ContentRoot.OptionsFor(asked.Configuration));
        // Standard output is for the answer; whatever is logged beside it goes where errors go.
        builder.Logging.ClearProviders().AddSimpleConsole().SetMinimumLevel(LogLevel.Warning);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<LoggerFilterOptions>(filter => filter.Rules.Clear());
        if (asked.Has(CommandLine.DryRun)) scratch.StandIn(builder.Configuration, builder.Environment.ContentRootPath);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStartupCheck();
        builder.Services.AddDatabase(builder.Configuration, builder.Environment.ContentRootPath);
        builder.Services.AddKeys();
        builder.Services.AddAirline();
        return builder.Build();
    }

    // A dry run changes nothing, so it takes a database that is there as it is; where there is none, it makes one to throw away.
    private static async Task<bool> PrepareAsync(WebApplication program, CommandLine asked, ScratchDatabase scratch, TextWriter errors, CancellationToken cancel)
    {
        if (!asked.Has(CommandLine.DryRun) || scratch.IsUsed) return await program.PrepareDatabaseAsync(cancel);
        await using var db = await program.Services.GetRequiredService<IDbContextFactory<AirlineDb>>().CreateDbContextAsync(cancel);
        if (!(await db.Database.GetPendingMigrationsAsync(cancel)).Any()) return true;
        await errors.WriteLineAsync("The database's schema is older than this program, and a dry run does not change it. Start the site or another command once, then try again.");
        return false;
    }
}
