using HelpdeskMx.Agents;
using HelpdeskMx.Tickets;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Tests.Workflow;

public sealed class WorkflowTests
{
    private static readonly TicketWorkflow Default = DefaultWorkflow.Workflow;

    [Fact]
    public void Every_state_and_action_has_a_name_in_every_language()
    {
        Assert.All(Default.States, s => Assert.Equal(Languages.All.Order(), s.Names.Keys.Order()));
        Assert.All(Default.Actions, a => Assert.Equal(Languages.All.Order(), a.Names.Keys.Order()));
    }

    [Fact]
    public void Every_action_starts_and_ends_in_states_there_are()
    {
        var keys = Default.States.Select(s => s.Key).ToArray();
        Assert.All(Default.Actions, a => Assert.All(a.From.Append(a.To).OfType<string>(), key => Assert.Contains(key, keys)));
    }

    [Fact]
    public void Every_category_has_a_state_and_every_state_can_be_left()
    {
        Assert.Equal(Enum.GetValues<Category>().Order(), Default.States.Select(s => s.Category).Distinct().Order());
        Assert.All(Default.States, s => Assert.Contains(Default.Actions, a => a.From.Contains(s.Key) && a.To is not null && a.To != s.Key));
    }

    [Fact]
    public void A_ticket_in_a_state_that_is_gone_can_still_be_worked()
    {
        Assert.Equal("open", Default.State("invented").Key);
        Assert.Contains(Default.Actions, a => a.From.Contains(Default.State("invented").Key) && a.Key == "reply");
    }

    [Theory]
    [InlineData(ActionFieldType.Number, "12.5", true)]
    [InlineData(ActionFieldType.Number, "twelve", false)]
    [InlineData(ActionFieldType.Date, "2026-02-28", true)]
    [InlineData(ActionFieldType.Date, "2026-02-30", false)]
    [InlineData(ActionFieldType.Choice, "a", true)]
    [InlineData(ActionFieldType.Choice, "z", false)]
    [InlineData(ActionFieldType.Text, "", false)]
    public void A_required_field_takes_only_what_it_asks_for(ActionFieldType type, string answer, bool takes)
    {
        var field = new ActionField("f", type, true, Languages.Same("F")) { Choices = [new("a", Languages.Same("A"))] };
        Assert.Equal(takes, field.Takes(answer));
    }
}
