namespace HelpdeskMx.Mail;

/// <summary>How much of a message is looked at, so that a hostile one costs little; what lies beyond is left in the raw bytes.</summary>
/// <param name="Depth">Multiparts inside one another.</param>
/// <param name="Parts">Parts in all.</param>
/// <param name="HeaderBytes">Bytes of one header block.</param>
/// <param name="HeaderFields">Fields of one header block.</param>
/// <param name="Addresses">Addresses read from one header.</param>
public sealed record MailLimits(int Depth = 24, int Parts = 1000, int HeaderBytes = 256 * 1024, int HeaderFields = 2000, int Addresses = 2000)
{
    public static MailLimits Default { get; } = new();
}
