using System.Text;

namespace InterviewAgent.Tests.Privacy;

/// <summary>A search of the bytes of a store's files and of all that lies beside them.</summary>
internal static class StoreBytes
{
    public static bool Hold(string store, string text) => Directory.GetFiles(Path.GetDirectoryName(store)!)
        .Any(file => Of(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);

    private static byte[] Of(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
