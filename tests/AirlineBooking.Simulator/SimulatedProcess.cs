using AirlineBooking.Domain;
using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Payments;
using AirlineBooking.Domain.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AirlineBooking.Simulator;

/// <summary>The airline's program from a start to a crash: the real operations over the history's database, with caches of their own.</summary>
internal sealed class SimulatedProcess : IDisposable
{
    private static readonly IConfiguration Configuration = new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Payments:RetryDelayMilliseconds"] = "0", ["Payments:SettledAtOnce"] = "1" })
        .Build();

    private readonly ServiceProvider _services;

    public SimulatedProcess(World world, DateTimeOffset now)
    {
        Clock = new FakeTimeProvider(now);
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(Configuration)
            .AddAirline()
            .AddSingleton<Randomness>(world.Randomness)
            .AddSingleton<Writes>(new SimulatedWrites(world))
            .AddSingleton<IDbContextFactory<AirlineDb>>(new Databases(world))
            .AddSingleton<IDocumentCipher, Reversed>()
            .AddSingleton<IPaymentGateway>(made => new SimulatedGateway(world, made.GetRequiredService<SandboxGateway>()))
            .AddSingleton(made => new SandboxGateway(new OutsideWrites(world), made.GetRequiredService<IDbContextFactory<AirlineDb>>(), Clock))
            .BuildServiceProvider();
        _services.GetRequiredService<AirportDirectories>().RefreshAsync(default).GetAwaiter().GetResult();
        Sandbox = _services.GetRequiredService<SandboxGateway>();
    }

    public FakeTimeProvider Clock { get; }

    public SandboxGateway Sandbox { get; }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public void Dispose() => _services.Dispose();

    private sealed class Databases(World world) : IDbContextFactory<AirlineDb>
    {
        public AirlineDb CreateDbContext() => world.NewContext();
    }

    // Whether numbers are unreadable is not what a simulation finds out.
    private sealed class Reversed : IDocumentCipher
    {
        public string Encrypt(string number) => string.Concat(number.Reverse());

        public string Decrypt(string encrypted) => string.Concat(encrypted.Reverse());
    }
}

/// <summary>Ids and locators that follow from the seed. Some histories have so few locators that they meet.</summary>
internal sealed class SeededRandomness(int seed, bool fewLocators) : Randomness
{
    private const int FewFirstLetters = 2;

    private readonly Random _random = new(seed);

    public override void Fill(Span<byte> bytes)
    {
        if (!fewLocators || bytes.Length != RecordLocator.Length)
        {
            _random.NextBytes(bytes);
            return;
        }
        bytes.Clear();
        (bytes[0], bytes[1]) = ((byte)_random.Next(FewFirstLetters), (byte)_random.Next(RecordLocator.Alphabet.Length));
    }
}
