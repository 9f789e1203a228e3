using System.Net;
using System.Text;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Cosmos.StandIn;
using Microsoft.Azure.Cosmos;

namespace HelpdeskMx.Tests.Cosmos;

/// <summary>What the Cosmos store promises beyond the contract: how it takes the account's refusals, and what it asks of it.</summary>
public sealed class CosmosDocumentStoreTests
{
    private static readonly HelpdeskMx.Platform.Container tickets = Containers.Tickets;
    private readonly CosmosStandIn account = new();

    private HelpdeskMx.Cosmos.CosmosDocumentStore Store => CosmosHonoursTheContract.Over(account);

    private static Write.Create Ticket(string id, string body = "{}") => new(id, "ticket", Encoding.UTF8.GetBytes(body));

    private Task<Commit> CommitAsync(params Write[] writes) => Store.CommitAsync(tickets, "t1", writes, default);

    private void AnswerNext(HttpStatusCode status, string? substatus = null)
    {
        var answer = new ResponseMessage(status);
        if (substatus is not null) answer.Headers["x-ms-substatus"] = substatus;
        account.Instead.Enqueue(answer);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, null)]
    [InlineData(HttpStatusCode.ServiceUnavailable, null)]
    [InlineData((HttpStatusCode)449, null)]
    [InlineData(HttpStatusCode.NotFound, "1002")]
    [InlineData(HttpStatusCode.NotFound, "1003")]
    public async Task What_the_account_cannot_do_now_is_thrown_and_never_taken_for_an_ending(HttpStatusCode status, string? substatus)
    {
        AnswerNext(status, substatus);
        Assert.Equal(status, (await Assert.ThrowsAsync<CosmosException>(() => Store.ReadAsync(tickets, "t1", "t1", default))).StatusCode);
        AnswerNext(status, substatus);
        Assert.Equal(status, (await Assert.ThrowsAsync<CosmosException>(() => CommitAsync(Ticket("a")))).StatusCode);
        AnswerNext(status, substatus);
        Assert.Equal(status, (await Assert.ThrowsAsync<CosmosException>(() => CommitAsync(new Write.Delete("a")))).StatusCode);
        AnswerNext(status, substatus);
        await Assert.ThrowsAsync<CosmosException>(() => Store.QueryAsync(new Query(tickets, "ticket", "t1"), default));
        AnswerNext(status, substatus);
        await Assert.ThrowsAsync<CosmosException>(() => Store.ChangesAsync(tickets, null, 10, default));
    }

    [Fact]
    public async Task What_is_too_large_with_its_envelope_is_refused_like_any_commit_that_is_too_large()
    {
        AnswerNext(HttpStatusCode.RequestEntityTooLarge);
        await Assert.ThrowsAsync<ArgumentException>(() => CommitAsync(Ticket("a")));
        var quotes = $$"""{"text":"{{string.Concat(Enumerable.Repeat("\\\"", 530_000))}}"}""";
        await Assert.ThrowsAsync<ArgumentException>(() => CommitAsync(Ticket("a", quotes), Ticket("b")));
    }

    [Fact]
    public async Task A_body_comes_back_byte_for_byte_whatever_JSON_would_make_of_it()
    {
        const string body = """{ "number": 12345678901234567890, "price": 1.50, "text": "\u00e9\/\ud83d" , "text": "twice" }""";

        await CommitAsync(Ticket("a", body));

        Assert.Equal(body, Encoding.UTF8.GetString((await Store.ReadAsync(tickets, "t1", "a", default))!.Body.Span));
    }

    [Fact]
    public async Task One_write_is_one_point_operation_and_several_are_one_batch()
    {
        await CommitAsync(Ticket("a"));
        await CommitAsync(Ticket("b"), Ticket("c"), Ticket("d"));

        Assert.Equal(["write", "batch"], account.Requests);
    }

    [Fact]
    public async Task Deletes_of_what_is_gone_do_not_hold_up_the_rest_of_a_commit()
    {
        var commit = await CommitAsync(new Write.Delete("x"), Ticket("a"), new Write.Delete("y"), Ticket("b"));

        Assert.True(commit.IsCommitted);
        Assert.Equal([null, (await Store.ReadAsync(tickets, "t1", "a", default))!.ETag, null, (await Store.ReadAsync(tickets, "t1", "b", default))!.ETag], commit.ETags);
    }

    [Fact]
    public async Task An_item_keeps_its_place_however_it_is_written_again()
    {
        await CommitAsync(Ticket("a"), Ticket("b"), Ticket("c"));
        var a = (await Store.ReadAsync(tickets, "t1", "a", default))!;

        await CommitAsync(new Write.Replace("a", "ticket", a.Body, a.ETag!));
        await CommitAsync(new Write.Upsert("b", "ticket", a.Body));

        Assert.Equal(["a", "b", "c"], (await Store.QueryAsync(new Query(tickets, "ticket", "t1"), default)).Items.Select(i => i.Id));
    }

    [Fact]
    public async Task A_tag_fits_into_a_header()
        => Assert.All((await CommitAsync(Ticket("a"), Ticket("b"))).ETags, tag => Assert.Matches("^[0-9a-z-]+$", tag));
}
