using System.Text.Json;
using HelpdeskMx.Channels;
using HelpdeskMx.Customers;
using HelpdeskMx.Intake;
using HelpdeskMx.Mail;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Chat;

/// <summary>What a visitor said in a chat, as it is kept on its way to a ticket.</summary>
/// <param name="Id">The widget's own name for it, by which the same one is known again.</param>
/// <param name="Visitor">Who said it.</param>
/// <param name="Text">Plain text; empty where only a file was sent.</param>
/// <param name="File">A file sent instead.</param>
/// <param name="Email">Where they want answers once they have left; what they say, not what anybody vouches for.</param>
/// <param name="Name">As they call themselves.</param>
/// <param name="Page">The page they wrote from, where it is known.</param>
public sealed record ChatPost(string Id, Visitor Visitor, string Text, SubmittedFile? File, string? Email, string? Name, string? Page)
{
    /// <summary>The key by which the message is known again.</summary>
    public string Key(string channel) => Ids.Derive("chat", channel, Visitor.Conversation, Id);

    /// <summary>The message in the desk's own words.</summary>
    public InboundMessage Read(Channel channel)
    {
        var (name, mail) = (Visitor.Name ?? Name, Visitor.Email ?? Email);
        return new InboundMessage
        {
            Key = Key(channel.Id),
            Sender = new Identity("visitor", $"{channel.Id}:{Visitor.Subject ?? Visitor.Conversation}", Proven: true),
            AlsoKnownBy = Visitor is { Subject: not null, Email: { } proven } ? new Identity("email", proven, Proven: true) : null,
            From = new Address(name, Visitor.Conversation),
            ReplyTo = mail is null ? null : new Address(name, mail),
            Text = Text,
            ReplyText = Text,
            Attachments = File is { } file ? [new MailAttachment(SafeName.Of(file.Name), file.ContentType, null, false, file.Content)] : [],
            Fields = Page is { } page ? new Dictionary<string, string> { [PageField] = page } : [],
        };
    }

    /// <summary>The ticket's field that says which page the visitor wrote from.</summary>
    public const string PageField = "page";

    /// <summary>The bytes it is stored and queued as.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, AppJson.Of<ChatPost>());

    /// <summary>The post in these bytes.</summary>
    public static ChatPost FromBytes(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize(bytes, AppJson.Of<ChatPost>()) ?? throw new JsonException("A chat post is missing.");
}
