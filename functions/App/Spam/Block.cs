namespace HelpdeskMx.Spam;

/// <summary>A sender whose messages go out of sight.</summary>
/// <param name="Id">Derived from the address.</param>
/// <param name="Address">In lower case: a mail address, <c>@example.com</c> for a domain with all that is under it, or what another channel calls a sender.</param>
/// <param name="Note">Why, for agents; may be empty.</param>
/// <param name="By">Id of the agent who said so.</param>
/// <param name="At">When.</param>
public sealed record Block(string Id, string Address, string Note, string By, DateTimeOffset At)
{
    /// <summary>True if it is about this sender.</summary>
    public bool Holds(string sender) =>
        string.Equals(Address, sender, StringComparison.OrdinalIgnoreCase)
        || (Address[0] == '@' && (sender.EndsWith(Address, StringComparison.OrdinalIgnoreCase) || (sender.Contains('@') && sender.EndsWith($".{Address[1..]}", StringComparison.OrdinalIgnoreCase))));
}
