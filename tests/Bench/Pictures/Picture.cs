using Microsoft.Playwright;

namespace HelpdeskMx.Bench.Pictures;

/// <summary>One picture of a screen.</summary>
/// <param name="Name">Of its file, without <c>.png</c>.</param>
/// <param name="Path">Where the screen is; <c>{ticket}</c> stands for the id of the conversation that pictures show, <c>{token}</c> for what makes the first admin.</param>
/// <param name="Window">How large the window is.</param>
/// <param name="Dark">True for dark colours.</param>
/// <param name="Language">The agent's language.</param>
/// <param name="Before">What is done on the screen before it is taken, null for nothing.</param>
public sealed record Picture(string Name, string Path, Window Window, bool Dark = false, string Language = "en", Func<IPage, Task>? Before = null)
{
    /// <summary>True where nobody is signed in.</summary>
    public bool IsOutside { get; init; }

    /// <summary>True where all of the page is taken, however far it scrolls.</summary>
    public bool IsWhole { get; init; }
}

/// <summary>The sizes of windows that pictures are taken in, in CSS pixels, with the pixels of the picture for each.</summary>
public sealed record Window(int Width, int Height, float Scale = 1)
{
    /// <summary>A usual monitor.</summary>
    public static readonly Window Wide = new(1600, 1000);

    /// <summary>A small laptop.</summary>
    public static readonly Window Laptop = new(1280, 720);

    /// <summary>A phone, upright.</summary>
    public static readonly Window Phone = new(390, 844, 2);

    /// <summary>A 4K monitor without scaling.</summary>
    public static readonly Window Huge = new(3840, 2160);
}
