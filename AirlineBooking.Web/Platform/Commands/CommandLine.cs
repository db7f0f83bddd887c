namespace AirlineBooking.Web.Platform.Commands;

/// <summary>What was asked for on the command line, read and checked. Pure: it opens nothing.</summary>
public sealed record CommandLine
{
    public const string ImportFlights = "import-flights";
    public const string ImportSsim = "import-ssim";
    public const string ImportAirports = "import-airports";
    public const string Check = "check";

    public const string DryRun = "--dry-run";
    public const string Strict = "--strict";
    public const string WithoutTrailer = "--without-trailer";

    public const string Usage = """
        Usage: dotnet run --project AirlineBooking.Web -- [COMMAND] [--Section:Key=value ...]

          (no command)                                          the site
          import-flights  FILE.csv[.gz] [--dry-run] [--strict]  dated flights; --strict loads nothing if any row is bad
          import-ssim     FILE.ssim [--dry-run] [--without-trailer]
                                                                a schedule in IATA SSIM chapter 7
          import-airports FILE.csv [--dry-run]                  airports
          check           [--dry-run]                           every invariant, read-only

        Exit codes: 0 done, 1 refused with the reasons on standard error, 2 wrong usage.
        """;

    // Each command, and the options it takes beside FILE.
    private static readonly Dictionary<string, string[]> Commands = new(StringComparer.Ordinal)
    {
        [ImportFlights] = [DryRun, Strict],
        [ImportSsim] = [DryRun, WithoutTrailer],
        [ImportAirports] = [DryRun],
        [Check] = [DryRun],
    };

    private static readonly string[] HelpWords = ["--help", "-h", "-?", "help"];
    private static readonly string[] HostOptions = ["--environment", "--contentRoot", "--applicationName"];

    /// <summary>The command, or null when it is the site that is asked for.</summary>
    public string? Command { get; private init; }

    public string? File { get; private init; }

    public IReadOnlyList<string> Options { get; private init; } = [];

    /// <summary>The arguments that are configuration.</summary>
    public string[] Configuration { get; private init; } = [];

    /// <summary>True when the words above are asked for.</summary>
    public bool Help { get; private init; }

    /// <summary>What is wrong with the arguments, in a sentence; null when nothing is.</summary>
    public string? Wrong { get; private init; }

    /// <summary>False when it is the site that is asked for.</summary>
    public bool IsForTheTerminal => Command is not null || Help || Wrong is not null;

    public bool Has(string option) => Options.Contains(option, StringComparer.Ordinal);

    public static CommandLine Read(IReadOnlyList<string> args)
    {
        if (args.Count > 0 && HelpWords.Contains(args[0], StringComparer.Ordinal)) return new CommandLine { Help = true };
        var (words, options, configuration) = Sort(args);
        if (words.Count == 0) return new CommandLine { Configuration = [.. args] };

        var command = words[0];
        if (!Commands.TryGetValue(command, out var takes)) return new CommandLine { Wrong = $"There is no command '{command}'." };
        var unknown = options.FirstOrDefault(option => !takes.Contains(option, StringComparer.Ordinal));
        if (unknown is not null) return new CommandLine { Wrong = $"{command} does not take {unknown}." };
        var files = command == Check ? 0 : 1;
        if (words.Count - 1 < files) return new CommandLine { Wrong = $"{command} needs a FILE." };
        if (words.Count - 1 > files) return new CommandLine { Wrong = $"{command} does not take '{words[1 + files]}'." };
        return new CommandLine { Command = command, File = files == 1 ? words[1] : null, Options = options, Configuration = [.. configuration] };
    }

    // Configuration is --Section:Key=value or --Section:Key value, as everywhere in ASP.NET.
    private static (List<string> Words, List<string> Options, List<string> Configuration) Sort(IReadOnlyList<string> args)
    {
        var (words, options, configuration) = (new List<string>(), new List<string>(), new List<string>());
        for (var i = 0; i < args.Count; i++)
        {
            var arg = args[i];
            if (!arg.StartsWith("--", StringComparison.Ordinal)) words.Add(arg);
            else if (Commands.Values.Any(takes => takes.Contains(arg, StringComparer.Ordinal))) options.Add(arg);
            else if (!IsConfiguration(arg)) options.Add(arg);
            else
            {
                configuration.Add(arg);
                if (!arg.Contains('=', StringComparison.Ordinal) && i + 1 < args.Count) configuration.Add(args[++i]);
            }
        }
        return (words, options, configuration);
    }

    private static bool IsConfiguration(string arg)
    {
        var key = arg.Split('=', 2)[0];
        return key.Contains(':', StringComparison.Ordinal) || arg.Contains('=', StringComparison.Ordinal) && !Commands.Values.Any(takes => takes.Contains(key, StringComparer.Ordinal))
            || HostOptions.Contains(key, StringComparer.OrdinalIgnoreCase) || key.Equals("--urls", StringComparison.OrdinalIgnoreCase);
    }
}
