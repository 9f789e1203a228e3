using AngleSharp.Dom;

namespace HelpdeskMx.Mail.Html;

/// <summary>What to do with a node and what is inside it.</summary>
internal enum Step
{
    /// <summary>Read it, then its children.</summary>
    Into,

    /// <summary>Leave its children out; its end is still told.</summary>
    Over,

    /// <summary>Leave it out as if it were not there.</summary>
    Past,

    /// <summary>Leave out all that follows.</summary>
    Stop,
}

/// <summary>Goes through a tree in the order of the document without recursion, and in a time that grows with its size alone: asking a node for its sibling searches all of them.</summary>
internal static class HtmlWalk
{
    /// <param name="root">Where to begin; it is told like any other node.</param>
    /// <param name="open">Told at the start of each node; says how to go on.</param>
    /// <param name="close">Told at the end of each node that was opened and not passed over.</param>
    public static void Through(INode root, Func<INode, Step> open, Action<INode> close)
    {
        var path = new Stack<(INode Node, int Next)>();
        switch (open(root))
        {
            case Step.Into: path.Push((root, 0)); break;
            case Step.Over: close(root); break;
        }
        while (path.TryPop(out var at))
        {
            if (at.Next == at.Node.ChildNodes.Length) { close(at.Node); continue; }
            var child = at.Node.ChildNodes[at.Next];
            path.Push((at.Node, at.Next + 1));
            switch (open(child))
            {
                case Step.Into when child.HasChildNodes: path.Push((child, 0)); break;
                case Step.Into or Step.Over: close(child); break;
                case Step.Stop: return;
            }
        }
    }
}
