using System.Security.Cryptography;
using System.Text;

namespace InterviewAgent.Evals.Runs;

internal static class HashFiles
{
    /// <summary>Names and bytes of all files under a folder, in order of their names; 16 hex digits.</summary>
    internal static string Of(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, path).Replace('\\', '/') + "\n"));
            hash.AppendData(File.ReadAllBytes(path));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    /// <summary>By the first byte of the SHA-256 of the group: even is dev, odd is test.</summary>
    internal static string PartOf(string group) => SHA256.HashData(Encoding.UTF8.GetBytes(group))[0] % 2 == 0 ? "dev" : "test";
}
