using HelpdeskMx.Channels;
using HelpdeskMx.Forms;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Chat;

/// <summary>A chat as every visitor may see it.</summary>
/// <param name="Language">The language of its texts.</param>
/// <param name="Open">Somebody is there.</param>
/// <param name="Reply">How soon visitors are answered, as a sentence; empty where nothing is said.</param>
/// <param name="Texts">What the panel says by itself.</param>
public sealed record ChatShown(
    string Language, bool Open, string Title, string Greeting, string Color, ChatPosition Position, AskEmail AskEmail, string Reply, long LargestFile, IReadOnlyDictionary<string, string> Texts);

/// <summary>Shows a chat to its visitors.</summary>
public sealed class ShowChat(Settings settings, ChatHours hours, ReplyTime replyTime)
{
    /// <summary>The chat in this language.</summary>
    public async Task<ChatShown> RunAsync(Channel channel, string language, CancellationToken ct)
    {
        var (chat, store) = (channel.Chat, (await settings.StoresAsync(ct)).FirstOrDefault(s => s.Id == channel.Store));
        var open = await hours.IsOpenAsync(channel, ct);
        var greeting = open ? chat.Greeting.In(language, store?.Language) ?? ChatWords.Say("greeting", language) : chat.Away.In(language, store?.Language) ?? ChatWords.Say("away", language);
        TimeSpan? wait = chat.ReplyMinutes is { } minutes ? (minutes == 0 ? null : TimeSpan.FromMinutes(minutes)) : await replyTime.OfAsync(channel);
        return new ChatShown(
            language, open, chat.Title.In(language, store?.Language) ?? store?.Name ?? channel.Name, greeting, chat.Color ?? store?.Color ?? "#3b6cf4", chat.Position, chat.AskEmail,
            open ? ReplyTime.Say(wait, language) : "", TakeChat.LargestFile, ChatWords.Panel(language));
    }
}
