using HelpdeskMx.Http;
using HelpdeskMx.Jobs;
using HelpdeskMx.Labels;
using Microsoft.AspNetCore.Http;

namespace HelpdeskMx.Triggers.Http;

/// <summary>Doors to what the desk learns of labels.</summary>
public sealed class LabelDoors(Door door, ChangeLearning changeLearning, ChangeLabels changeLabels)
{
    [Function("label-change")]
    [Says("Makes a label, colours, renames or deletes it; another label's name makes one of both; for admins. Where tickets follow, the answer is their job; else there is none.",
        Takes = typeof(LabelChange), Returns = typeof(JobView), Status = 202, Problems = [400, 403, 404, 422])]
    public Task<IResult> Change([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.Labels)] HttpRequest request, CancellationToken ct) =>
        door.AdminAsync(request, async by =>
        {
            var changed = await changeLabels.RunAsync(await request.ReadWholeAsync<LabelChange>(ct), by, ct);
            return changed is { Problem: null, Value: null } ? Results.NoContent() : changed.ToResult(StatusCodes.Status202Accepted);
        });

    [Function("label-learning")]
    [Says("What the desk has learned of how agents label: whether it puts labels on new tickets, how many examples are missing, and for each language and label how often it is right, on tickets held out; for admins.",
        Returns = typeof(LabelLearningView), Problems = [403])]
    public Task<IResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.LabelLearning)] HttpRequest request, CancellationToken ct) =>
        door.AdminAsync(request, async _ => Answers.Json(await changeLearning.ShowAsync(ct)));

    [Function("label-learning-turn")]
    [Says("Puts labels that are told well enough on new tickets, or only suggests them; for admins.", Takes = typeof(LearningChange), Returns = typeof(LabelLearningView), Problems = [400, 403, 422])]
    public Task<IResult> Turn([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.LabelLearning)] HttpRequest request, CancellationToken ct) =>
        door.AdminAsync(request, async _ => (await changeLearning.TurnAsync(await request.ReadAsync<LearningChange>(ct), ct)).ToResult());

    [Function("label-learning-train")]
    [Says("Queues a run that learns labels anew from the newest tickets, unless one is under way; for admins. Every night there is one anyway.", Returns = typeof(LabelLearningView), Status = 202, Problems = [403])]
    public Task<IResult> Train([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.TrainLabels)] HttpRequest request, CancellationToken ct) =>
        door.AdminAsync(request, async _ => Answers.Json(await changeLearning.AskAsync(ct), StatusCodes.Status202Accepted));
}
