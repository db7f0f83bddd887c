using AirlineBooking.Benchmarks;

// One line a benchmark; each is a file of its own and reads its own options.
return args switch
{
    ["search", .. var options] => SearchBenchmark.Run(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: AirlineBooking.Benchmarks search [--csv FILE] [--queries N] [--runs N]     (README.md says what each measures)");
    return 2;
}
