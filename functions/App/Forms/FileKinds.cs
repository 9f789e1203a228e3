using System.Collections.Frozen;

namespace HelpdeskMx.Forms;

/// <summary>Tells files that run something from files that only show something.</summary>
public static class FileKinds
{
    private static readonly FrozenSet<string> Running = FrozenSet.ToFrozenSet(
    [
        "apk", "app", "appx", "bat", "cab", "chm", "class", "cmd", "com", "cpl", "deb", "dll", "dmg", "docm", "dotm", "exe", "gadget", "hta", "htm", "html", "inf", "ins", "iso", "jar", "js", "jse", "lnk",
        "mjs", "msc", "msi", "msix", "msp", "mst", "php", "pif", "pl", "potm", "ppam", "ppsm", "pptm", "ps1", "psm1", "py", "rb", "reg", "rpm", "scf", "scr", "sct", "sh", "svg", "swf", "sys",
        "vb", "vbe", "vbs", "vhd", "ws", "wsc", "wsf", "wsh", "xht", "xhtml", "xlam", "xll", "xlsm", "xltm",
    ]);

    private static readonly byte[][] Beginnings =
    [
        [.. "MZ"u8], [0x7F, .. "ELF"u8], [.. "#!"u8], [0xFE, 0xED, 0xFA, 0xCE], [0xFE, 0xED, 0xFA, 0xCF], [0xCE, 0xFA, 0xED, 0xFE], [0xCF, 0xFA, 0xED, 0xFE],
        [0xCA, 0xFE, 0xBA, 0xBE], [0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], [.. "dex\n"u8], [0x00, .. "asm"u8],
    ];

    private static readonly string[] Markup = ["<!doctype html", "<html", "<script", "<?php", "<svg", "<hta:"];

    /// <summary>The extension in lower case, without its dot.</summary>
    public static string Extension(string name) => Path.GetExtension(name.TrimEnd(' ', '.', '\0')).TrimStart('.').ToLowerInvariant();

    /// <summary>True for programs and scripts, by the name or by how the bytes begin. Archives are not looked into.</summary>
    public static bool IsForbidden(string name, ReadOnlySpan<byte> content) => Running.Contains(Extension(name)) || Begins(content) || IsMarkup(content);

    /// <summary>True for an extension no form takes.</summary>
    public static bool IsForbidden(string extension) => Running.Contains(extension);

    private static bool Begins(ReadOnlySpan<byte> content)
    {
        foreach (var beginning in Beginnings)
            if (content.StartsWith(beginning)) return true;
        return false;
    }

    private static bool IsMarkup(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) content = content[3..];
        Span<char> start = stackalloc char[64];
        var length = 0;
        foreach (var b in content.TrimStart(" \t\r\n"u8))
        {
            if (length == start.Length) break;
            start[length++] = (char)b;
        }
        foreach (var markup in Markup)
            if (((ReadOnlySpan<char>)start[..length]).StartsWith(markup, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
