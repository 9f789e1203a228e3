using HelpdeskMx.Automation;
using HelpdeskMx.Http;
using HelpdeskMx.Jobs;
using Microsoft.AspNetCore.Http;

namespace HelpdeskMx.Triggers.Http;

/// <summary>Doors to the rules.</summary>
public sealed class RuleDoors(Door door, SaveRule saveRule, BeginDryRun beginDryRun)
{
    [Function("rules")]
    [Says("The rules in the order they run; for admins.", Returns = typeof(All<Rule>), Problems = [403])]
    public Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Rules)] HttpRequest request, CancellationToken ct) =>
        door.AdminAsync(request, async _ => Answers.Json(new All<Rule>(await saveRule.ListAsync(ct))));

    [Function("rule-add")]
    [Says("Adds a rule, the last in order; for admins. One that cannot work is refused with every reason and its place, as then[1].reply.", Takes = typeof(RuleDraft), Returns = typeof(Rule), Status = 201, Problems = [400, 403, 409, 422])]
    public Task<IResult> Add([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Rules)] HttpRequest request, CancellationToken ct) =>
        door.AdminAsync(request, async _ => (await saveRule.AddAsync(await request.ReadWholeAsync<RuleDraft>(ct), ct)).ToResult(StatusCodes.Status201Created));

    [Function("rule-change")]
    [Says("Changes a rule as a whole; for admins.", Takes = typeof(RuleDraft), Returns = typeof(Rule), Problems = [400, 403, 404, 422])]
    public Task<IResult> Change([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.Rule)] HttpRequest request, string id, CancellationToken ct) =>
        door.AdminAsync(request, async _ => (await saveRule.RunAsync(id, await request.ReadWholeAsync<RuleDraft>(ct), ct)).ToResult());

    [Function("rule-delete")]
    [Says("Deletes a rule; what it did stays done; for admins.", Status = 204, Problems = [403, 404])]
    public Task<IResult> Delete([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.Rule)] HttpRequest request, string id, CancellationToken ct) =>
        door.AdminAsync(request, async _ => (await saveRule.DeleteAsync(id, ct)).ToNoContent());

    [Function("rule-order")]
    [Says("Puts the rules in order; for admins. The list names every rule once.", Takes = typeof(RuleOrder), Returns = typeof(RuleOrder), Problems = [400, 403, 409])]
    public Task<IResult> Order([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.RuleOrder)] HttpRequest request, CancellationToken ct) =>
        door.AdminAsync(request, async _ => (await saveRule.OrderAsync(await request.ReadWholeAsync<RuleOrder>(ct), ct)).ToResult());

    [Function("rule-dry-run")]
    [Says("Begins to hold a rule against past tickets, the newest first; for admins. Nothing is changed: the job says how many it would have acted on and names the first fifty.",
        Takes = typeof(DryRunRequest), Returns = typeof(JobView), Status = 202, Problems = [400, 403, 422])]
    public Task<IResult> Try([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.RuleDryRun)] HttpRequest request, CancellationToken ct) =>
        door.AdminAsync(request, async by => (await beginDryRun.RunAsync(await request.ReadWholeAsync<DryRunRequest>(ct), by, ct)).ToResult(StatusCodes.Status202Accepted));
}
