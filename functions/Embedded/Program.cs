using HelpdeskMx.Embedded;

try
{
    await EmbeddedHost.RunAsync(args);
    return 0;
}
catch (Exception e) when (e is FormatException or IOException)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
