// The doors in Triggers/ name no host. Here their attributes are these; in the Worker they are Azure's.
global using HelpdeskMx.Embedded.Doors;
