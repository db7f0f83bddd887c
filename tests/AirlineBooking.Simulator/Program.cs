using System.Globalization;
using AirlineBooking.Simulator;

return args switch
{
    ["--replay", var seed] when int.TryParse(seed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => Replay(number),
    _ when Options(args) is { } options => Run(options.Seed, options.Histories, options.FirstFailure),
    _ => Usage(),
};

static int Replay(int seed)
{
    var result = Simulation.Replay(seed);
    foreach (var line in result.Trace) Console.WriteLine(line);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {result.Operations} operations, hash {result.Hash:x16}"));
    return result.Broken is null ? 0 : 1;
}

static int Run(int seed, int histories, bool stopAtFirstFailure)
{
    var result = Simulation.Run(seed, histories, stopAtFirstFailure);
    Console.WriteLine(result.Strikes);
    foreach (var failure in result.Failures) Console.WriteLine($"seed {failure.Seed}: {failure.Broken?.Invariant}: {failure.Broken?.What.Split('\n')[0]}");
    if (result.Failures is [var first, ..]) Console.WriteLine($"--replay {first.Seed} shows its history.");
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{result.Histories} histories, {result.Operations} operations, {result.Confirmed} bookings confirmed, {result.Failures.Count} failures, {result.Took.TotalSeconds:0.0} s, {result.Worked.TotalSeconds:0.0} s of each processor, {result.Histories / result.Took.TotalSeconds:0} histories/s"));
    return result.Failures.Count == 0 ? 0 : 1;
}

static (int Seed, int Histories, bool FirstFailure)? Options(string[] args)
{
    var (seed, histories, first) = (1, 2000, false);
    for (var i = 0; i < args.Length; i++)
    {
        if (args[i] == "--first-failure") first = true;
        else if (i + 1 == args.Length || !int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        else if (args[i++] == "--histories") histories = number;
        else if (args[i - 1] == "--seed") seed = number;
        else return null;
    }
    return (seed, histories, first);
}

static int Usage()
{
    Console.Error.WriteLine(
        """
        usage: AirlineBooking.Simulator [--histories N] [--seed FIRST] [--first-failure]
               AirlineBooking.Simulator --replay SEED
        README.md says what it does.
        """);
    return 2;
}
