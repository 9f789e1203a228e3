using HelpdeskMx.Bench;
using HelpdeskMx.Bench.Cost;
using HelpdeskMx.Bench.Pictures;
using HelpdeskMx.Bench.Seeding;

try
{
    var given = new Arguments(args);
    switch (given.Command)
    {
        case "seed":
            var count = given.Count(1_000);
            await Seed.RunAsync(given.Text("data") ?? "data", count, (ulong)given.Number("seed", Seed.Usual), new Progress("tickets", count, Console.Out), CancellationToken.None);
            return 0;
        case "bench":
            return await BenchRun.RunAsync(given, CancellationToken.None);
        case "screens":
            await Taking.RunAsync(given.Text("host") ?? BenchRun.UsualHost, given.Text("to") ?? Path.Combine("docs", "screens"), given.Text("only")?.Split(',') ?? [], CancellationToken.None);
            return 0;
        case "cost":
            Console.Write(CostTable.Of(given.Numbers("tickets", CostTable.Sizes).Select(tickets => new Forecast(tickets))));
            Console.WriteLine($"\nWorked out, not measured: {Prices.Basis}.");
            return 0;
        default:
            Console.Error.WriteLine(Arguments.Usage);
            return 2;
    }
}
catch (Exception e) when (e is FormatException or IOException or InvalidOperationException or TimeoutException)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
