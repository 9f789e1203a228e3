using System.Runtime.CompilerServices;

namespace HelpdeskMx.Platform;

/// <summary>Everything a paged list holds, read as it is asked for.</summary>
public static class Pages
{
    /// <summary>The items of every page, each page asked for once the one before is used up.</summary>
    /// <param name="page">Asks for the page after a continuation; null for the first.</param>
    /// <param name="ct">Stops reading.</param>
    public static async IAsyncEnumerable<T> AllAsync<T>(Func<string?, Task<Listing<T>>> page, [EnumeratorCancellation] CancellationToken ct)
    {
        string? next = null;
        do
        {
            ct.ThrowIfCancellationRequested();
            var found = await page(next);
            foreach (var item in found.Items) yield return item;
            next = found.Next;
        } while (next is not null);
    }
}
