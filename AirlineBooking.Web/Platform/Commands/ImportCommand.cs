using System.Globalization;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Web.Platform.Commands;

/// <summary>Feeds a file to an import and tells the operator what became of it.</summary>
internal sealed class ImportCommand(IServiceProvider services, TextWriter output, TextWriter errors)
{
    /// <summary>So many bad rows are told one by one; of the rest only how many there are.</summary>
    public const int MostProblemsTold = 10_000;

    private readonly ProgressLine _progress = new(errors, onTerminal: !Console.IsErrorRedirected, services.GetRequiredService<TimeProvider>());
    private int _problems;

    public async Task<int> RunAsync(CommandLine asked, CancellationToken cancel)
    {
        var path = CallersFile.Find(asked.File!); // Every import needs one: the command line was checked for it.
        if (!File.Exists(path))
        {
            await errors.WriteLineAsync($"There is no file {path}.");
            return RunCommand.Refused;
        }
        try
        {
            await using var content = File.OpenRead(path);
            var outcome = await ImportAsync(asked, content, cancel);
            _progress.Clear();
            if (_problems > MostProblemsTold) await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"and {_problems - MostProblemsTold} more"));
            return await TellAsync(outcome, asked.Has(CommandLine.DryRun));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(unreadable.Message);
            return RunCommand.Refused;
        }
    }

    private Task<Outcome<ImportSummary, ImportRefusal>> ImportAsync(CommandLine asked, Stream content, CancellationToken cancel)
    {
        var request = new ImportRequest(content)
        {
            DryRun = asked.Has(CommandLine.DryRun),
            Strict = asked.Has(CommandLine.Strict),
            WithoutTrailer = asked.Has(CommandLine.WithoutTrailer),
            Report = Report,
            Progress = _progress.Show,
        };
        return asked.Command switch
        {
            CommandLine.ImportFlights => services.GetRequiredService<ImportFlights>().RunAsync(request, cancel),
            CommandLine.ImportAirports => services.GetRequiredService<ImportAirports>().RunAsync(request, cancel),
            CommandLine.ImportSsim => services.GetRequiredService<ImportSsim>().RunAsync(request, cancel),
            _ => throw new InvalidOperationException($"{asked.Command} imports nothing."),
        };
    }

    private void Report(ImportProblem problem)
    {
        if (++_problems > MostProblemsTold) return;
        _progress.Clear();
        errors.WriteLine(problem.Words());
    }

    private async Task<int> TellAsync(Outcome<ImportSummary, ImportRefusal> outcome, bool dryRun)
    {
        if (!outcome.Accepted)
        {
            await errors.WriteLineAsync(outcome.Refusal.Value.Words());
            return RunCommand.Refused;
        }
        if (dryRun)
        {
            foreach (var example in outcome.Value.Examples) await output.WriteLineAsync(example);
        }
        await output.WriteLineAsync(outcome.Value.Words(dryRun));
        return RunCommand.Done;
    }
}
