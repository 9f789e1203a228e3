using HelpdeskMx.Platform;

namespace HelpdeskMx.Customers;

/// <summary>How far the customers of an older desk have been written as they are today.</summary>
/// <param name="Version">Of what is written; raised where the words that customers are found by change.</param>
/// <param name="Reached">Where the next reading begins, null at the beginning and at the end.</param>
/// <param name="IsWhole">Every customer is.</param>
public sealed record Rewritten(int Version, string? Reached, bool IsWhole)
{
    /// <summary>Its id.</summary>
    public const string Id = "customers";

    /// <summary>What is written today.</summary>
    public const int Newest = 1;
}

/// <summary>Writes the customers of an older desk as they are written today, once, so that they are found.</summary>
/// <remarks>May be stopped and repeated: it goes on where it was, and leaves alone what is as it should be.</remarks>
public sealed class RewriteCustomers(Customers customers, Settings settings)
{
    /// <summary>Goes on until all are.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var known = (await settings.AllAsync(Kinds.Rewritten, ct)).FirstOrDefault(r => r.Version == Rewritten.Newest) ?? new Rewritten(Rewritten.Newest, null, false);
        while (!known.IsWhole)
        {
            var reached = await customers.RewriteAsync(known.Reached, ct);
            known = known with { Reached = reached, IsWhole = reached is null };
            await settings.SaveAsync(Kinds.Rewritten, Rewritten.Id, known, ct);
        }
    }
}
