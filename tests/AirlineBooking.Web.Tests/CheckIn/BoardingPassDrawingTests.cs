using System.Xml.Linq;
using AirlineBooking.Domain.CheckIn;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Web.CheckIn;
using AirlineBooking.Web.Tests.Support;

namespace AirlineBooking.Web.Tests.CheckIn;

public sealed class BoardingPassDrawingTests
{
    private const int QuietZone = 4;

    [Fact]
    public async Task What_is_drawn_reads_back_as_the_pass()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var pass = await PassAsync(airline);

        var read = QrReader.Read(ModulesIn(BoardingPassDrawing.Svg(pass)));

        Assert.Equal(pass.BarCode, read);
        Assert.True(BoardingPassCode.TryParse(read, out var code));
        Assert.Equal(pass.Locator.ToString(), code.Legs[0].Locator);
    }

    [Theory]
    [InlineData("M1")]
    [InlineData("M1DESMARAIS/LUC       EABC123 YULFRAAC 0834 226F001A0025 100")]
    [InlineData("M1DESMARAIS/LUC       EABC123 YULFRAAC 0834 326J001A0025 14D>6181WW6225BAC 00141234560032A0141234567890 1AC AC 1234567890123    20KYLX58ZDEF456 YYZGVALX 3664 327C012C0002 12E2A0140987654321 1AC AC 1234567890123    2PCNWQ")]
    public void Every_length_of_code_reads_back(string text)
    {
        Assert.Equal(text, QrReader.Read(BoardingPassDrawing.ModulesOf(text)));
    }

    [Fact]
    public async Task It_has_a_title_and_asks_nobody_for_anything()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var pass = await PassAsync(airline);

        var svg = XDocument.Parse(BoardingPassDrawing.Svg(pass)).Root;

        Assert.Equal("img", svg?.Attribute("role")?.Value);
        Assert.Contains("seat", svg?.Elements().First(one => one.Name.LocalName == "title").Value, StringComparison.Ordinal);
        Assert.DoesNotContain(svg?.DescendantsAndSelf().Attributes() ?? [], attribute => attribute.Name.LocalName is "href" or "src" || !attribute.IsNamespaceDeclaration && attribute.Value.Contains("//", StringComparison.Ordinal));
    }

    internal static async Task<ShownBoardingPass> PassAsync(RunningAirline airline)
    {
        var details = await airline.BookAsync(new Party(1, 0, 0), tomorrow: true);
        var passes = await airline.CheckInAsync(details);
        return await airline.Get<ReadBoardingPass>().RunAsync(details.Booking.Id, passes[0], default) ?? throw new InvalidOperationException("No pass.");
    }

    private static bool[,] ModulesIn(string svg)
    {
        var root = XDocument.Parse(svg).Root ?? throw new InvalidOperationException("No drawing.");
        var size = int.Parse(root.Attribute("viewBox")!.Value.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture) - 2 * QuietZone;
        var modules = new bool[size, size];
        foreach (var piece in root.Elements().First(one => one.Name.LocalName == "path").Attribute("d")!.Value.Split('M', StringSplitOptions.RemoveEmptyEntries))
        {
            var numbers = piece.Split(['h', ' ', 'v'], StringSplitOptions.RemoveEmptyEntries).Take(3).Select(text => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            for (var i = 0; i < numbers[2]; i++) modules[numbers[1] - QuietZone, numbers[0] - QuietZone + i] = true;
        }
        return modules;
    }
}
