using System.Buffers;

namespace HelpdeskMx.Mail.Smtp;

/// <summary>Makes a message fit between DATA and the lone dot (RFC 5321 §4.5.2): every line ends in CRLF and none begins with a single dot.</summary>
internal static class DotStuffing
{
    /// <summary>The message without the line end of its last line, which the terminator brings.</summary>
    public static ReadOnlyMemory<byte> Stuff(ReadOnlySpan<byte> message)
    {
        var stuffed = new ArrayBufferWriter<byte>(message.Length + message.Length / 64 + 16);
        message = message.EndsWith("\n"u8) ? message[..^1] : message;
        message = message.EndsWith("\r"u8) ? message[..^1] : message;
        while (true)
        {
            if (message.Length > 0 && message[0] == '.') stuffed.Write("."u8);
            var end = message.IndexOfAny((byte)'\r', (byte)'\n');
            stuffed.Write(end < 0 ? message : message[..end]);
            if (end < 0) return stuffed.WrittenMemory;
            stuffed.Write("\r\n"u8);
            message = message[(end + (message[end..].StartsWith("\r\n"u8) ? 2 : 1))..];
        }
    }
}
