using AirlineBooking.Domain.Flights;
using AirlineBooking.Web.Platform;
using AirlineBooking.Web.Platform.Commands;
using Microsoft.Extensions.Time.Testing;

namespace AirlineBooking.Web.Tests.Platform.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData]
    [InlineData("--urls", "http://localhost:5082")]
    [InlineData("--Database:Provider=Postgres")]
    [InlineData("--Database:Provider", "Postgres")]
    [InlineData("--environment=Production", "--contentRoot=/srv")]
    public void Without_a_command_it_is_the_site(params string[] args) => Assert.False(CommandLine.Read(args).IsForTheTerminal);

    [Fact]
    public void Configuration_may_stand_anywhere()
    {
        var asked = CommandLine.Read(["--A:B=1", "import-flights", "--C:D", "2", "f.csv", "--dry-run", "--E:F=3"]);

        Assert.Equal((null, CommandLine.ImportFlights, "f.csv"), (asked.Wrong, asked.Command, asked.File));
        Assert.Equal(["--A:B=1", "--C:D", "2", "--E:F=3"], asked.Configuration);
        Assert.True(asked.Has(CommandLine.DryRun));
        Assert.False(asked.Has(CommandLine.Strict));
    }

    [Theory]
    [InlineData("import-flights", "f.csv", "--dryrun")]
    [InlineData("import-flights", "f.csv", "--without-trailer")]
    [InlineData("import-flights", "f.csv", "g.csv")]
    [InlineData("import-ssim", "f.ssim", "--strict")]
    [InlineData("import-flights", "f.csv", "--dry-run=true")]
    public void What_a_command_does_not_take_is_wrong_usage(params string[] args) => Assert.NotNull(CommandLine.Read(args).Wrong);

    [Fact]
    public void Under_dotnet_run_the_content_root_is_the_projects_folder()
    {
        var project = Directory.CreateTempSubdirectory("airline-").FullName;
        File.WriteAllText(Path.Combine(project, "AirlineBooking.Web.csproj"), "");

        Assert.Equal(project, ContentRoot.Find(Path.Combine(project, "bin", "Debug", "net10.0") + "/", project));
        Directory.Delete(project, recursive: true);
    }

    [Fact]
    public void Otherwise_the_content_root_is_the_programs_own_folder() =>
        Assert.Equal("/opt/airline/", ContentRoot.Find("/opt/airline/", "/home/operator"));

    [Fact]
    public void A_file_is_looked_for_where_the_shell_stands_first()
    {
        var (shell, here) = (Directory.CreateTempSubdirectory("airline-").FullName, Directory.CreateTempSubdirectory("airline-").FullName);
        File.WriteAllText(Path.Combine(here, "only-here.csv"), "");

        Assert.Equal(Path.Combine(shell, "f.csv"), CallersFile.Find("f.csv", shell, here));
        Assert.Equal(Path.Combine(here, "only-here.csv"), CallersFile.Find("only-here.csv", shell, here));
        Assert.Equal(Path.Combine(here, "f.csv"), CallersFile.Find("f.csv", shellFolder: null, here));
        Directory.Delete(shell);
        Directory.Delete(here, recursive: true);
    }

    [Fact]
    public void Short_work_shows_no_progress()
    {
        var (output, clock) = (new StringWriter(), new FakeTimeProvider());
        var line = new ProgressLine(output, onTerminal: true, clock);

        clock.Advance(ProgressLine.Patience - TimeSpan.FromMilliseconds(1));
        line.Show(new ImportProgress("Staging flights", 1, 2));

        Assert.Equal("", output.ToString());
    }

    [Fact]
    public void In_a_file_progress_is_a_line_now_and_then()
    {
        var (output, clock) = (new StringWriter(), new FakeTimeProvider());
        var line = new ProgressLine(output, onTerminal: false, clock);

        for (var second = 0; second < 12; second++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            line.Show(new ImportProgress("Staging flights", 1000 * second, 20_000));
        }

        Assert.Equal("Staging flights: 0 of 20,000\nStaging flights: 5,000 of 20,000\nStaging flights: 10,000 of 20,000\n", output.ToString());
    }

    [Fact]
    public void On_a_terminal_one_line_changes_and_is_cleared()
    {
        var (output, clock) = (new StringWriter(), new FakeTimeProvider());
        var line = new ProgressLine(output, onTerminal: true, clock);

        clock.Advance(ProgressLine.Patience);
        line.Show(new ImportProgress("Reading rows", 10, Of: null));
        line.Clear();

        Assert.Equal("\rReading rows: 10\r                \r", output.ToString());
    }
}
