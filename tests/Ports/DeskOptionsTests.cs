using HelpdeskMx.Agents;
using HelpdeskMx.Platform;
using Microsoft.Extensions.Configuration;

namespace HelpdeskMx.Tests.Ports;

public sealed class DeskOptionsTests
{
    private const string Tenant = "11111111-2222-3333-4444-555555555555", Client = "66666666-7777-8888-9999-000000000000";

    [Fact]
    public void A_desk_that_was_told_nothing_signs_in_by_password() => Assert.Equal(DeskOptions.Usual, Read());

    [Fact]
    public void With_entra_passwords_are_off_unless_asked_for()
    {
        Assert.Equal(new DeskOptions(new EntraApplication(Tenant, Client), false, null, null), Read(("ENTRA_TENANT", Tenant), ("ENTRA_CLIENT", Client)));
        Assert.True(Read(("ENTRA_TENANT", Tenant), ("ENTRA_CLIENT", Client), ("PASSWORDS", "true")).Passwords);
    }

    [Theory]
    [InlineData(Tenant, null)]
    [InlineData(null, Client)]
    [InlineData("contoso", Client)]
    public void A_wrong_setting_is_named_with_an_example(string? tenant, string? client)
    {
        var fault = Assert.Throws<FormatException>(() => Read(("ENTRA_TENANT", tenant), ("ENTRA_CLIENT", client)));
        Assert.Matches("HELPDESKMX_ENTRA_.*11111111-2222", fault.Message);
    }

    [Fact]
    public void The_web_may_be_at_several_origins() => Assert.Equal(["https://a.example", "https://b.example"], Read(("ORIGINS", " https://a.example  https://b.example ")).Origins);

    [Theory]
    [InlineData("many")]
    [InlineData("-1")]
    [InlineData("11")]
    public void Proxies_are_a_small_number_and_none_unless_said(string wrong)
    {
        Assert.Equal(0, Read().Proxies);
        Assert.Equal(1, Read(("PROXIES", "1")).Proxies);
        Assert.Contains("HELPDESKMX_PROXIES", Assert.Throws<FormatException>(() => Read(("PROXIES", wrong))).Message, StringComparison.Ordinal);
    }

    private static DeskOptions Read(params (string Name, string? Value)[] settings) =>
        DeskOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => s.Value)).Build());
}
