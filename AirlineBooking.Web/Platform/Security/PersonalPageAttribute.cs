namespace AirlineBooking.Web.Platform.Security;

/// <summary>Marks a page or an endpoint that shows somebody's own: no cache and no browser keeps it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PersonalPageAttribute : Attribute;
