using System.Text.Json;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Tests.Ports;

/// <summary>What is stored stays readable: documents written before a field existed get its default.</summary>
public sealed class DocumentShapeTests
{
    [Fact]
    public void A_ticket_from_before_a_field_existed_has_its_default()
    {
        const string old = """
            {"id":"t","number":1,"subject":"s","state":"new","category":"new","store":"s","channel":"c","channelKind":"email","department":"d","customer":"k",
             "from":{"address":"a@x.cz"},"lastMessageAt":"2026-01-01T00:00:00.000Z","lastDirection":"in","createdAt":"2026-01-01T00:00:00.000Z"}
            """;
        var ticket = JsonSerializer.Deserialize(old, AppJson.Of<Ticket>())!;

        Assert.Equal(Priority.Normal, ticket.Priority);
        Assert.Empty(ticket.Labels);
        Assert.Empty(ticket.AutoLabels);
        Assert.Empty(ticket.Suggested);
        Assert.Empty(ticket.Fields);
        Assert.Empty(ticket.Thread);
        Assert.Equal(1, ticket.Version);
    }

    [Fact]
    public void Times_have_one_width_so_that_their_text_sorts_as_they_do()
    {
        var times = new[] { "2026-01-31T08:05:00.1234567+02:00", "2026-01-31T08:05:00Z", "2025-12-31T23:59:59.9+00:00" }.Select(DateTimeOffset.Parse).ToArray();
        Assert.Equal(times.Order().Select(UtcTime.Text), times.Select(UtcTime.Text).Order(StringComparer.Ordinal));
        Assert.Equal("\"2026-01-31T06:05:00.123Z\"", JsonSerializer.Serialize(times[0], AppJson.Options));
    }

    [Fact]
    public void A_ticket_is_the_same_after_being_stored()
    {
        var ticket = new Ticket
        {
            Id = "t",
            Number = 5,
            Subject = "Žluťoučký 배송",
            State = "open",
            Category = Category.Open,
            Store = "s",
            Channel = "c",
            ChannelKind = ChannelKind.Form,
            Department = "d",
            Customer = "k",
            From = new Address(null, "a@x.cz"),
            LastMessageAt = DateTimeOffset.UnixEpoch,
            LastDirection = Direction.In,
            CreatedAt = DateTimeOffset.UnixEpoch,
            Labels = ["a"],
            AutoLabels = ["a"],
            Suggested = [new("b", 0.93)],
            Fields = new Dictionary<string, string> { ["order"] = "1" },
            Version = 7,
        };
        var bytes = JsonSerializer.SerializeToUtf8Bytes(ticket, AppJson.Of<Ticket>());
        Assert.Equal(bytes, JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize(bytes, AppJson.Of<Ticket>())!, AppJson.Of<Ticket>()));
        Assert.True(JsonDocument.Parse(bytes).RootElement.GetProperty("active").GetBoolean());
    }
}
