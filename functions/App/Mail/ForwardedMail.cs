namespace HelpdeskMx.Mail;

/// <summary>A message that another one carries on, inline or attached: who really wrote it, and what.</summary>
/// <param name="From">Its author, as the forward names them.</param>
/// <param name="Subject">Empty where the forward gives none.</param>
/// <param name="Date">Null where it is not given in a form that can be read in every language.</param>
/// <param name="Text">What its author wrote, with whatever they quoted.</param>
public sealed record ForwardedMail(MailAddress From, string Subject, DateTimeOffset? Date, string Text);
