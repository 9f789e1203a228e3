using HelpdeskMx.Bench.Seeding;
using HelpdeskMx.Bench.Seeding.Wording;
using HelpdeskMx.Labels;
using Xunit.Abstractions;

namespace HelpdeskMx.Tests.Labels;

public sealed class SuggestionTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("en", 400), InlineData("en", 2_000), InlineData("cs", 1_000), InlineData("pl", 1_000), InlineData("ko", 400), InlineData("ko", 1_500), InlineData("ru", 1_000)]
    public void Of_ten_suggestions_at_least_nine_are_right(string language, int taught)
    {
        var (precision, coverage) = Try(language, Mails(language, 1, taught), Mails(language, 2, 1_000));
        Assert.True(precision >= 0.9, $"Only {precision:P1} of the suggestions were right.");
        Assert.True(coverage >= 0.5, $"Only {coverage:P1} of the mails got a suggestion.");
    }

    [Theory]
    [InlineData("en"), InlineData("cs"), InlineData("ko")]
    public void One_wrong_label_in_ten_makes_the_desk_quieter_and_not_wrong(string language)
    {
        var dice = new Dice(7, 0);
        var names = Mails(language, 3, 200).SelectMany(m => m.Labels).Distinct().ToList();
        var taught = Mails(language, 1, 2_000).Select(m => dice.Chance(0.1) ? m with { Labels = [dice.Pick(names)] } : m).ToList();
        var (precision, _) = Try(language, taught, Mails(language, 2, 1_000));
        Assert.True(precision >= 0.9, $"Only {precision:P1} of the suggestions were right.");
    }

    [Theory]
    [InlineData("en", 2), InlineData("en", 10), InlineData("ko", 5)]
    public void Labels_put_on_by_chance_are_hardly_ever_suggested(string language, int labels)
    {
        var dice = new Dice(11, (ulong)labels);
        var taught = Mails(language, 1, 2_000).Select(m => m with { Labels = [$"label {dice.Below(labels)}"] }).ToList();
        var (_, coverage) = Try(language, taught, Mails(language, 2, 1_000));
        Assert.True(coverage <= 0.02, $"{coverage:P1} of the mails got a suggestion.");
    }

    [Fact]
    public void Nothing_is_suggested_before_there_are_two_hundred_labelled_tickets_and_no_label_of_fewer_than_twenty()
    {
        Assert.Empty(Learn(Mails("en", 1, 190)).Model.Languages);

        var rare = Mails("en", 1, 1_000).Where(m => m.Labels.Contains("refund")).Take(19);
        var learned = Learn([.. Mails("en", 1, 1_000).Where(m => !m.Labels.Contains("refund")), .. rare]);
        var figures = Assert.Single(learned.Languages).Labels.Single(l => l.Label == "refund");
        Assert.Equal((19, false, null), (figures.Examples, figures.Suggested, figures.Precision));
        Assert.DoesNotContain(Mails("en", 2, 500), m => learned.Model.Suggest(m.Text).Any(s => s.Label == "refund"));
    }

    [Fact]
    public void A_desk_of_three_languages_learns_each_by_itself()
    {
        string[] languages = ["en", "cs", "ko"];
        var learned = Learn([.. languages.SelectMany(l => Mails(l, 1, 400))]);
        Assert.Equal(languages.Order(), learned.Model.Languages.Keys.Order());
        Assert.Equal("환불", learned.Model.Suggest("환불 문의\n안녕하세요. 반품했는데 아직 입금되지 않았습니다.")[0].Label);
        Assert.Equal("refund", learned.Model.Suggest("Money back please\nI sent the boots back and have not seen the money in my account.")[0].Label);
    }

    [Fact]
    public void A_model_survives_being_stored_and_stays_small()
    {
        var model = Learn(Mails("en", 1, 1_000)).Model;
        var bytes = model.ToBytes();
        var again = LabelModel.FromBytes(bytes);
        Assert.All(Mails("en", 2, 200), m => Assert.Equal(model.Suggest(m.Text), again.Suggest(m.Text)));
        Assert.InRange(bytes.Length, 1, 1_000_000);
        Assert.Equal(bytes, Learn(Mails("en", 1, 1_000)).Model.ToBytes());
        Assert.Empty(LabelModel.FromBytes([9, 0, 0, 0]).Languages);
    }

    [Fact]
    public void As_many_labels_as_there_may_be_with_as_many_words_as_are_kept_stay_below_a_megabyte()
    {
        var weights = new LabelWeights(0, [.. Enumerable.Range(0, LabelWeights.Most).Select(f => (ushort)f)], new Half[LabelWeights.Most]);
        var labels = Enumerable.Range(0, LabelModel.MostLabels).Select(l => new LearnedLabel(new string('á', LabelLessons.LongestLabel), weights, new(1, 1, 0, 10, 10))).ToList();
        var bytes = new LabelModel(new Dictionary<string, IReadOnlyList<LearnedLabel>> { ["en"] = labels }).ToBytes();
        Assert.InRange(bytes.Length, 1, 1_000_000);
    }

    [Fact]
    public void A_text_without_a_word_has_no_suggestion() =>
        Assert.All(["", " ", "!!! 🙂", "\ud800"], text => Assert.Empty(Learn(Mails("en", 1, 400)).Model.Suggest(text)));

    [Theory]
    [InlineData("I would like to return the boots", "en")]
    [InlineData("Dobry den, prosim kdy prijde moje objednavka? Uz je to tyden.", "cs")]
    [InlineData("Dzien dobry, kiedy przyjdzie moje zamowienie? Prosze o odpowiedz.", "pl")]
    [InlineData("Příliš žluťoučký kůň", "cs")]
    [InlineData("환불 문의 refund", "ko")]
    [InlineData("Где мой заказ?", "ru")]
    [InlineData("1234", "en")]
    public void Languages_are_told_apart_with_accents_and_without(string text, string language) => Assert.Equal(language, TextLanguage.Of(text));

    private (double Precision, double Coverage) Try(string language, IReadOnlyList<LabelledMail> taught, IReadOnlyList<LabelledMail> tried)
    {
        var started = TimeProvider.System.GetTimestamp();
        var learned = Learn(taught);
        var took = TimeProvider.System.GetElapsedTime(started);
        var suggested = tried.Select(m => (m.Labels, Suggested: learned.Model.Suggest(m.Text))).ToList();
        var (right, all) = (suggested.Sum(s => s.Suggested.Count(l => s.Labels.Contains(l.Label))), suggested.Sum(s => s.Suggested.Count));
        var (precision, coverage) = (all == 0 ? 1 : (double)right / all, (double)suggested.Count(s => s.Suggested.Count > 0) / tried.Count);
        var held = learned.Languages.First(l => l.Language == language);
        output.WriteLine($"{language}: {taught.Count} taught in {took.TotalSeconds:N1} s; {all} suggestions, precision {precision:P1}, coverage {coverage:P1} (held out: {held.Precision:P1}, {held.Coverage:P1})");
        return (precision, coverage);
    }

    private static IReadOnlyList<LabelledMail> Mails(string language, ulong seed, int count) => new ShopMails(Tongues.All.Single(t => t.Code == language), seed).Take(count);

    private static Learned Learn(IReadOnlyList<LabelledMail> mails)
    {
        var lessons = new LabelLessons();
        foreach (var mail in mails) lessons.Add(new Lesson(mail.Text) { Labels = mail.Labels });
        return lessons.Learn(CancellationToken.None);
    }
}
