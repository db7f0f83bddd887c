using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Tests.Bookings;

public sealed class ContactTests
{
    [Theory]
    [InlineData("Anna@Example.COM", "Anna@example.com")]
    [InlineData("  a.b+c@sub.example.co.uk ", "a.b+c@sub.example.co.uk")]
    [InlineData("o'neill@example.org", "o'neill@example.org")]
    [InlineData("анна@пример.рф", "анна@пример.рф")]
    public void An_address_is_read(string text, string address) => Assert.Equal(address, EmailAddress.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("anna")]
    [InlineData("@example.com")]
    [InlineData("anna@example")]
    [InlineData("anna@.com")]
    [InlineData("anna@example..com")]
    [InlineData("anna@-example.com")]
    [InlineData(".anna@example.com")]
    [InlineData("an..na@example.com")]
    [InlineData("an na@example.com")]
    [InlineData("anna@example.com\nBcc: x@y.zz")]
    [InlineData("anna@exa mple.com")]
    [InlineData("anna,ben@example.com")]
    [InlineData("anna@192.168.0.1")]
    [InlineData("anna@ben@example.com")]
    public void What_is_no_address_is_not_read(string? text) => Assert.False(EmailAddress.TryParse(text, out _));

    [Fact]
    public void An_address_has_a_greatest_length() => Assert.False(EmailAddress.TryParse($"a@{string.Concat(Enumerable.Repeat("example.", 40))}com", out _));

    [Theory]
    [InlineData("+44 20 7946 0958", "+442079460958")]
    [InlineData("0044-20-7946-0958", "+442079460958")]
    [InlineData("+44 (0)20 7946.0958", "+442079460958")]
    [InlineData(" +41 44 668 18 00 ", "+41446681800")]
    public void An_international_number_is_read(string text, string number) => Assert.Equal(number, PhoneNumber.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("020 7946 0958")]
    [InlineData("+0442079460958")]
    [InlineData("+44 123")]
    [InlineData("+4420794609581234")]
    [InlineData("+44 20 7946 O958")]
    [InlineData("+44 20 7946 0958 ext 7")]
    public void What_is_no_international_number_is_not_read(string? text) => Assert.False(PhoneNumber.TryParse(text, out _));
}
