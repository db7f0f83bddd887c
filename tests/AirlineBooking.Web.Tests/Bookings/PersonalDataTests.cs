using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Web.Tests.Seats;
using AirlineBooking.Web.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AirlineBooking.Web.Tests.Bookings;

public sealed class PersonalDataTests
{
    private const string Given = "Canarina", Family = "Zzyzxova", Email = "canary.bird@example.org", Phone = "+447700900911", Born = "1987-06-05", Passport = "CANARY8812", FrequentFlyer = "FFCANARY77";

    private static readonly string[] Canaries = [Given, Family, "CANARINA", "ZZYZXOVA", "canary.bird", "7700900911", Born, Passport, FrequentFlyer];

    // Where names, birth dates and contact may stand; a document's number stands in none of them as it was typed.
    private static readonly string[] Homes = ["travellers", "contacts", "travel_documents"];

    [Fact]
    public async Task What_a_passenger_tells_about_themselves_stands_in_three_tables_and_nowhere_else()
    {
        using var log = new KeptLog();
        await using var airline = await RunningAirline.OpenAsync(
            services => services.AddSingleton<ILoggerProvider>(log), ("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command", "Information"));

        await LiveThroughAllAsync(airline);

        var (found, homes) = await FindAsync(airline.ConnectionString);
        Assert.Empty(found);
        Assert.Equal(["contacts", "travellers"], homes.Order());
        var lines = log.Lines.ToList();
        Assert.NotEmpty(lines);
        foreach (var canary in Canaries) Assert.DoesNotContain(lines, line => line.Text.Contains(canary, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_search_for_it_finds_what_is_there()
    {
        await using var airline = await RunningAirline.OpenAsync();
        await airline.WriteAsync(async (db, cancel) =>
        {
            db.Airlines.Add(new Domain.Flights.Airline { Code = "ZZ", Name = $"{Family} Air", TicketingPrefix = "999" });
            await db.SaveChangesAsync(cancel);
        });

        var (found, _) = await FindAsync(airline.ConnectionString);

        Assert.All(found, place => Assert.StartsWith("airlines.name", place, StringComparison.Ordinal));
        Assert.NotEmpty(found);
    }

    // A whole journey with its wrong turns: refused, declined, out of order, paid, looked up wrongly and rightly, changed, checked in, cancelled.
    private static async Task LiveThroughAllAsync(RunningAirline airline)
    {
        var client = airline.Client;
        var person = $$"""{"type":"adult","givenName":"{{Given}}","familyName":"{{Family}}","bornOn":"{{Born}}","frequentFlyer":"{{FrequentFlyer}}","document":{"type":"passport","number":"{{Passport}}","nationality":"GB","issuingCountry":"GB"} }""";
        string Body(string offer, string token, string who) => BookingCalls.Body(offer, token, who).Replace("zoe@example.com", Email, StringComparison.Ordinal).Replace("+442079460958", Phone, StringComparison.Ordinal);
        var offer = (await client.OfferAsync("flex")).Text("id");
        (await client.BookAsync(Body(offer, "tok_visa", person.Replace(Born, "2024-06-05", StringComparison.Ordinal)))).Dispose();
        (await client.BookAsync(Body(offer, "tok_visa", person.Replace(Given, "C4n4r1n4 " + Family, StringComparison.Ordinal)))).Dispose();
        (await client.BookAsync(Body(offer, "tok_visa", person) + "}")).Dispose();
        (await airline.WhileTimePassesAsync(client.BookAsync(Body(offer, "tok_gateway_error", person)))).Dispose();
        (await client.BookAsync(Body(offer, "tok_timeout_unpaid", person))).Dispose();
        using var declined = await client.BookAsync(Body(offer, "tok_declined", person));
        var booking = new BookedByCall(await declined.JsonAsync(), declined.Header("Booking-Token") ?? "");
        using var paid = await booking.PostAsync(client, "payment", """{"token":"tok_visa"}""");
        var booked = booking with { Json = await paid.JsonAsync() };
        foreach (var surname in new[] { "Wrong" + Family, Family }) (await client.PostAsync($"{BookingCalls.Bookings}/lookup", $$"""{"locator":"{{booked.Locator}}","familyName":"{{surname}}"}""")).Dispose();
        (await booked.PutSeatAsync(client, "1A")).Dispose();
        (await booked.PutSeatAsync(client, "20C")).Dispose();
        (await client.GetAtAsync($"{booked.Address}/receipt.pdf", booked.Bearer)).Dispose();
        using var quoted = await booked.PostAsync(client, "cancellations", "{}");
        (await booked.PostAsync(client, $"cancellations/{(await quoted.JsonAsync()).Text("id")}/confirm", null)).Dispose();

        using var second = await client.BookAsync(Body(offer, "tok_visa", person));
        var flown = new BookedByCall(await second.JsonAsync(), second.Header("Booking-Token") ?? "");
        airline.Clock.Advance(TimeSpan.FromMinutes(5));
        var checkIn = $$"""{"flightId":"{{flown.Flight}}","passengerIds":["{{flown.Passenger}}"]}""";
        (await flown.PostAsync(client, "check-in", checkIn)).Dispose();
        await TypeAsync(airline, offer);
        await airline.SettleAsync();
    }

    // A booking in progress, as the form keeps it.
    private static async Task TypeAsync(RunningAirline airline, string offer)
    {
        var started = (await airline.Get<StartDraft>().RunAsync(offer, default)).Value;
        Assert.NotNull(started);
        var draft = await airline.Get<ReadDraft>().AgainAsync(started.Id, default);
        Assert.NotNull(draft);
        var typed = new DraftPassenger { Type = PassengerType.Adult, GivenName = Given, FamilyName = Family, Day = "05", Month = "06", Year = "1987", Document = TypedDocument.Empty with { Number = Passport }, FrequentFlyer = FrequentFlyer };
        await airline.Get<SaveDraft>().RunAsync(draft, new DraftForm([typed], new DraftContact { Email = Email, Phone = Phone }), default);
    }

    // Every text of every table.
    private static async Task<(List<string> Found, List<string> Homes)> FindAsync(string connectionString)
    {
        var (found, homes) = (new List<string>(), new List<string>());
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        foreach (var table in await TextsAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table'"))
        {
            foreach (var column in await TextsAsync(connection, $"SELECT name FROM pragma_table_info('{table}')"))
            {
                foreach (var canary in Canaries)
                {
                    var isThere = (await TextsAsync(connection, $"SELECT COUNT(*) FROM \"{table}\" WHERE CAST(\"{column}\" AS TEXT) LIKE '%{canary}%'"))[0] != "0";
                    if (!isThere) continue;
                    if (!Homes.Contains(table) || canary == Passport) found.Add($"{table}.{column}: {canary}");
                    else if (!homes.Contains(table)) homes.Add(table);
                }
            }
        }
        return (found, homes);
    }

    private static async Task<List<string>> TextsAsync(SqliteConnection connection, string sql)
    {
        var texts = new List<string>();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own tables and columns, and words of this test.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) texts.Add(reader.GetValue(0).ToString() ?? "");
        return texts;
    }
}
