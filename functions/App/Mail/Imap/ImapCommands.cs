using System.Globalization;
using System.Text;

namespace HelpdeskMx.Mail.Imap;

/// <summary>Says commands to a server and collects what it says in answer, each within its time.</summary>
internal sealed class ImapCommands(ImapLine line, ImapLimits limits)
{
    private int said;

    /// <summary>What the server says it can do, as last heard; null when it has not said since signing in or TLS.</summary>
    public IReadOnlyList<string>? Capabilities { get; set; }

    public bool Can(string capability) => Capabilities?.Contains(capability, StringComparer.OrdinalIgnoreCase) ?? false;

    /// <summary>What the server says before it is asked.</summary>
    public async Task<ImapAnswer> GreetingAsync(CancellationToken ct)
    {
        ImapAnswer? greeting = null;
        line.BeginAnswer();
        await ImapLine.Within(limits.Command, async limit => greeting = await ImapAnswer.ReadAsync(line, limit), ct);
        Hear(greeting!);
        return greeting!;
    }

    /// <summary>The answers to a command, of which the last has its tag.</summary>
    /// <param name="text">The command; each U+0001 stands for a string.</param>
    /// <param name="strings">Strings of any characters.</param>
    /// <param name="onContinue">What to say when the server asks to go on.</param>
    /// <param name="ct">Gives up; the session cannot be used any more.</param>
    public async Task<IReadOnlyList<ImapAnswer>> SayAsync(string text, CancellationToken ct, string[]? strings = null, Func<string>? onContinue = null)
    {
        List<ImapAnswer> answers = [];
        var tag = string.Create(CultureInfo.InvariantCulture, $"h{++said}");
        line.BeginAnswer();
        await ImapLine.Within(limits.Command, async limit =>
        {
            await WriteAsync($"{tag} {text}", strings ?? [], limit);
            while (answers is not [.., var last] || last.Tag != tag)
            {
                var answer = await ImapAnswer.ReadAsync(line, limit);
                if (answer.Tag == "+") await ContinueAsync(onContinue, limit);
                else if (answer.Tag != "*" && answer.Tag != tag) throw MailServerException.Unreadable("it answers what nobody asked");
                Hear(answer);
                answers.Add(answer);
            }
        }, ct);
        return answers;
    }

    private async Task ContinueAsync(Func<string>? say, CancellationToken ct)
    {
        if (say is null) throw MailServerException.Unreadable("it asks to go on where nothing follows");
        await line.WriteAsync(Encoding.UTF8.GetBytes(say() + "\r\n"), ct);
    }

    private async Task WriteAsync(string text, string[] strings, CancellationToken ct)
    {
        var pieces = text.Split('\u0001');
        var written = new StringBuilder(pieces[0]);
        foreach (var (value, after) in strings.Zip(pieces[1..]))
        {
            if (IsQuotable(value)) written.Append('"').Append(value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
            else await CountedAsync(written, value, ct);
            written.Append(after);
        }
        await line.WriteAsync(Encoding.UTF8.GetBytes(written.Append("\r\n").ToString()), ct);
    }

    /// <summary>Sends a string as counted bytes, at once where the server has LITERAL+ (RFC 7888), else when it asks to go on.</summary>
    private async Task CountedAsync(StringBuilder written, string value, CancellationToken ct)
    {
        var atOnce = Can("LITERAL+");
        written.Append(CultureInfo.InvariantCulture, $"{{{Encoding.UTF8.GetByteCount(value)}{(atOnce ? "+" : "")}}}\r\n");
        if (!atOnce)
        {
            await line.WriteAsync(Encoding.UTF8.GetBytes(written.ToString()), ct);
            written.Clear();
            ImapAnswer answer;
            do
            {
                answer = await ImapAnswer.ReadAsync(line, ct);
                Hear(answer);
            } while (answer.Tag == "*");
            if (answer.Tag != "+") throw new MailServerException(MailServerException.Refused, "The server takes no text outside ASCII here.");
        }
        written.Append(value);
    }

    private static bool IsQuotable(string value) => value.All(c => c is >= ' ' and <= '~');

    private void Hear(ImapAnswer answer)
    {
        if (answer.Values is [var first, ..] && first.Is("CAPABILITY")) Capabilities = [.. answer.Values.Skip(1).Select(v => v.Word).OfType<string>()];
        else if (answer.Code.StartsWith("CAPABILITY ", StringComparison.OrdinalIgnoreCase)) Capabilities = answer.Code.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..];
    }
}
