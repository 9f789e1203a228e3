using HelpdeskMx.Bench.Seeding.Wording;
using HelpdeskMx.Labels;
using HelpdeskMx.Tickets;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Tests.Labels;

public sealed class LessonTests
{
    private static readonly Change Plain = Labelled.Ticket("t", new("Where is my parcel?", []));

    [Fact]
    public void What_the_desk_put_on_by_itself_teaches_nothing_while_nobody_has_seen_to_it()
    {
        var ticket = Plain.Ticket with { Labels = ["late"], AutoLabels = ["late"] };
        Assert.False(Lesson.Teaches(ticket));
        var seen = Of(ticket with { Labels = ["late", "gift"] });
        Assert.Equal(["gift"], seen.Labels);
        Assert.Equal(["late"], seen.Unreviewed);
        Assert.True(seen.Reviewed);
        Assert.Empty(seen.Agreed);
    }

    [Fact]
    public void What_is_left_past_closing_is_agreed_to_and_what_is_taken_off_is_a_correction()
    {
        var ticket = Plain.Ticket with { Category = Category.Closed, Labels = ["late"], AutoLabels = ["late", "gift"] };
        var lesson = Of(ticket);
        Assert.Equal(["late"], lesson.Agreed);
        Assert.Equal(["gift"], lesson.Removed);
        Assert.Empty(lesson.Labels);
        Assert.Empty(lesson.Unreviewed);
        Assert.True(Lesson.Teaches(Plain.Ticket with { AutoLabels = ["gift"] }));
    }

    [Fact]
    public void A_ticket_without_labels_teaches_only_once_it_is_over_and_one_that_was_merged_never()
    {
        Assert.False(Lesson.Teaches(Plain.Ticket));
        Assert.True(Lesson.Teaches(Plain.Ticket with { Category = Category.Archived }));
        Assert.False(Lesson.Teaches(Plain.Ticket with { Labels = ["late"], MergedInto = "other" }));
    }

    [Fact]
    public void What_the_desk_put_on_stays_its_own_word_when_tickets_are_merged_and_is_no_correction_when_that_is_undone()
    {
        var from = Plain.Ticket with { Id = "f", Labels = ["late", "gift"], AutoLabels = ["late", "size"] };
        var merge = new Merge { From = new("f", 1), Into = new("t", 2), By = Actor.System, At = Plain.Ticket.CreatedAt };
        var taken = merge.Take(new(Plain.Ticket, "1"), from, DefaultWorkflow.Workflow).Ticket;
        Assert.Equal(["gift"], Of(taken).Labels);
        Assert.Equal(["late"], Of(taken).Unreviewed);
        Assert.Empty(Of(taken).Removed);
        Assert.Empty(Of(merge.GiveBack(new(taken, "2"), from, Plain.NewMessages, Actor.System, merge.At).Ticket).Removed);
    }

    [Fact]
    public void Corrections_of_agents_end_a_suggestion()
    {
        var mails = new ShopMails(English.Tongue, 1).Take(600);
        Assert.True(Suggested(mails, corrected: false) > 50);
        Assert.Equal(0, Suggested(mails, corrected: true));
    }

    [Fact]
    public void The_desks_own_labels_count_half_where_nobody_said_otherwise()
    {
        var lessons = new LabelLessons();
        for (var i = 0; i < 250; i++) lessons.Add(new Lesson($"some words {i} of a mail") { Agreed = ["late"], Labels = i < 10 ? ["gift"] : [] });
        Assert.Equal([("late", 125.0), ("gift", 10.0)], lessons.Learn(default).Languages[0].Labels.Select(l => (l.Label, l.Examples)));
    }

    [Fact]
    public void Tickets_nobody_labelled_do_not_silence_a_desk_that_labels_few()
    {
        var mails = new ShopMails(English.Tongue, 1).Take(1_500);
        var lessons = new LabelLessons();
        foreach (var (mail, at) in mails.Select((m, at) => (m, at))) lessons.Add(new Lesson(mail.Text) { Labels = at % 3 == 0 ? mail.Labels : [] });
        Assert.InRange(lessons.Learn(default).Languages[0].Coverage, 0.5, 1);
    }

    private static Lesson Of(Ticket ticket) => Lesson.Of(ticket, Plain.NewMessages[0]);

    /// <summary>How often refunds are suggested, where agents leave that label on the first half of the tickets and take it off, or not, from the second.</summary>
    private static int Suggested(IReadOnlyList<LabelledMail> mails, bool corrected)
    {
        var lessons = new LabelLessons();
        foreach (var (mail, at) in mails.Select((m, at) => (m, at)))
        {
            var removed = corrected && at > mails.Count / 2 && mail.Labels.Contains("refund");
            lessons.Add(new Lesson(mail.Text) { Labels = [.. mail.Labels.Where(l => !removed || l != "refund")], Removed = removed ? ["refund"] : [] });
        }
        var model = lessons.Learn(default).Model;
        return new ShopMails(English.Tongue, 2).Take(1_000).Count(m => model.Suggest(m.Text).Any(s => s.Label == "refund"));
    }
}
