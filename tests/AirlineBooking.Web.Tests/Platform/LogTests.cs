using System.Diagnostics;
using System.Net;
using System.Text.Json;
using AirlineBooking.Web.Platform.Settings;
using AirlineBooking.Web.Tests.Support;

namespace AirlineBooking.Web.Tests.Platform;

public sealed class LogTests
{
    private const string Secret = "Lovelace";

    [Fact]
    public async Task In_production_each_line_is_JSON_and_none_names_a_person_or_an_address()
    {
        var file = Path.Combine(Path.GetTempPath(), $"airline-log-{Guid.NewGuid():N}.db");
        using var process = Start(file);
        try
        {
            var address = await ListeningAtAsync(process.StandardOutput);
            using var client = new HttpClient { BaseAddress = address };
            using var handled = await client.GetAtAsync($"/api/v1/airports?query={Secret}", ("X-Request-Id", "of-the-test"), ("User-Agent", Secret), ("Cookie", $"form={Secret}"));
            using var unknown = await client.GetAtAsync($"/nowhere/{Secret}?name={Secret}");
            using var wrong = await client.SendAsync(HttpMethod.Post, $"/api/v1/offers/search?name={Secret}\r\nforged: line");
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (handled.StatusCode, unknown.StatusCode));
        }
        finally
        {
            process.Kill();
        }

        var lines = (await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(line).RootElement.ValueKind));
        Assert.DoesNotContain(lines, line => line.Contains(Secret, StringComparison.Ordinal));
        foreach (var part in new[] { file, file + "-wal", file + "-shm" }) File.Delete(part);
    }

    [Fact]
    public async Task What_fails_is_logged_with_the_requests_id()
    {
        var file = Path.Combine(Path.GetTempPath(), $"airline-log-{Guid.NewGuid():N}.db");
        using var process = Start(file);
        try
        {
            using var client = new HttpClient { BaseAddress = await ListeningAtAsync(process.StandardOutput) };
            await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=False"))
            {
                await connection.OpenAsync();
                await using var command = connection.CreateCommand();
                command.CommandText = "PRAGMA foreign_keys = OFF; ALTER TABLE flights RENAME TO lost";
                await command.ExecuteNonQueryAsync();
            }
            using var answer = await client.GetAtAsync("/api/v1/flights/flt_1", ("X-Request-Id", "of-the-test"));
            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);

            var line = await LineAsync(process.StandardOutput, text => text.Contains("getFlight", StringComparison.Ordinal) || text.Contains("flights/{flightId}", StringComparison.Ordinal));
            Assert.Contains("of-the-test", line, StringComparison.Ordinal);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
        foreach (var part in new[] { file, file + "-wal", file + "-shm" }) File.Delete(part);
    }

    private static Process Start(string file)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() };
        foreach (var argument in (string[])[typeof(StartupCheck).Assembly.Location, "--urls=http://127.0.0.1:0", $"--Database:ConnectionString=Data Source={file}", "--Demo:Enabled=false"]) start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }

    private static async Task<Uri> ListeningAtAsync(StreamReader output)
    {
        const string Words = "Now listening on: ";
        var line = await LineAsync(output, text => text.Contains(Words, StringComparison.Ordinal));
        var message = JsonDocument.Parse(line).RootElement.GetProperty("Message").GetString() ?? "";
        return new Uri(message[Words.Length..]);
    }

    private static async Task<string> LineAsync(StreamReader output, Func<string, bool> isIt)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (await output.ReadLineAsync(patience.Token) is { } line)
        {
            if (isIt(line)) return line;
        }
        throw new InvalidOperationException("The program ended before it said so.");
    }
}
