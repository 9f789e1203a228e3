using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace HelpdeskMx.Mail.Html;

/// <summary>Writes a tree as HTML anew, element by element from an allow-list, so that nothing of the sender's markup is copied.</summary>
internal sealed class SafeHtmlWriter(Func<string, string?> resolveCid)
{
    private const int DeepestTag = 256;

    private static readonly FrozenSet<string> s_kept = Set(
        "a abbr b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt em figcaption figure font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp section small span"
        + " strike strong sub sup table tbody td tfoot th thead tr tt u ul var wbr article aside header footer main address time");

    private static readonly FrozenSet<string> s_dropped = Set(
        "script style head title meta link base iframe frame frameset object embed applet noscript noframes noembed template textarea select option button xmp plaintext listing svg math audio video canvas map area source track portal");

    private static readonly FrozenSet<string> s_void = Set("br col hr img wbr");

    private static readonly FrozenSet<string> s_attributes = Set(
        "align valign bgcolor color face size width height border cellpadding cellspacing colspan rowspan dir lang title alt start type nowrap scope abbr headers");

    private readonly StringBuilder _html = new();
    private int _depth;

    public string Write(IElement body)
    {
        var ground = Ground(body);
        if (ground.Length > 0)
        {
            _html.Append("<div");
            Append("style", ground);
            _html.Append('>');
        }
        HtmlWalk.Through(body, node => node == body ? Step.Into : Open(node) ? Step.Into : Step.Over, node => { if (node != body) Close(node); });
        return (ground.Length > 0 ? _html.Append("</div>") : _html).ToString();
    }

    /// <summary>The body's colours, on which those of its words were chosen: light words on a dark body are unreadable without it.</summary>
    private static string Ground(IElement body) => string.Join(';', SafeStyle.Clean($"background-color:{body.GetAttribute("bgcolor")};color:{body.GetAttribute("text")};{body.GetAttribute("style")}")
        .Split(';').Where(said => said.StartsWith("color:", StringComparison.Ordinal) || said.StartsWith("background", StringComparison.Ordinal)));

    /// <summary>Writes the text or start tag; false where the children are not to be written.</summary>
    private bool Open(INode node)
    {
        if (node is IText text) AppendEscaped(text.Data);
        if (node is not IElement element || s_dropped.Contains(element.LocalName) || element.NamespaceUri != NamespaceNames.HtmlUri) return false;
        if (!s_kept.Contains(element.LocalName)) return true; // unknown: its content stays
        if (!s_void.Contains(element.LocalName) && ++_depth > DeepestTag) return true;
        _html.Append('<').Append(element.LocalName);
        AppendAttributes(element);
        _html.Append('>');
        return true;
    }

    private void Close(INode node)
    {
        if (node is not IElement element || !s_kept.Contains(element.LocalName) || s_void.Contains(element.LocalName) || element.NamespaceUri != NamespaceNames.HtmlUri) return;
        if (_depth-- <= DeepestTag) _html.Append("</").Append(element.LocalName).Append('>');
    }

    private void AppendAttributes(IElement element)
    {
        foreach (var attribute in element.Attributes)
        {
            if (s_attributes.Contains(attribute.Name)) Append(attribute.Name, attribute.Value);
            else if (attribute.Name == "style" && SafeStyle.Clean(attribute.Value) is { Length: > 0 } style) Append("style", style);
        }
        if (element.LocalName == "a") AppendLink(element.GetAttribute("href"));
        else if (element.LocalName == "img") AppendPicture(element.GetAttribute("src"));
    }

    private void AppendLink(string? href)
    {
        if (SafeLink.Target(href) is { } target) Append("href", target);
        Append("rel", "noopener noreferrer nofollow");
        Append("target", "_blank");
    }

    private void AppendPicture(string? source)
    {
        if (SafeLink.ContentId(source) is { } id)
        {
            if (resolveCid(id) is { } address) Append("src", address);
        }
        else if (SafeLink.SmallPicture(source) is { } data) Append("src", data);
        else if (SafeLink.RemotePicture(source) is { } remote) Append("data-remote-src", remote);
    }

    private void Append(string name, string value)
    {
        _html.Append(' ').Append(name).Append("=\"");
        AppendEscaped(value);
        _html.Append('"');
    }

    private void AppendEscaped(string text)
    {
        foreach (var c in text)
        {
            switch (c)
            {
                case '&': _html.Append("&amp;"); break;
                case '<': _html.Append("&lt;"); break;
                case '>': _html.Append("&gt;"); break;
                case '"': _html.Append("&quot;"); break;
                case '`': _html.Append("&#96;"); break;
                case '\0': break;
                default: _html.Append(c); break;
            }
        }
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
