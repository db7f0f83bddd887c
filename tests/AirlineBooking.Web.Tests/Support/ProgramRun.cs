using System.Diagnostics;
using AirlineBooking.Web.Platform.Commands;
using Microsoft.Data.Sqlite;

namespace AirlineBooking.Web.Tests.Support;

/// <summary>What a process of the program said and how it ended.</summary>
public sealed record Ended(int Code, string Output, string Errors);

/// <summary>Runs the program as a process of its own, the published one where there is one, with a folder and a database of its own, as an operator does.</summary>
public sealed class ProgramRun : IDisposable
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(2);

    private static readonly string Built = typeof(CommandLine).Assembly.Location;

    /// <summary>The file that is run.</summary>
    public static readonly string Program = PublishedProgram.Published is { } folder ? Path.Combine(folder, Path.GetFileName(Built)) : Built;

    public string Folder { get; } = Directory.CreateTempSubdirectory("airline-").FullName;

    public string DatabaseFile => Path.Combine(Folder, "airline.db");

    public string Write(string name, string text)
    {
        var file = Path.Combine(Folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>Starts it in the folder, with its database there, and waits for its end.</summary>
    public Task<Ended> RunAsync(params string[] args) => RunAsync(shellFolder: Folder, workingFolder: Folder, [.. args, $"--Database:ConnectionString=Data Source={DatabaseFile}"]);

    public static async Task<Ended> RunAsync(string shellFolder, string workingFolder, string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingFolder,
            Environment = { ["PWD"] = shellFolder, ["ASPNETCORE_ENVIRONMENT"] = "Production" },
        };
        start.ArgumentList.Add(Program);
        foreach (var arg in args) start.ArgumentList.Add(arg);
        using var process = Process.Start(start);
        Assert.NotNull(process);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var timeout = new CancellationTokenSource(LongestRun);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return new Ended(process.ExitCode, await output, await errors);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
