using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using HelpdeskMx.Agents;

namespace HelpdeskMx.Bench.Hosting;

/// <summary>The API as a signed-in demo admin uses it.</summary>
public sealed class AgentClient : IDisposable
{
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
