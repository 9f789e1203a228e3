using System.Text.RegularExpressions;
using HelpdeskMx.Agents;
using HelpdeskMx.Channels;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Forms;

/// <summary>Finds everything that keeps a form from being saved, each fault with its place, such as <c>fields.2.options.0.key</c>.</summary>
public static partial class FormFaults
{
    private const int MostFields = 50, MostOptions = 100, MostRoutes = 50, MostOrigins = 50, MostFiles = 10, MostKinds = 30, LongestText = 2000, LargestForm = 400_000;

    // Of each of these a ticket has one.
    private static readonly FormFieldKind[] Once = [FormFieldKind.Email, FormFieldKind.Phone, FormFieldKind.Name, FormFieldKind.Subject, FormFieldKind.Store];

    /// <summary>The sentences by place; empty when the form will do.</summary>
    public static IReadOnlyDictionary<string, string> Of(Channel form, IReadOnlyList<Store> stores, IReadOnlyList<Department> departments)
    {
        var faults = new Dictionary<string, string>();
        void Say(bool bad, string place, string sentence)
        {
            if (bad) faults.TryAdd(place, sentence);
        }
        var fields = form.Fields;
        Say(fields.Count > MostFields, "fields", $"A form has at most {MostFields} fields.");
        Say(!fields.Any(f => f is { Required: true, Kind: FormFieldKind.Email or FormFieldKind.Phone }), "fields", "Ask for an e-mail address or a phone number and make it required, or nobody can be answered.");
        Say(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(form, AppJson.Of<Channel>()).Length > LargestForm, "fields", $"All together the form holds too much text: at most {LargestForm / 1000} KB.");
        for (var at = 0; at < Math.Min(fields.Count, MostFields); at++)
        {
            var (field, place) = (fields[at], $"fields.{at}");
            Say(!Key().IsMatch(field.Key), $"{place}.key", "Use a to z, 0 to 9, - and _, at most 50 of them.");
            Say(field.Key == "key", $"{place}.key", "'key' is what the channel's own key is sent as. Choose another.");
            Say(fields.Take(at).Any(f => f.Key == field.Key), $"{place}.key", "Another field has this key.");
            Say(Once.Contains(field.Kind) && fields.Take(at).Any(f => f.Kind == field.Kind), $"{place}.kind", "There is one of this kind already, and a ticket has room for one.");
            Say(field.MaxLength is { } most && (most < 1 || most > FormField.LongestOf(field.Kind)), $"{place}.maxLength", $"Give a number from 1 to {FormField.LongestOf(field.Kind)}.");
            Texts(field.Label, $"{place}.label");
            Texts(field.Help, $"{place}.help");
            Texts(field.Placeholder, $"{place}.placeholder");
            Texts(field.Link, $"{place}.link");
            foreach (var (language, link) in field.Link) Say(!IsLink(link), $"{place}.link.{language}", "Give an address that begins with https://.");
            Options(field, place);
            if (field.Kind == FormFieldKind.File) Files(field.Files, place);
        }
        Settings(form);
        return faults;

        void Texts(IReadOnlyDictionary<string, string> texts, string place)
        {
            foreach (var (language, text) in texts)
            {
                Say(!Languages.All.Contains(language), $"{place}.{language}", "This is not a language of the desk. Use en, cs, pl, ko or ru.");
                Say(text.Length > LongestText, $"{place}.{language}", $"A text has at most {LongestText} characters.");
            }
        }

        void Options(FormField field, string place)
        {
            Say(field.Options.Count > MostOptions, $"{place}.options", $"At most {MostOptions} can be offered.");
            Say(field is { Kind: FormFieldKind.Choice or FormFieldKind.MultipleChoice, Options: [] }, $"{place}.options", "Add something that can be chosen.");
            for (var at = 0; at < Math.Min(field.Options.Count, MostOptions); at++)
            {
                var option = field.Options[at];
                Say(field.Kind == FormFieldKind.Store ? stores.All(s => s.Id != option.Key) : !Key().IsMatch(option.Key), $"{place}.options.{at}.key",
                    field.Kind == FormFieldKind.Store ? "There is no such store." : "Use a to z, 0 to 9, - and _, at most 50 of them.");
                Say(field.Options.Take(at).Any(o => o.Key == option.Key), $"{place}.options.{at}.key", "This is offered already.");
                Texts(option.Label, $"{place}.options.{at}.label");
            }
        }

        void Files(FormFiles files, string place)
        {
            Say(files.Most is < 1 or > MostFiles, $"{place}.files.most", $"Give a number from 1 to {MostFiles}.");
            Say(files.Megabytes < 1 || files.Megabytes > form.Form.Megabytes, $"{place}.files.megabytes", $"Give a number from 1 to {form.Form.Megabytes}, which is what the whole form may weigh.");
            Say(files.Kinds.Count > MostKinds || files.Kinds.Any(k => !Extension().IsMatch(k)), $"{place}.files.kinds", $"Give at most {MostKinds} extensions, such as jpg, png, pdf.");
            Say(files.Kinds.Any(FileKinds.IsForbidden), $"{place}.files.kinds", $"Programs and scripts are never taken: {string.Join(", ", files.Kinds.Where(FileKinds.IsForbidden))}.");
        }

        void Settings(Channel channel)
        {
            var settings = channel.Form;
            Texts(settings.Title, "form.title");
            Texts(settings.Lead, "form.lead");
            Texts(settings.Button, "form.button");
            Texts(settings.Thanks, "form.thanks");
            Say(settings.Megabytes is < 1 or > FormSettings.MostMegabytes, "form.megabytes", $"Give a number from 1 to {FormSettings.MostMegabytes}.");
            Say(settings.Origins.Count > MostOrigins, "form.origins", $"At most {MostOrigins} origins can be named.");
            for (var at = 0; at < settings.Origins.Count; at++) Say(FormOrigins.Of(settings.Origins[at]) is null, $"form.origins.{at}", "Give an origin such as https://shop.example, without a path.");
            Say(settings.Routes.Count > MostRoutes, "form.routes", $"A form has at most {MostRoutes} routes.");
            for (var at = 0; at < Math.Min(settings.Routes.Count, MostRoutes); at++) Route(settings.Routes[at], $"form.routes.{at}");
        }

        void Route(FormRoute route, string place)
        {
            var field = fields.FirstOrDefault(f => f.Key == route.Field);
            Say(field is null || !field.Chooses(), $"{place}.field", "Choose a field of the form whose answers are chosen from a list.");
            Say(route.Answers.Count == 0, $"{place}.answers", "Choose at least one answer.");
            Say(field is not null && route.Answers.Any(a => !field.Offers(stores).Contains(a)), $"{place}.answers", "The field does not offer all of these answers.");
            Say(route.Department is null && route.Store is null, $"{place}.department", "Choose where these go: a department, a store, or both.");
            Say(route.Department is not null && departments.All(d => d.Id != route.Department), $"{place}.department", "There is no such department.");
            Say(route.Store is not null && stores.All(s => s.Id != route.Store), $"{place}.store", "There is no such store.");
        }
    }

    private static bool IsLink(string link) => Uri.TryCreate(link, UriKind.Absolute, out var uri) && (uri.Scheme is "https" or "http");

    [GeneratedRegex("^[a-z0-9_-]{1,50}\\z")]
    private static partial Regex Key();

    [GeneratedRegex("^[a-z0-9]{1,10}\\z")]
    private static partial Regex Extension();
}
