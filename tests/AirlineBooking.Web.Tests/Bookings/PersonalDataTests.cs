using AirlineBooking.Domain;
using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Web.Tests.Seats;
using AirlineBooking.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AirlineBooking.Web.Tests.Bookings;

public sealed class PersonalDataTests
{
    private const string Given = "Canarina", Family = "Zzyzxova", Email = "canary.bird@example.org", Phone = "+447700900911", Born = "1987-06-05", Passport = "CANARY8812", FrequentFlyer = "FFCANARY77";

    private static readonly string[] Canaries = [Given, Family, "CANARINA", "ZZYZXOVA", "canary.bird", "7700900911", Born, Passport, FrequentFlyer];

    // Where names, birth dates and contact may stand; a document's number stands in none of them as it was typed.
    private static readonly string[] Homes = ["travellers", "contacts", "travel_documents"];

    private const string Person = $$"""{"type":"adult","givenName":"{{Given}}","familyName":"{{Family}}","bornOn":"{{Born}}","frequentFlyer":"{{FrequentFlyer}}","document":{"type":"passport","number":"{{Passport}}","nationality":"GB","issuingCountry":"GB"} }""";

    private const string Refusing = "travellers_are_refused";

    private static readonly (string Name, string Value)[] Typed =
    [
        ("p0-given", Given), ("p0-family", Family), ("p0-day", "05"), ("p0-month", "06"), ("p0-year", "1987"), ("p0-frequent", FrequentFlyer), ("email", Email), ("phone", Phone),
    ];

    private static readonly (string Name, string Value)[] Wrong = [("p0-day", "31"), ("p0-month", "02"), ("email", $"not {Email}"), ("phone", $"{Phone}?"), ("p0-frequent", $"{FrequentFlyer}!")];

    // Where a run has no PostgreSQL, its own tests say so.
    public static TheoryData<bool> Databases => EmptyPostgres.Server is null ? [false] : [false, true];

    [Theory, MemberData(nameof(Databases))]
    public async Task What_a_passenger_tells_about_themselves_stands_in_three_tables_and_nowhere_else(bool onPostgres)
    {
        using var log = new KeptLog();
        await using var postgres = onPostgres ? await EmptyPostgres.CreateAsync() : null;
        (string, string)[] settings = [("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command", "Information"), ("RateLimits:Enabled", "false")];
        void More(IServiceCollection services) => services.AddSingleton<ILoggerProvider>(log);
        await using var airline = postgres is null ? await RunningAirline.OpenAsync(More, settings) : await RunningAirline.OpenAsync(postgres, More, settings);

        await LiveThroughAllAsync(airline);
        await MeetADatabaseThatRefusesAsync(airline, onPostgres);

        var (found, homes) = await FindAsync(airline);
        Assert.Empty(found);
        Assert.Equal(["contacts", "travellers"], homes.Order());
        var logged = log.Everything;
        Assert.Contains(logged, text => text.Contains(Refusing, StringComparison.Ordinal) && text.Contains("   at ", StringComparison.Ordinal));
        Assert.DoesNotContain(logged, text => Canaries.Any(canary => text.Contains(canary, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_search_for_it_finds_what_is_there(bool onPostgres)
    {
        await using var postgres = onPostgres ? await EmptyPostgres.CreateAsync() : null;
        await using var airline = postgres is null ? await RunningAirline.OpenAsync() : await RunningAirline.OpenAsync(postgres, null);
        await airline.WriteAsync(async (db, cancel) =>
        {
            db.Airlines.Add(new Domain.Flights.Airline { Code = "ZZ", Name = $"{Family} Air", TicketingPrefix = "999" });
            await db.SaveChangesAsync(cancel);
        });

        var (found, _) = await FindAsync(airline);

        Assert.All(found, place => Assert.StartsWith("airlines.name", place, StringComparison.Ordinal));
        Assert.NotEmpty(found);
    }

    // A whole journey with its wrong turns: refused, declined, out of order, paid, looked up wrongly and rightly, changed, checked in, cancelled.
    private static async Task LiveThroughAllAsync(RunningAirline airline)
    {
        var client = airline.Client;
        var offer = (await client.OfferAsync("flex")).Text("id");
        (await client.BookAsync(Body(offer, "tok_visa", Person.Replace(Born, "2024-06-05", StringComparison.Ordinal)))).Dispose();
        (await client.BookAsync(Body(offer, "tok_visa", Person.Replace(Given, "C4n4r1n4 " + Family, StringComparison.Ordinal)))).Dispose();
        (await client.BookAsync(Body(offer, "tok_visa", Person) + "}")).Dispose();
        (await airline.WhileTimePassesAsync(client.BookAsync(Body(offer, "tok_gateway_error", Person)))).Dispose();
        (await client.BookAsync(Body(offer, "tok_timeout_unpaid", Person))).Dispose();
        using var declined = await client.BookAsync(Body(offer, "tok_declined", Person));
        var booking = new BookedByCall(await declined.JsonAsync(), declined.Header("Booking-Token") ?? "");
        using var paid = await booking.PostAsync(client, "payment", """{"token":"tok_visa"}""");
        var booked = booking with { Json = await paid.JsonAsync() };
        foreach (var surname in new[] { "Wrong" + Family, Family }) (await client.PostAsync($"{BookingCalls.Bookings}/lookup", $$"""{"locator":"{{booked.Locator}}","familyName":"{{surname}}"}""")).Dispose();
        (await booked.PutSeatAsync(client, "1A")).Dispose();
        (await booked.PutSeatAsync(client, "20C")).Dispose();
        (await client.GetAtAsync($"{booked.Address}/receipt.pdf", booked.Bearer)).Dispose();
        using var quoted = await booked.PostAsync(client, "cancellations", "{}");
        (await booked.PostAsync(client, $"cancellations/{(await quoted.JsonAsync()).Text("id")}/confirm", null)).Dispose();

        using var second = await client.BookAsync(Body(offer, "tok_visa", Person));
        var flown = new BookedByCall(await second.JsonAsync(), second.Header("Booking-Token") ?? "");
        airline.Clock.Advance(TimeSpan.FromMinutes(5));
        var checkIn = $$"""{"flightId":"{{flown.Flight}}","passengerIds":["{{flown.Passenger}}"]}""";
        (await flown.PostAsync(client, "check-in", checkIn)).Dispose();
        await TypeAsync(airline, offer);
        (await SendFormsAsync(airline, offer)).Dispose();
        await airline.SettleAsync();
    }

    private static string Body(string offer, string token, string who) =>
        BookingCalls.Body(offer, token, who).Replace("zoe@example.com", Email, StringComparison.Ordinal).Replace("+442079460958", Phone, StringComparison.Ordinal);

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

    // The pages' own forms: with wrong values, which come back with what is wrong, and then with right ones.
    private static async Task<FormVisitor> SendFormsAsync(RunningAirline airline, string offer)
    {
        var visitor = new FormVisitor(airline);
        await visitor.GoAsync(Links.Offer(offer));
        await visitor.SendAsync("book");
        await visitor.GoAsync(visitor.Leads ?? "");
        await visitor.SendAsync("save", [.. Typed.ExceptBy(Wrong.Select(one => one.Name), one => one.Name), .. Wrong]);
        await visitor.GoAsync(visitor.Leads ?? "");
        Assert.Contains("things to put right", visitor.Text, StringComparison.Ordinal);
        await visitor.SendAsync("save", Typed);
        Assert.EndsWith("/seats/1", visitor.Leads, StringComparison.Ordinal);
        await visitor.GoAsync((visitor.Leads ?? "").Replace("seats/1", "pay", StringComparison.Ordinal));
        return visitor;
    }

    // What no programmer foresaw: a row that cannot be written. PostgreSQL says which values it had.
    private static async Task MeetADatabaseThatRefusesAsync(RunningAirline airline, bool onPostgres)
    {
        var refuse = onPostgres
            ? $"ALTER TABLE travellers ADD CONSTRAINT {Refusing} CHECK (family_name = '') NOT VALID"
            : $"CREATE TRIGGER {Refusing} BEFORE INSERT ON travellers BEGIN SELECT RAISE(ABORT, '{Refusing}'); END";
        var offer = (await airline.Client.OfferAsync("flex")).Text("id");
        using var visitor = await SendFormsAsync(airline, offer);
        await airline.WriteAsync((db, cancel) => db.Database.ExecuteSqlRawAsync(refuse, cancel));

        using var answer = await airline.Client.BookAsync(Body(offer, "tok_visa", Person));
        await visitor.SendAsync("payment", ("card", "tok_visa"));

        Assert.DoesNotContain(Family, (await answer.IsProblemAsync(500, "internal_error")).GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(500, visitor.Status);
    }

    // Every text of every table.
    private static async Task<(List<string> Found, List<string> Homes)> FindAsync(RunningAirline airline)
    {
        var (found, homes) = (new List<string>(), new List<string>());
        await using var db = await airline.Get<IDbContextFactory<AirlineDb>>().CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        foreach (var (table, column, asText) in await ColumnsAsync(db))
        {
            var texts = await RowsAsync(db, $"SELECT {asText} FROM \"{table}\" WHERE \"{column}\" IS NOT NULL");
            foreach (var canary in Canaries.Where(canary => texts.Exists(row => row[0].Contains(canary, StringComparison.OrdinalIgnoreCase))))
            {
                if (!Homes.Contains(table) || canary == Passport) found.Add($"{table}.{column}: {canary}");
                else if (!homes.Contains(table)) homes.Add(table);
            }
        }
        return (found, homes);
    }

    private static async Task<IEnumerable<(string Table, string Column, string AsText)>> ColumnsAsync(AirlineDb db)
    {
        var columns = await RowsAsync(db, db.Database.IsSqlite()
            ? "SELECT t.name, c.name, c.type FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table'"
            : "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public'");
        return columns.Select(one => (one[0], one[1], one[2] == "bytea" ? $"encode(\"{one[1]}\", 'escape')" : $"CAST(\"{one[1]}\" AS TEXT)"));
    }

    private static async Task<List<string[]>> RowsAsync(AirlineDb db, string sql)
    {
        var rows = new List<string[]>();
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Names of our own tables and columns, and words of this test.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(field => reader.GetValue(field).ToString() ?? "")]);
        return rows;
    }
}
