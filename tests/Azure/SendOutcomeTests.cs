using System.Net.Sockets;
using Azure;
using Azure.Core;
using Azure.Identity;
using HelpdeskMx.Mail;
using HelpdeskMx.OnAzure.Outgoing;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tests.Azure;

/// <summary>What each documented failure of Communication Services means for the mail.</summary>
public sealed class SendOutcomeTests
{
    [Theory]
    [InlineData(400, typeof(SendResult.Refused))]
    [InlineData(401, typeof(SendResult.TryLater))] // the identity's role has not reached the service yet
    [InlineData(403, typeof(SendResult.TryLater))]
    [InlineData(404, typeof(SendResult.Refused))]
    [InlineData(409, typeof(SendResult.Sent))]
    [InlineData(413, typeof(SendResult.Refused))]
    [InlineData(429, typeof(SendResult.TryLater))]
    [InlineData(500, typeof(SendResult.Unknown))]
    [InlineData(503, typeof(SendResult.Unknown))]
    [InlineData(0, typeof(SendResult.Unknown))]
    public void Every_answer_has_its_outcome(int status, Type outcome) =>
        Assert.IsType(outcome, SendOutcome.Of(new RequestFailedException(status, "Said so.\nHeaders: …", "Code", null)));

    [Fact]
    public void A_refusal_is_told_in_the_services_words() =>
        Assert.Equal("400 InvalidRecipient: Said so.", Assert.IsType<SendResult.Refused>(SendOutcome.Of(new RequestFailedException(400, "Said so.\nHeaders: …", "InvalidRecipient", null))).Reason);

    [Fact]
    public void A_sender_whose_domain_is_not_linked_yet_waits() =>
        Assert.Contains("not linked", Assert.IsType<SendResult.TryLater>(SendOutcome.Of(new RequestFailedException(404, "No.", "DomainNotLinked", null))).Reason, StringComparison.Ordinal);

    [Fact]
    public void Too_many_requests_say_when_to_come_again() =>
        Assert.Equal(TimeSpan.FromSeconds(1800), Assert.IsType<SendResult.TryLater>(SendOutcome.Of(new RequestFailedException(new Answer(429, "1800")))).After);

    [Fact]
    public void What_never_left_may_be_tried_again_and_what_broke_off_may_not()
    {
        var refused = new RequestFailedException("No.", new HttpRequestException("No.", new SocketException((int)SocketError.ConnectionRefused)));
        Assert.IsType<SendResult.TryLater>(SendOutcome.Of(refused));
        Assert.IsType<SendResult.TryLater>(SendOutcome.Of(new AuthenticationFailedException("No token.")));
        Assert.IsType<SendResult.Unknown>(SendOutcome.Of(new RequestFailedException("No.", new HttpRequestException("No.", new SocketException((int)SocketError.ConnectionReset)))));
        Assert.IsType<SendResult.Unknown>(SendOutcome.Of(new TaskCanceledException()));
        Assert.Null(SendOutcome.Of(new InvalidOperationException()));
    }

    [Fact]
    public void A_mail_keeps_its_name_and_its_thread()
    {
        var mail = new OutgoingMail("m1@x.cz", new MailAddress(null, "support@x.cz"), null, [], [], "Hi", default, "Hi", null, ["a@x.cz", "<b@x.cz>"], "b@x.cz", [], new Dictionary<string, string> { ["Auto-Submitted"] = "auto-replied" });

        Assert.Equal(
            new Dictionary<string, string> { ["Auto-Submitted"] = "auto-replied", ["Message-ID"] = "<m1@x.cz>", ["In-Reply-To"] = "<b@x.cz>", ["References"] = "<a@x.cz> <b@x.cz>" },
            MailHeaderFields.Of(mail));
    }

    private sealed class Answer(int status, string retryAfter) : Response
    {
        public override int Status => status;

        public override string ReasonPhrase => "";

        public override Stream? ContentStream { get; set; }

        public override string ClientRequestId { get; set; } = "";

        public override void Dispose() { }

        protected override bool ContainsHeader(string name) => name == "Retry-After";

        protected override IEnumerable<HttpHeader> EnumerateHeaders() => [new HttpHeader("Retry-After", retryAfter)];

        protected override bool TryGetHeader(string name, out string value)
        {
            value = retryAfter;
            return ContainsHeader(name);
        }

        protected override bool TryGetHeaderValues(string name, out IEnumerable<string> values)
        {
            values = [retryAfter];
            return ContainsHeader(name);
        }
    }
}
