using AirlineBooking.Domain;
using AirlineBooking.Web;
using AirlineBooking.Web.Bookings;
using AirlineBooking.Web.CheckIn;
using AirlineBooking.Web.Flights;
using AirlineBooking.Web.Layout;
using AirlineBooking.Web.Payments;
using AirlineBooking.Web.Platform;
using AirlineBooking.Web.Platform.Api;
using AirlineBooking.Web.Platform.Api.OpenApi;
using AirlineBooking.Web.Platform.Commands;
using AirlineBooking.Web.Platform.Database;
using AirlineBooking.Web.Platform.Delivery;
using AirlineBooking.Web.Platform.Docs;
using AirlineBooking.Web.Platform.Jobs;
using AirlineBooking.Web.Platform.Limits;
using AirlineBooking.Web.Platform.Observability;
using AirlineBooking.Web.Platform.Security;
using AirlineBooking.Web.Platform.Settings;
using AirlineBooking.Web.Search;
using AirlineBooking.Web.Seats;
using AirlineBooking.Web.Ui;

var asked = CommandLine.Read(args);
if (asked.IsForTheTerminal) return await RunCommand.RunAsync(asked, Console.Out, Console.Error);

var builder = WebApplication.CreateBuilder(ContentRoot.OptionsFor(args));
builder.WebHost.UseStaticWebAssets();
builder.AddLogs().AddTelemetry();
var roles = Roles.AddTo(builder.Services, builder.Configuration);

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddStartupCheck();
builder.Services.AddDatabase(builder.Configuration, builder.Environment.ContentRootPath);
builder.Services.AddAirline();
builder.Services.AddSingleton<Brand>();
builder.Services.AddSingleton<SiteFrame>();
builder.Services.AddSecurity(builder.Configuration);
builder.Services.AddPayments(builder.Configuration, builder.Environment);
builder.Services.AddJobs(roles);
builder.Services.AddApi();
builder.Services.AddApiDocument();
builder.Services.AddSingleton<AnswerCache>();
builder.Services.AddSingleton<AircraftPlans>();
builder.Services.AddSingleton<BookingAccess>();
builder.Services.AddSingleton<BookingAnswers>();
builder.Services.AddSingleton<ReceiptDocument>();
builder.Services.AddSingleton<TripCalendar>();
builder.Services.AddSingleton<TripFlights>();
builder.Services.AddHostedService<TimetableRefresh>();
builder.Services.AddLimits();
builder.Services.AddPageDelivery();
builder.Services.AddHealth();
builder.Services.AddGracefulShutdown();
builder.Services.AddLivePages();

var app = builder.Build();
if (!app.SettingsAreFine(Console.Error)) return 1;
if (!await app.PrepareDatabaseAsync()) return 1;

app.UseRequestIds();
app.UseSecurity();
app.UseHeadAsGet();
app.UseDocs();
app.UseStatusPages();
app.UseRouting();
app.UseLimits();
app.UsePageDelivery();
app.UseApiErrors();
app.UseAntiforgery();

app.MapHealth();
app.MapStaticAssets();
if (roles.Web)
{
    app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null).WithoutIdleCircuitState();
    app.MapSitemap();
    app.MapBooking();
    app.MapDraftSeats();
    app.MapSandbox();
    app.MapTripFiles();
}
if (roles.Api)
{
    app.MapApiDocument();
    app.MapDocs();
    app.MapApi().MapAirports().MapFlights().MapOffers().MapSeats().MapSeatHolds().MapBookings().MapCheckIn();
    app.MapHub<SeatMapHub>(SeatMapHub.Address);
}
app.ScheduleJobs(roles);

await app.RunAsync();
return 0;
