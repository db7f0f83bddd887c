using AirlineBooking.Benchmarks;

// One line a benchmark; each is a file of its own and reads its own options.
return args switch
{
    ["search", .. var options] => SearchBenchmark.Run(options),
    ["http", .. var options] => await HttpBenchmark.RunAsync(options),
    ["bookings", .. var options] => await BookingBenchmark.RunAsync(options),
    ["live", .. var options] => await LiveBenchmark.RunAsync(options),
    ["painted", .. var options] => await LiveBrowserBenchmark.RunAsync(options),
    ["timetable", .. var options] => await TimetableBenchmark.RunAsync(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        usage: AirlineBooking.Benchmarks search [--csv FILE] [--queries N] [--runs N]
               AirlineBooking.Benchmarks timetable --database FILE --now YYYY-MM-DD
               AirlineBooking.Benchmarks http PUBLISHED-FOLDER [--only WORDS]
               AirlineBooking.Benchmarks bookings PUBLISHED-FOLDER [--grow]
               AirlineBooking.Benchmarks live PUBLISHED-FOLDER
               AirlineBooking.Benchmarks painted PUBLISHED-FOLDER [--only changes|clicks|memory]
        README.md says what each measures.
        """);
    return 2;
}
