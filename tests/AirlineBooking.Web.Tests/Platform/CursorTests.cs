using AirlineBooking.Web.Platform.Api;

namespace AirlineBooking.Web.Tests.Platform;

public sealed class CursorTests
{
    [Fact]
    public void A_cursor_brings_its_key_back()
    {
        Assert.True(Cursor.TryRead(Cursor.Write("query", 1, -2, long.MaxValue), "query", out var key));
        Assert.Equal([1, -2, long.MaxValue], key);
    }

    [Fact]
    public void Another_querys_cursor_is_not_read() => Assert.False(Cursor.TryRead(Cursor.Write("one query", 1, 2), "another query", out _));

    [Fact]
    public void A_changed_cursor_is_not_read()
    {
        var cursor = Cursor.Write("query", 1, 2);
        for (var i = 0; i < cursor.Length; i++)
        {
            var changed = cursor[..i] + (cursor[i] == 'A' ? 'B' : 'A') + cursor[(i + 1)..];
            Assert.False(Cursor.TryRead(changed, "query", out var key) && key is [1, 2], changed);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("no base64 !")]
    [InlineData("AAAAAAAAAAAAAAAA")]
    public void Rubbish_is_not_read(string? text) => Assert.False(Cursor.TryRead(text, "query", out _));

    [Fact]
    public void It_is_safe_in_an_address() => Assert.Matches("^[A-Za-z0-9_-]+$", Cursor.Write("query", long.MinValue, -1, 255));
}
