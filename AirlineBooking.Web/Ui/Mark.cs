namespace AirlineBooking.Web.Ui;

/// <summary>The tern: two swept wings and a forked tail, one path.</summary>
public static class Mark
{
    public const string Path = "M16 2c1.1 1.7 1.8 3.4 2.1 5.2C24.5 7.8 29.6 12 32 20c-4.2-4.8-8.7-6.7-13.6-6.2.1 5.2 1.5 10.6 4.6 16.2-3.2-2.2-5.5-5-7-8.4-1.5 3.4-3.8 6.2-7 8.4 3.1-5.6 4.5-11 4.6-16.2C8.7 13.3 4.2 15.2 0 20 2.4 12 7.5 7.8 13.9 7.2 14.2 5.4 14.9 3.7 16 2z";
}
