using System.Security.Cryptography;
using System.Text;
using HelpdeskMx.Channels;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Agents;

/// <summary>What the first page of a new desk asks.</summary>
public sealed record FirstAnswers(string? Token, string? Name, string? Email, string? Password, string? Store, string? Address, string? Language);

/// <summary>A desk that is ready: signed in, with one mail channel and one form.</summary>
public sealed record FirstRunDone(string Token, DateTimeOffset ExpiresAt, AgentView Agent, ChannelView Channel, ChannelView Form);

/// <summary>Sets up a new desk: its first admin by a one-time link, its first store, a mail channel and a contact form.</summary>
public sealed class FirstRun(DeskOptions options, Settings settings, SignIn signIn, ListChannels channels)
{
    private const int ShortestPassword = 10, LongestPassword = 500;
    private static readonly Problem NotNeeded = new("already-set-up", "This desk has its first admin already. Sign in instead.", 409);
    private static readonly Problem WrongToken = new("wrong-token", "This link is not the one the desk printed when it last started. Look there again.", 403);

    /// <summary>The department a desk starts with.</summary>
    public static Department FirstDepartment { get; } = new("support", "Support");

    /// <summary>Proves whoever opens the link: the one that was set, else one made anew at every start and never stored.</summary>
    public string Token { get; } = options.SetupToken ?? Ids.Random();

    /// <summary>True while nobody can sign in.</summary>
    public async Task<bool> IsNeededAsync(CancellationToken ct) => (await settings.AgentsAsync(ct)).Count == 0;

    /// <summary>Sets the desk up.</summary>
    public async Task<Outcome<FirstRunDone>> RunAsync(FirstAnswers answers, CancellationToken ct)
    {
        if (!await IsNeededAsync(ct)) return NotNeeded;
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(answers.Token ?? ""), Encoding.UTF8.GetBytes(Token))) return WrongToken;
        if (Fault(answers) is { } fault) return fault;

        var admin = new Agent
        {
            Id = "a1",
            Name = answers.Name!.Trim(),
            Email = answers.Email!.Trim().ToLowerInvariant(),
            Role = Role.AdminId,
            Language = Languages.All.Contains(answers.Language) ? answers.Language! : "en",
        };
        if (options.Passwords) admin = admin with { PasswordHash = signIn.Hash(admin, answers.Password!) };
        if (!await settings.AddAsync(Kinds.Agents, admin.Id, admin, ct)) return NotNeeded;

        var store = new Store("main", answers.Store!.Trim(), "#3b6cf4", admin.Language);
        var (email, form) = await AddStoreAsync(store, "support", answers.Address!.Trim().ToLowerInvariant(), "contact", plusAddressing: false, Ids.Random, ct);
        var signedIn = await signIn.BeginAsync(admin, ct);
        return new FirstRunDone(signedIn.Token, signedIn.ExpiresAt, signedIn.Agent, await channels.ViewAsync(email, admin, ct), await channels.ViewAsync(form, admin, ct));
    }

    /// <summary>Adds a store with a mail channel and a contact form; what is there already stays.</summary>
    public async Task<(Channel Email, Channel Form)> AddStoreAsync(
        Store store, string emailId, string address, string formId, bool plusAddressing, Func<string> key, CancellationToken ct)
    {
        var email = new Channel
        {
            Id = emailId,
            Kind = ChannelKind.Email,
            Name = address,
            Store = store.Id,
            Department = FirstDepartment.Id,
            Address = address,
            Key = key(),
            PlusAddressing = plusAddressing,
        };
        var form = new Channel
        {
            Id = formId,
            Kind = ChannelKind.Form,
            Name = "Contact form",
            Store = store.Id,
            Department = FirstDepartment.Id,
            Key = key(),
            Fields = DefaultForm.Fields,
        };
        await settings.AddAsync(Kinds.Departments, FirstDepartment.Id, FirstDepartment, ct);
        await settings.AddAsync(Kinds.Stores, store.Id, store, ct);
        await settings.AddAsync(Kinds.Channels, email.Id, email, ct);
        await settings.AddAsync(Kinds.Channels, form.Id, form, ct);
        return (email, form);
    }

    /// <summary>Why a password will not do; null where it will.</summary>
    public static Problem? PasswordFault(string? password) => (password ?? "").Length switch
    {
        < ShortestPassword => Problems.Field("password", $"Use at least {ShortestPassword} characters."),
        > LongestPassword => Problems.Field("password", $"Use at most {LongestPassword} characters."),
        _ => null,
    };

    private Problem? Fault(FirstAnswers answers)
    {
        if (string.IsNullOrWhiteSpace(answers.Name)) return Problems.Field("name", "Say what colleagues and customers call you.");
        if (!MailAddresses.CanReceive((answers.Email ?? "").Trim())) return Problems.Field("email", "This does not look like an e-mail address.");
        if (options.Passwords && PasswordFault(answers.Password) is { } weak) return weak;
        if (string.IsNullOrWhiteSpace(answers.Store)) return Problems.Field("store", "Give your shop's name.");
        return MailAddresses.CanReceive((answers.Address ?? "").Trim()) ? null : Problems.Field("address", "This does not look like an e-mail address.");
    }
}
