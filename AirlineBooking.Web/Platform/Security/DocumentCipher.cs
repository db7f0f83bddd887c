using AirlineBooking.Domain.Bookings;
using Microsoft.AspNetCore.DataProtection;

namespace AirlineBooking.Web.Platform.Security;

/// <summary>Encrypts the numbers of travel documents with the program's own keys.</summary>
public sealed class DocumentCipher(IDataProtectionProvider provider) : IDocumentCipher
{
    private readonly IDataProtector _protector = provider.CreateProtector("travel documents");

    public string Encrypt(string number) => _protector.Protect(number);

    public string Decrypt(string encrypted) => _protector.Unprotect(encrypted);
}
