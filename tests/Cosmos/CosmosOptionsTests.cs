using HelpdeskMx.Cosmos;

namespace HelpdeskMx.Tests.Cosmos;

/// <summary>How an account is named in a setting.</summary>
public sealed class CosmosOptionsTests
{
    private const string Key = "c2VjcmV0";

    [Fact]
    public void A_connection_string_enters_with_its_key_and_goes_straight_to_the_data()
    {
        var options = CosmosOptions.Parse("X", $"AccountEndpoint=https://desk.documents.azure.com:443/;AccountKey={Key};");

        Assert.Equal(("https://desk.documents.azure.com/", Key, "helpdesk", false), (options.Endpoint.AbsoluteUri, options.Key, options.Database, options.Gateway));
        Assert.False(options.IsEmulator);
    }

    [Fact]
    public void An_address_alone_enters_with_the_identity_of_the_process()
    {
        Assert.Null(CosmosOptions.Parse("X", "https://desk.documents.azure.com").Key);
        var named = CosmosOptions.Parse("X", "AccountEndpoint=https://desk.documents.azure.com;ClientId=1234;Database=other");
        Assert.Equal(("1234", "other"), (named.ClientId, named.Database));
    }

    [Fact]
    public void An_emulator_on_this_machine_is_spoken_to_through_its_gateway()
    {
        var options = CosmosOptions.Parse("X", $"AccountEndpoint=https://localhost:8081/;AccountKey={Key}");

        Assert.True(options is { IsEmulator: true, Gateway: true });
        Assert.True(CosmosOptions.Parse("X", "AccountEndpoint=https://desk.documents.azure.com;ConnectionMode=Gateway").Gateway);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("desk")]
    [InlineData("ftp://desk")]
    [InlineData("http://desk.documents.azure.com")]
    [InlineData("AccountKey=c2VjcmV0")]
    [InlineData("AccountEndpoint=https://desk.documents.azure.com;AccountKey=not base64")]
    [InlineData("AccountEndpoint=https://desk.documents.azure.com;Colour=red")]
    [InlineData("AccountEndpoint=https://desk.documents.azure.com;ConnectionMode=Pigeon")]
    public void What_cannot_be_read_is_one_sentence_with_the_setting_and_an_example(string? value)
    {
        var refused = Assert.Throws<FormatException>(() => CosmosOptions.Parse("HELPDESKMX_COSMOS", value));

        Assert.Contains("HELPDESKMX_COSMOS", refused.Message, StringComparison.Ordinal);
        Assert.Contains("AccountEndpoint=https://", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public void The_key_never_reaches_a_log()
        => Assert.DoesNotContain(Key, $"{CosmosOptions.Parse("X", $"AccountEndpoint=https://desk.documents.azure.com;AccountKey={Key}")}", StringComparison.Ordinal);
}
