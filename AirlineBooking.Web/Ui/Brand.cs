namespace AirlineBooking.Web.Ui;

/// <summary>Whose site this is.</summary>
public static class Brand
{
    public const string Name = "Tern Airways";
    public const string Designator = "T0";
}
