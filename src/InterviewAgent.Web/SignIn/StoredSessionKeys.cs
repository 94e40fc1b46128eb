using System.Xml.Linq;
using InterviewAgent.Storage;
using InterviewAgent.Storage.Servers;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.SignIn;

/// <summary>
/// The keys of cookies and antiforgery tokens in the store, so that a session begun on one server is good on every other. Those in files beside the
/// data, where versions before kept them, still open what they sealed.
/// </summary>
internal sealed class StoredSessionKeys(IDbContextFactory<InterviewAgentDb> factory, KeySeal seal, TimeProvider clock, string earlier) : IXmlRepository
{
    private const string Prefix = "session/";

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = factory.CreateDbContext();
        var stored = db.StoredKeys.AsNoTracking().Where(key => key.Name.StartsWith(Prefix)).ToList();
        var files = Directory.Exists(earlier) ? Directory.EnumerateFiles(earlier, "*.xml").Select(file => XElement.Load(file)) : [];
        return [.. stored.Select(key => XElement.Parse(seal.Open(key.Name, key.Value))), .. files];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        var name = Prefix + friendlyName;
        using var db = factory.CreateDbContext();
        db.StoredKeys.Add(new() { Name = name, Value = seal.Close(name, element.ToString(SaveOptions.DisableFormatting)), At = clock.GetUtcNow() });
        db.SaveChanges();
    }
}
