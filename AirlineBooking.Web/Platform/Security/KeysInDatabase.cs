using System.Xml.Linq;
using AirlineBooking.Domain;
using AirlineBooking.Domain.Platform;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Web.Platform.Security;

/// <summary>Keeps the keys that protect cookies in the database, so that a restart and every other machine know them.</summary>
internal sealed class KeysInDatabase(IDbContextFactory<AirlineDb> databases, Writes writes) : IXmlRepository
{
    private const int MostKeys = 1000;

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = databases.CreateDbContext();
        return [.. db.Set<DataProtectionKey>().AsNoTracking().OrderBy(key => key.Id).Take(MostKeys).Select(key => key.Xml).ToList().OfType<string>().Select(xml => XElement.Parse(xml))];
    }

    // The framework asks synchronously, some four times a year.
    public void StoreElement(XElement element, string friendlyName) => writes.RunAsync(async (db, cancel) =>
    {
        db.Add(new DataProtectionKey { FriendlyName = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        return await db.SaveChangesAsync(cancel);
    }).GetAwaiter().GetResult();
}
