using HelpdeskMx.Forms;

namespace HelpdeskMx.Channels;

/// <summary>The contact form a desk starts with.</summary>
public static class DefaultForm
{
    /// <summary>Who, how to answer, and what about.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        new("name", FormFieldKind.Name, false),
        new("email", FormFieldKind.Email, true),
        new("subject", FormFieldKind.Subject, false),
        new("order", FormFieldKind.OrderNumber, false),
        new("message", FormFieldKind.LongText, true),
    ];
}
