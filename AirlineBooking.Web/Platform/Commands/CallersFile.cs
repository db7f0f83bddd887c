namespace AirlineBooking.Web.Platform.Commands;

/// <summary>Finds a file that the caller named from where they stand.</summary>
internal static class CallersFile
{
    public static string Find(string path) => Find(path, Environment.GetEnvironmentVariable("PWD"), Environment.CurrentDirectory);

    // dotnet run moves into the project's folder, and only the shell's PWD still says where the caller stood. A caller that is no shell may not set it.
    internal static string Find(string path, string? shellFolder, string currentFolder)
    {
        if (shellFolder is not { Length: > 0 } || !Path.IsPathFullyQualified(shellFolder)) return Path.GetFullPath(path, currentFolder);
        var fromShell = Path.GetFullPath(path, shellFolder);
        var fromHere = Path.GetFullPath(path, currentFolder);
        return !File.Exists(fromShell) && File.Exists(fromHere) ? fromHere : fromShell;
    }
}
