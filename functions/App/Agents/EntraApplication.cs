namespace HelpdeskMx.Agents;

/// <summary>The application in Entra ID that agents sign in to.</summary>
/// <param name="Tenant">Id of the company's directory.</param>
/// <param name="Client">Id of the application.</param>
public sealed record EntraApplication(string Tenant, string Client)
{
    /// <summary>Where browsers sign in.</summary>
    public string Authority => $"https://login.microsoftonline.com/{Tenant}";

    /// <summary>What browsers ask for, so that a token is meant for this desk.</summary>
    public string Scope => $"api://{Client}/{ScopeName}";

    /// <summary>The one scope the application exposes.</summary>
    public const string ScopeName = "access";
}
