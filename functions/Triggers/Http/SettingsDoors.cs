using HelpdeskMx.Channels;
using HelpdeskMx.Customers;
using HelpdeskMx.Http;
using HelpdeskMx.Labels;
using HelpdeskMx.Platform;
using Microsoft.AspNetCore.Http;

namespace HelpdeskMx.Triggers.Http;

/// <summary>Doors to what admins have set, and to the people on both sides.</summary>
public sealed class SettingsDoors(Door door, Settings settings, AddStore addStore, ChangeStore changeStore, AddDepartment addDepartment, ChangeDepartment changeDepartment, KnownLabels labels, FindCustomers findCustomers, ShowCustomer showCustomer, CustomerNotes customerNotes)
{
    [Function("stores")]
    [Says("Every store.", Returns = typeof(All<Store>))]
    public Task<IResult> Stores([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Stores)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async _ => Answers.Json(new All<Store>([.. (await settings.StoresAsync(ct)).Select(s => s with { Confirmation = s.Confirmation.Whole() })])));

    [Function("store-add")]
    [Says("Adds a store; for admins.", Takes = typeof(NewStore), Returns = typeof(Store), Status = 201, Problems = [400, 403, 422])]
    public Task<IResult> AddStore([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Stores)] HttpRequest request, CancellationToken ct) =>
        door.AdminAsync(request, async by => (await addStore.RunAsync(await request.ReadAsync<NewStore>(ct), by, ct)).ToResult(StatusCodes.Status201Created));

    [Function("store-change")]
    [Says("Changes a store's name, colour and language, what it tells customers by itself, when a closed ticket is over, and whether it is active, which needs its channels to be off or elsewhere; for admins. Null leaves what is.",
        Takes = typeof(StoreChange), Returns = typeof(Store), Problems = [400, 403, 404, 409, 422])]
    public Task<IResult> Change([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.Store)] HttpRequest request, string id, CancellationToken ct) =>
        door.AdminAsync(request, async _ => (await changeStore.RunAsync(id, await request.ReadAsync<StoreChange>(ct), ct)).ToResult());

    [Function("departments")]
    [Says("Every department.", Returns = typeof(All<Department>))]
    public Task<IResult> Departments([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Departments)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async _ => Answers.Json(new All<Department>(await settings.DepartmentsAsync(ct))));

    [Function("department-add")]
    [Says("Adds a department; for admins.", Takes = typeof(NewDepartment), Returns = typeof(Department), Status = 201, Problems = [400, 403, 422])]
    public Task<IResult> AddDepartment([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Departments)] HttpRequest request, CancellationToken ct) =>
        door.AdminAsync(request, async _ => (await addDepartment.RunAsync(await request.ReadAsync<NewDepartment>(ct), ct)).ToResult(StatusCodes.Status201Created));

    [Function("department-change")]
    [Says("Changes a department's name and whether it is active, which needs that no channel that is on brings it work; for admins. Null leaves what is.",
        Takes = typeof(DepartmentChange), Returns = typeof(Department), Problems = [400, 403, 404, 409, 422])]
    public Task<IResult> ChangeDepartment([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.Department)] HttpRequest request, string id, CancellationToken ct) =>
        door.AdminAsync(request, async _ => (await changeDepartment.RunAsync(id, await request.ReadAsync<DepartmentChange>(ct), ct)).ToResult());

    [Function("labels")]
    [Says("Every label some ticket was given, by name.", Returns = typeof(All<Label>))]
    public Task<IResult> Labels([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Labels)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async _ => Answers.Json(new All<Label>(await labels.ListAsync(ct))));

    [Function("customers")]
    [Says("Customers found by beginnings of words of their name, addresses and accounts, whatever their case and accents, or by a phone number however it is spaced; those who came last first. An agent who sees some tickets finds those whose tickets they are. " +
        "A page may end early, even empty, with a next: there is more to look through.", Returns = typeof(Listing<CustomerFound>), Query = ["q", "limit", "after"], Problems = [400])]
    public Task<IResult> Customers([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Customers)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, by => Answers.PageAsync(async () => (await findCustomers.RunAsync(request.Text("q"), request.Limit(), request.Text("after"), by, ct)).ToResult()));

    [Function("customer")]
    [Says("One customer; 404 also where the agent sees some tickets and none of theirs.", Returns = typeof(CustomerView), Problems = [404])]
    public Task<IResult> Customer([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Customer)] HttpRequest request, string id, CancellationToken ct) =>
        door.OpenAsync(request, async by => (await showCustomer.RunAsync(id, by, ct)).ToResult());

    [Function("customer-notes")]
    [Says("The newest twenty notes in a customer's newest twenty tickets, newest first; of tickets the agent may see.", Returns = typeof(All<CustomerNote>))]
    public Task<IResult> Notes([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.CustomerNotes)] HttpRequest request, string id, CancellationToken ct) =>
        door.OpenAsync(request, async by => Answers.Json(new All<CustomerNote>(await customerNotes.RunAsync(id, by, ct))));
}
