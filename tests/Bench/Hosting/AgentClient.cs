using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using HelpdeskMx.Agents;

namespace HelpdeskMx.Bench.Hosting;

/// <summary>The API as a signed-in demo admin uses it.</summary>
public sealed class AgentClient : IDisposable
{
    private static readonly string[] openStates = ["new", "open", "waiting"];
    private readonly HttpClient http;

    private AgentClient(Uri address) => http = new HttpClient { BaseAddress = address };

    /// <summary>Signs in.</summary>
    public static async Task<AgentClient> SignInAsync(HostProcess host)
    {
        var client = new AgentClient(host.Address);
        using var answer = await client.http.PostAsJsonAsync("/api/auth/login", new Credentials("admin@demo.test", Demo.Password));
        var signedIn = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        client.http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", signedIn.GetProperty("token").GetString());
        return client;
    }

    /// <summary>A new agent who sees open tickets of these departments and nothing else, signed in.</summary>
    public static async Task<AgentClient> RestrictedAsync(HostProcess host, params string[] departments)
    {
        using var admin = await SignInAsync(host);
        var name = $"restricted {Guid.NewGuid():N}";
        var role = await admin.PostAsync("/api/roles", new { name, states = openStates });
        var agent = await admin.PostAsync("/api/agents", new { name, email = $"{Guid.NewGuid():N}@demo.test", role = role.GetProperty("id").GetString(), departments });
        var link = await admin.PostAsync($"/api/agents/{agent.GetProperty("id").GetString()}/link", new { });
        var client = new AgentClient(host.Address);
        var joined = await client.PostAsync("/api/auth/join", new { token = link.GetProperty("path").GetString()!.Split('#')[1], password = "a long password" });
        client.http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", joined.GetProperty("token").GetString());
        return client;
    }

    /// <summary>Posts JSON and reads the answer.</summary>
    public async Task<JsonElement> PostAsync(string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Puts JSON.</summary>
    public async Task PutAsync(string path, object body)
    {
        using var answer = await http.PutAsJsonAsync(new Uri(path, UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Fetches and forgets.</summary>
    public async Task AskAsync(string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        await answer.EnsureSuccessStatusCode().Content.CopyToAsync(Stream.Null);
    }

    /// <summary>Fetches JSON.</summary>
    public async Task<JsonElement> GetAsync(string path) => await http.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative));

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();
}
