global using HelpdeskMx.Platform;
global using CosmosContainer = Microsoft.Azure.Cosmos.Container;
