using HelpdeskMx.Http;
using HelpdeskMx.Jobs;
using HelpdeskMx.Platform;
using HelpdeskMx.Workflow;
using Microsoft.AspNetCore.Http;

namespace HelpdeskMx.Triggers.Http;

/// <summary>Doors to the workflow, and to work on many tickets at once.</summary>
public sealed class WorkflowDoors(Door door, Settings settings, SaveWorkflow saveWorkflow, BeginBulk beginBulk, HelpdeskMx.Jobs.Jobs jobs)
{
    [Function("workflow")]
    [Says("The states tickets can be in and what can be done in each.", Returns = typeof(TicketWorkflow))]
    public Task<IResult> Workflow([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Workflow)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async _ => Answers.Json(await settings.WorkflowAsync(ct)));

    [Function("workflow-save")]
    [Says("Puts a workflow in force, whole or not at all; for admins. Every fault is named with its place. Tickets whose state is gone go where 'moves' says.",
        Takes = typeof(WorkflowDraft), Returns = typeof(TicketWorkflow), Problems = [400, 403, 409, 422])]
    public Task<IResult> Save([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.Workflow)] HttpRequest request, CancellationToken ct) =>
        door.AdminAsync(request, async by => (await saveWorkflow.RunAsync(await request.ReadWholeAsync<WorkflowDraft>(ct), by, ct)).ToResult());

    [Function("workflow-look")]
    [Says("Says what would be wrong with a workflow, and how many tickets would lose their state; for admins. Nothing is changed.", Takes = typeof(WorkflowDraft), Returns = typeof(WorkflowLook), Problems = [400, 403])]
    public Task<IResult> Look([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.WorkflowLook)] HttpRequest request, CancellationToken ct) =>
        door.AdminAsync(request, async _ => Answers.Json(await saveWorkflow.LookAsync(await request.ReadWholeAsync<WorkflowDraft>(ct), ct)));

    [Function("workflow-versions")]
    [Says("The workflow in force and the last hundred before it, newest first; for admins.", Returns = typeof(All<TicketWorkflow>), Problems = [403])]
    public Task<IResult> Versions([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.WorkflowVersions)] HttpRequest request, CancellationToken ct) =>
        door.AdminAsync(request, async _ => Answers.Json(new All<TicketWorkflow>(await saveWorkflow.VersionsAsync(ct))));

    [Function("workflow-ready")]
    [Says("Workflows to begin with.", Returns = typeof(All<ReadyWorkflow>))]
    public Task<IResult> Ready([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.WorkflowReady)] HttpRequest request) =>
        door.OpenAsync(request, _ => Task.FromResult(Answers.Json(new All<ReadyWorkflow>(ReadyWorkflows.All))));

    [Function("bulk")]
    [Says("Begins to take one action on many tickets, up to 1,000; each has its own result in the job.", Takes = typeof(BulkRequest), Returns = typeof(JobView), Status = 202, Headers = ["Idempotency-Key"], Problems = [400, 404, 422])]
    public Task<IResult> Bulk([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Bulk)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async by => (await beginBulk.RunAsync(await request.ReadWholeAsync<BulkRequest>(ct), request.Asked().Key, by, ct)).ToResult(StatusCodes.Status202Accepted));

    [Function("job")]
    [Says("How far a job is, and what became of each ticket.", Returns = typeof(JobView), Problems = [404])]
    public Task<IResult> Job([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Job)] HttpRequest request, string id, CancellationToken ct) =>
        door.OpenAsync(request, async by => Shown(await jobs.FindAsync(id, by, ct)));

    [Function("job-undo")]
    [Says("Begins to take back what a bulk action did, on every ticket where nothing else has changed it since.", Returns = typeof(JobView), Status = 202, Problems = [404, 409])]
    public Task<IResult> Undo([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.JobUndo)] HttpRequest request, string id, CancellationToken ct) =>
        door.OpenAsync(request, async by => (await beginBulk.UndoAsync(id, by, ct)).ToResult(StatusCodes.Status202Accepted));

    [Function("job-stop")]
    [Says("Stops a job; what it has done stays done.", Returns = typeof(JobView), Problems = [404])]
    public Task<IResult> Stop([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.JobStop)] HttpRequest request, string id, CancellationToken ct) =>
        door.OpenAsync(request, async by => Shown(await jobs.StopAsync(id, by, ct)));

    private static IResult Shown(Outcome<Job> job) => job.Problem?.ToResult() ?? Answers.Json(JobView.Of(job.Value));
}
