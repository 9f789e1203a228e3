using HelpdeskMx.Spam;

namespace HelpdeskMx.Tests.Spam;

public sealed class SpamModelTests
{
    private const string Prize = "You have won a prize, claim your lottery winnings now", Order = "Where is my order, the parcel has not come and the tracking is silent";

    [Fact]
    public void Nothing_is_said_before_there_are_twenty_of_each_kind()
    {
        var model = Learned(19);
        Assert.Equal((0, false), (model.Points(Prize), model.Knows));
        Assert.True(Learned(20).Points(Prize) >= 40);
    }

    [Fact]
    public void Words_of_spam_speak_for_it_words_of_customers_against_and_unknown_ones_not_at_all()
    {
        var model = Learned(150);
        Assert.True(model.Points(Prize) >= 70);
        Assert.True(model.Points(Order) <= -30);
        Assert.Equal(0, model.Points("Zcela jiná slova"));
        Assert.Equal(0, model.Points(""));
    }

    [Fact]
    public void A_ticket_teaches_once_and_a_changed_mind_takes_back_what_it_taught()
    {
        var model = Learned(20);
        var once = model.Taught("t", Prize, SpamLesson.Spam);
        Assert.Same(once, once.Taught("t", Prize, SpamLesson.Spam));
        var turned = once.Taught("t", Prize, SpamLesson.Wanted);
        Assert.Equal((20, 21), (turned.Spam, turned.Wanted));
        Assert.Equal(model.ToBytes(), turned.Taught("t", Prize, null).ToBytes());
        Assert.Same(model, model.Taught("unknown", Prize, null));
    }

    [Fact]
    public void What_is_stored_is_what_was_learned()
    {
        var model = Learned(25);
        Assert.Equal(model.ToBytes(), SpamModel.FromBytes(model.ToBytes()).ToBytes());
        Assert.Equal(model.Points(Prize), SpamModel.FromBytes(model.ToBytes()).Points(Prize));
    }

    [Fact]
    public void It_never_grows_without_end()
    {
        var model = SpamModel.Empty;
        for (var i = 0; i < 300; i++) model = model.Taught($"t{i}", string.Join(' ', Enumerable.Range(i * 400, 400).Select(n => $"word{(char)('a' + (n % 26))}{n:x}")), SpamLesson.Spam);
        Assert.True(model.Words <= 65_536);
        Assert.True(model.ToBytes().Length < 500_000);
    }

    private static SpamModel Learned(int each)
    {
        var model = SpamModel.Empty;
        for (var i = 0; i < each; i++) model = model.Taught($"s{i}", Prize, SpamLesson.Spam).Taught($"w{i}", Order, SpamLesson.Wanted);
        return model;
    }
}
