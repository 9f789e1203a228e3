using HelpdeskMx.Chat;
using HelpdeskMx.Http;
using Microsoft.AspNetCore.Http;

namespace HelpdeskMx.Tests.Chat;

/// <summary>Which pages may carry a chat.</summary>
public sealed class ChatVisitTests
{
    [Theory]
    [InlineData("https://shop.example", true)]
    [InlineData("https://web.desk.example", true)]
    [InlineData("https://api.desk.example", true)]
    [InlineData("https://evil.example", false)]
    [InlineData("null", false)]
    [InlineData(null, false)]
    public void Those_on_its_list_and_the_desks_own(string? origin, bool allowed)
    {
        var request = new DefaultHttpContext().Request;
        (request.Scheme, request.Host) = ("https", new HostString("api.desk.example"));
        if (origin is not null) request.Headers.Origin = origin;

        Assert.Equal(allowed, ChatVisit.Allows(new ChatSettings { Origins = ["https://shop.example"] }, ["https://web.desk.example"], request));
    }
}
