using Microsoft.AspNetCore.Identity;

namespace AirlineBooking.Domain.Accounts;

/// <summary>Somebody who signs in: a passenger or a member of staff.</summary>
public sealed class Account : IdentityUser<Guid>;
