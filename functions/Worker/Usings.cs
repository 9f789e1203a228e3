// The doors in Triggers/ name no host. Here their attributes are Azure's; in Embedded they are its own.
global using Microsoft.Azure.Functions.Worker;
