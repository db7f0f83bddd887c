namespace AirlineBooking.Domain.Bookings;

/// <summary>Encrypts the numbers of travel documents; who runs the program keeps the keys.</summary>
public interface IDocumentCipher
{
    string Encrypt(string number);

    string Decrypt(string encrypted);
}
