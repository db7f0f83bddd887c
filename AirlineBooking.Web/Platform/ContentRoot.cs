namespace AirlineBooking.Web.Platform;

/// <summary>Where the program's files stand: the project folder under <c>dotnet run</c>, else the program's own folder.</summary>
public static class ContentRoot
{
    private const string Option = "--contentRoot";
    private const string Project = "AirlineBooking.Web.csproj";

    /// <summary>The options to build the site or a command with. A content root that the arguments name wins: tests host the site that way.</summary>
    public static WebApplicationOptions OptionsFor(string[] args) => new()
    {
        Args = args,
        ContentRootPath = Array.Exists(args, arg => arg.StartsWith(Option, StringComparison.OrdinalIgnoreCase)) ? null : Find(),
    };

    /// <summary>The folder that relative paths of the configuration are under.</summary>
    public static string Find() => Find(AppContext.BaseDirectory, Environment.CurrentDirectory);

    // dotnet run starts the program in the project's folder, with the program itself below bin.
    internal static string Find(string programFolder, string currentFolder)
    {
        var program = Path.GetFullPath(programFolder);
        var build = Path.Combine(Path.GetFullPath(currentFolder), "bin") + Path.DirectorySeparatorChar;
        return program.StartsWith(build, StringComparison.Ordinal) && File.Exists(Path.Combine(currentFolder, Project))
            ? Path.GetFullPath(currentFolder)
            : program;
    }
}
