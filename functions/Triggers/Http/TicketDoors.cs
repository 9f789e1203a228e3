using System.Globalization;
using HelpdeskMx.Agents;
using HelpdeskMx.Http;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;
using Microsoft.AspNetCore.Http;

namespace HelpdeskMx.Triggers.Http;

/// <summary>Doors to tickets: lists, one ticket, and what can be done to it.</summary>
public sealed class TicketDoors(
    Door door, Views views, SaveView saveView, OrderViews orderViews, ListTickets listTickets, SearchTickets searchTickets, HelpdeskMx.Tickets.Tickets tickets, ShowTicket show, ActOnTicket act, StartTicket start, SplitTicket split, MergeTickets merge, LinkTickets link, SetCustomer setCustomer, MarkRead markRead, Live live)
{
    private const int MostFacets = 5, MostIds = 100;
    private static readonly string[] Drafts = ["mine"];
    private static readonly string[] Categories = ["active", "new", "open", "waiting", "closed", "archived"];
    private static readonly string[] Marks = ["spam", "snoozed", "overdue", "due-soon", "low", "high", "urgent"];
    private static readonly Problem NoSuchView = new("no-such-view", "There is no such view.", 404);

    [Function("views")]
    [Says("Every view, with how many tickets it holds for the agent.", Returns = typeof(All<ViewCount>))]
    public Task<IResult> CountViews([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Views)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async by => Answers.Json(new All<ViewCount>(await views.CountAsync(by, ct))));

    [Function("view-save")]
    [Says("Saves a list as a view: what the query narrows it to, for oneself or, as an admin, for everybody.", Takes = typeof(NewView), Returns = typeof(View), Status = 201, Problems = [400, 403, 404, 409, 422],
        Query = ["view", "state", "category", "assignee", "department", "store", "channel", "label", "customer", "field", "follower", "draft", "mark", "rating", "from", "before", "unread", "review"])]
    public Task<IResult> SaveView([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Views)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async by => await FilterAsync(request, by, ct) is { } filter
            ? (await saveView.AddAsync(await request.ReadWholeAsync<NewView>(ct), filter, by, ct)).ToResult(StatusCodes.Status201Created)
            : NoSuchView.ToResult());

    [Function("view-order")]
    [Says("Puts the agent's views in order; those that are not named come after.", Takes = typeof(ViewOrder), Returns = typeof(ViewOrder), Problems = [400, 422])]
    public Task<IResult> OrderViews([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.ViewOrder)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async by => (await orderViews.RunAsync(await request.ReadWholeAsync<ViewOrder>(ct), by, ct)).ToResult());

    [Function("view-change")]
    [Says("Changes a saved view of one's own, as an admin also one of everybody's: its name, for whom it is, and to what the query narrows it.", Takes = typeof(NewView), Returns = typeof(View), Problems = [400, 403, 404, 409, 422],
        Query = ["state", "category", "assignee", "department", "store", "channel", "label", "customer", "field", "follower", "draft", "mark", "rating", "from", "before", "unread", "review"])]
    public Task<IResult> ChangeView([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.View)] HttpRequest request, string key, CancellationToken ct) =>
        door.OpenAsync(request, async by => (await saveView.ChangeAsync(key, await request.ReadWholeAsync<NewView>(ct), filter => Filter(request, filter), by, ct)).ToResult());

    [Function("view-delete")]
    [Says("Deletes a saved view of one's own; an admin also one of everybody's.", Status = 204, Problems = [404])]
    public Task<IResult> DeleteView([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.View)] HttpRequest request, string key, CancellationToken ct) =>
        door.OpenAsync(request, async by => (await saveView.DeleteAsync(key, by, ct)).ToNoContent());

    [Function("tickets")]
    [Says("A page of tickets. With q, those whose messages hold all the words, newest match first; with ids, those of these tickets that belong to the list, whatever their words; with field several times, those that have every answer.", Returns = typeof(Listing<TicketRow>), Problems = [400, 404],
        Query = ["view", "state", "category", "assignee", "department", "store", "channel", "label", "customer", "field", "follower", "draft", "mark", "rating", "from", "before", "unread", "review", "ids", "q", "sort", "limit", "after"])]
    public Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Tickets)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async by =>
        {
            if (await FilterAsync(request, by, ct) is not { } filter) return NoSuchView.ToResult();
            var list = new TicketList(filter, request.OneOf("sort", ListTickets.Sorts) ?? "newest", request.Limit(), request.Text("after"), Named(request));
            return await Answers.PageAsync(async () => Answers.Json(request.Text("q") is { } words && list.Ids is null ? await searchTickets.RunAsync(words, list, by, ct) : await listTickets.RunAsync(list, by, ct)));
        });

    [Function("ticket-start")]
    [Says("Begins a ticket with an agent's own words to a customer.", Takes = typeof(NewTicket), Returns = typeof(TicketView), Status = 201, Headers = ["Idempotency-Key"], Problems = [400, 422])]
    public Task<IResult> Start([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Tickets)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async by => await ShowAsync(request, await start.RunAsync(await request.ReadWholeAsync<NewTicket>(ct), request.Asked(), by, ct), by, StatusCodes.Status201Created, ct));

    [Function("ticket")]
    [Says("One ticket; its version is the ETag.", Returns = typeof(TicketView), Problems = [404])]
    public Task<IResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Ticket)] HttpRequest request, string id, CancellationToken ct) =>
        door.OpenAsync(request, async by => await tickets.FindAsync(id, by, ct) is { } found
            ? await ShowAsync(request, found.Value, by, StatusCodes.Status200OK, ct)
            : Problems.NoSuchTicket.ToResult());

    [Function("ticket-action")]
    [Says("Does an action of the workflow: reply, note, assign, forward, label, priority, follow, snooze, close, reopen, archive, or one of the desk's own.", Takes = typeof(ActionRequest), Returns = typeof(TicketView),
        Headers = ["If-Match", "Idempotency-Key"], Problems = [400, 403, 404, 409, 422])]
    public Task<IResult> Act([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Action)] HttpRequest request, string id, string action, CancellationToken ct) =>
        door.OpenAsync(request, async by =>
        {
            var wanted = request.ContentLength == 0 ? new ActionRequest() : await request.ReadWholeAsync<ActionRequest>(ct);
            return await ShowAsync(request, await act.RunAsync(id, action, wanted, request.Asked(), by, ct), by, StatusCodes.Status200OK, ct);
        });

    [Function("ticket-typing")]
    [Says("Tells the ticket's visitors that the agent types; nothing is kept.", Status = 204, Problems = [404])]
    public Task<IResult> Typing([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Typing)] HttpRequest request, string id, CancellationToken ct) =>
        door.OpenAsync(request, async by =>
        {
            if (await tickets.FindAsync(id, by, ct) is not { } found) return Problems.NoSuchTicket.ToResult();
            await live.TypingAsync(found.Value, by, ct);
            return Results.NoContent();
        });

    [Function("ticket-split")]
    [Says("Splits a customer's message off into a ticket of its own, alone or with everything after it; asked again, it is the same ticket.", Takes = typeof(SplitRequest), Returns = typeof(TicketView),
        Problems = [400, 403, 404, 409, 422])]
    public Task<IResult> Split([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Split)] HttpRequest request, string id, CancellationToken ct) =>
        door.OpenAsync(request, async by => await ShowAsync(request, await split.RunAsync(id, await request.ReadAsync<SplitRequest>(ct), by, ct), by, StatusCodes.Status200OK, ct));

    [Function("ticket-merge")]
    [Says("Merges a ticket into another, which goes on and shows what was said in both; asked again, nothing more happens.", Takes = typeof(MergeRequest), Returns = typeof(TicketView), Problems = [400, 403, 404, 409, 422])]
    public Task<IResult> Merge([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Merge)] HttpRequest request, string id, CancellationToken ct) =>
        door.OpenAsync(request, async by => await ShowAsync(request, await merge.RunAsync(id, await request.ReadWholeAsync<MergeRequest>(ct), by, ct), by, StatusCodes.Status200OK, ct));

    [Function("ticket-unmerge")]
    [Says("Takes a merge back: the ticket stands for itself again, as it was.", Returns = typeof(TicketView), Problems = [403, 404, 409])]
    public Task<IResult> Unmerge([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.Merge)] HttpRequest request, string id, CancellationToken ct) =>
        door.OpenAsync(request, async by => await ShowAsync(request, await merge.UndoAsync(id, by, ct), by, StatusCodes.Status200OK, ct));

    [Function("ticket-link")]
    [Says("Says that two tickets have to do with each other.", Takes = typeof(LinkRequest), Returns = typeof(TicketView), Problems = [400, 403, 404, 409, 422])]
    public Task<IResult> Link([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Links)] HttpRequest request, string id, CancellationToken ct) =>
        door.OpenAsync(request, async by => await ShowAsync(request, await link.RunAsync(id, await request.ReadWholeAsync<LinkRequest>(ct), true, by, ct), by, StatusCodes.Status200OK, ct));

    [Function("ticket-unlink")]
    [Says("Says that two tickets have nothing to do with each other any more.", Returns = typeof(TicketView), Problems = [403, 404, 409, 422])]
    public Task<IResult> Unlink([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.Link)] HttpRequest request, string id, string number, CancellationToken ct) =>
        door.OpenAsync(request, async by => await ShowAsync(request, await link.RunAsync(id, new LinkRequest(long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var other) ? other : 0), false, by, ct), by, StatusCodes.Status200OK, ct));

    [Function("ticket-customer")]
    [Says("Puts a ticket with another customer; neither customer's record changes.", Takes = typeof(CustomerChange), Returns = typeof(TicketView), Problems = [400, 403, 404, 409, 422])]
    public Task<IResult> Customer([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.TicketCustomer)] HttpRequest request, string id, CancellationToken ct) =>
        door.OpenAsync(request, async by => await ShowAsync(request, await setCustomer.RunAsync(id, await request.ReadAsync<CustomerChange>(ct), by, ct), by, StatusCodes.Status200OK, ct));

    [Function("ticket-read")]
    [Says("Marks a ticket read or unread for oneself.", Takes = typeof(ReadMark), Status = 204, Problems = [400, 404])]
    public Task<IResult> Read([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.Read)] HttpRequest request, string id, CancellationToken ct) =>
        door.OpenAsync(request, async by => (await markRead.RunAsync(id, (await request.ReadAsync<ReadMark>(ct)).Read, by, ct)).ToNoContent());

    private async Task<IResult> ShowAsync(HttpRequest request, Outcome<Ticket> outcome, Agent by, int status, CancellationToken ct)
    {
        if (outcome.Problem is { } problem) return problem.ToResult();
        request.HttpContext.Response.Headers.ETag = $"\"{outcome.Value.Version}\"";
        return Answers.Json(await show.RunAsync(outcome.Value, by, ct), status);
    }

    /// <summary>What the request asks for, on top of what its view shows; null where there is no such view.</summary>
    private async Task<TicketFilter?> FilterAsync(HttpRequest request, Agent by, CancellationToken ct)
    {
        if (request.Text("view") is not { } key) return Filter(request, new TicketFilter());
        return await views.FindAsync(key, by, ct) is { } view ? Filter(request, view.Filter) : null;
    }

    private static TicketFilter Filter(HttpRequest request, TicketFilter view) => view with
    {
        State = request.Text("state") ?? view.State,
        Category = request.OneOf("category", Categories) ?? view.Category,
        Assignee = Owners(request) ?? view.Assignee,
        Department = request.Text("department") ?? view.Department,
        Store = request.Text("store") ?? view.Store,
        Channel = request.Text("channel") ?? view.Channel,
        Label = request.Text("label") ?? view.Label,
        Customer = request.Text("customer") ?? view.Customer,
        Facets = Facets(request) is { } asked ? Facet.Narrowed(view.Facets, asked) : view.Facets,
        Follower = request.Text("follower") ?? view.Follower,
        Draft = request.OneOf("draft", Drafts) ?? view.Draft,
        Mark = request.OneOf("mark", Marks) ?? view.Mark,
        From = Moment(request, "from") ?? view.From,
        Before = Moment(request, "before") ?? view.Before,
        Rating = request.OneOf("rating", Rating.Narrowings) ?? view.Rating,
        Unread = request.Flag("unread") ?? view.Unread,
        Review = request.Flag("review") ?? view.Review,
    };

    private static string? Owners(HttpRequest request) => request.Text("assignee") is { } owners && owners != "nobody" && TicketFilter.Each(owners).Contains("nobody")
        ? throw new BadRequestException(Problems.BadParameter("assignee", "ids of agents, me among them, or nobody alone"))
        : request.Text("assignee");

    private static DateTimeOffset? Moment(HttpRequest request, string name) => request.Text(name) is not { } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at
        : throw new BadRequestException(Problems.BadParameter(name, "a moment, such as 2026-01-31T00:00:00Z"));

    private static string[]? Named(HttpRequest request)
    {
        if (request.Text("ids") is not { } asked) return null;
        var ids = TicketFilter.Each(asked);
        return ids.Length <= MostIds && ids.All(HelpdeskMx.Tickets.Tickets.IsId) ? ids : throw new BadRequestException(Problems.BadParameter("ids", $"ids of at most {MostIds} tickets, with commas between them"));
    }

    private static string[]? Facets(HttpRequest request)
    {
        if (request.Query["field"] is not { Count: > 0 } asked) return null;
        string[] read = [.. asked.Select(f => Facet.Read(f ?? "")).OfType<string>()];
        return read.Length == asked.Count && read.Length <= MostFacets
            ? read
            : throw new BadRequestException(Problems.BadParameter("field", $"a field's key, a colon and the answer, such as order:1234, at most {MostFacets} times"));
    }
}
