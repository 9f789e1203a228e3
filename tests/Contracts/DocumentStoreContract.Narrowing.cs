using System.Text.Json;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tests.Contracts;

public abstract partial class DocumentStoreContract
{
    private static readonly string[] states = ["new", "open", "closed", "archived"];
    private static readonly string[] people = ["anna", "ben", "cyn"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_list_holds_just_what_it_is_narrowed_to_however_that_is_put_together_and_whatever_changes(int seed)
    {
        var dice = new Random(seed);
        var known = new Dictionary<string, Known>();
        for (var round = 0; round < 4; round++)
        {
            for (var i = 0; i < 30; i++)
            {
                var id = $"t{(round == 0 || dice.Next(3) == 0 ? known.Count : dice.Next(known.Count))}";
                known[id] = Known.Roll(dice, known.GetValueOrDefault(id));
                await StoreAsync(id, new Write.Upsert(id, "ticket", JsonSerializer.SerializeToUtf8Bytes(known[id], AppJson.Options)));
            }
            var gone = known.Keys.ElementAt(dice.Next(known.Count));
            await StoreAsync(gone, new Write.Delete(gone));
            known[gone] = new Known { IsGone = true };

            for (var asked = 0; asked < 25; asked++) await CompareAsync(dice, known);
        }
    }

    [Fact]
    public async Task What_no_list_is_narrowed_by_is_counted_with_what_lists_are()
    {
        await StoreEachAsync(Ticket("a", new { number = 5, department = "sales" }), Ticket("b", new { number = 5, department = "support" }), Ticket("c", new { number = 6, department = "sales" }));

        Assert.Equal(1, await Store.CountAsync(new Query(tickets, "ticket") { Where = [new Condition.OneOf("department", ["sales", "returns"]), new Condition.Is("number", 5L)] }, 10, default));
    }

    private async Task CompareAsync(Random dice, Dictionary<string, Known> known)
    {
        (Condition Condition, Func<Known, bool> Meets)[] conditions = [.. Enumerable.Range(0, dice.Next(1, 4)).Select(_ => Narrow(dice)).DistinctBy(c => c.Condition.Field)];
        var order = new Order(dice.Next(3) switch { 0 => "createdAt", _ => "lastMessageAt" }, dice.Next(2) == 0);
        var query = new Query(tickets, "ticket") { Where = [.. conditions.Select(c => c.Condition)], OrderBy = [order], PageSize = dice.Next(1, 12) };
        var expected = known.Where(k => !k.Value.IsGone && conditions.All(c => c.Meets(k.Value)))
            .OrderBy(k => order.Field == "createdAt" ? k.Value.CreatedAt : k.Value.LastMessageAt).Select(k => k.Key);

        Assert.Equal(order.Descending ? expected.Reverse() : expected, await AllIdsAsync(query));
        Assert.Equal(expected.Count(), await Store.CountAsync(query, 1_000, default));
    }

    private static (Condition Condition, Func<Known, bool> Meets) Narrow(Random dice)
    {
        var (state, person) = (states[dice.Next(states.Length)], people[dice.Next(people.Length)]);
        switch (dice.Next(9))
        {
            case 0: return (new Condition.Is("state", state), k => k.State == state);
            case 1: return (new Condition.OneOf("state", ["open", "no such", state]), k => k.State == "open" || k.State == state);
            case 2: return (new Condition.Is("active", true), k => k.Active);
            case 3: return (new Condition.Is("assignee", null), k => k.Assignee is null);
            case 4: return (new Condition.Is("assignee", person), k => k.Assignee == person);
            case 5: return (new Condition.Has("labels", state), k => k.Labels.Contains(state));
            case 6: return (new Condition.HasNot("readBy", person), k => !k.ReadBy.Contains(person));
            case 7: return (new Condition.Has("readBy", person), k => k.ReadBy.Contains(person));
            default:
                var from = UtcTime.Text(DateTimeOffset.UnixEpoch.AddMinutes(dice.Next(50_000)));
                return (new Condition.Between("createdAt", from, null), k => string.CompareOrdinal(k.CreatedAt, from) >= 0);
        }
    }

    private sealed record Known
    {
        public bool IsGone { get; init; }
        public string? State { get; init; }
        public bool Active { get; init; }
        public string? Assignee { get; init; }
        public string[] Labels { get; init; } = [];
        public string[] ReadBy { get; init; } = [];
        public string CreatedAt { get; init; } = "";
        public string LastMessageAt { get; init; } = "";

        public static Known Roll(Random dice, Known? before)
        {
            string Time() => UtcTime.Text(DateTimeOffset.UnixEpoch.AddMinutes(dice.Next(100_000)).AddMilliseconds(dice.Next(60_000)));
            return new()
            {
                State = states[dice.Next(states.Length)],
                Active = dice.Next(2) == 0,
                Assignee = people.ElementAtOrDefault(dice.Next(people.Length + 1)),
                Labels = [.. states.Where(_ => dice.Next(3) == 0).Reverse()],
                ReadBy = [.. people.Where(_ => dice.Next(2) == 0)],
                CreatedAt = before is { IsGone: false } ? before.CreatedAt : Time(),
                LastMessageAt = Time(),
            };
        }
    }
}
