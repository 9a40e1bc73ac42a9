namespace Vod.Actors.Web;

/// <summary>
/// The style elements that the player's controls bring along in their shadow roots, each by the hash of its text, so that the page's policy can
/// let in these and no other. They change only with <c>Assets/media-chrome.js</c>: the browser's tests compute them
/// from the running player and print the list when it is another.
/// </summary>
internal static class PlayerStyles
{
    /// <summary>SHA-256, base64, in order.</summary>
    public static readonly IReadOnlyList<string> Hashes =
    [
        "+XYYAhYtiUsaw0+wUtfcBE3yMARPO4zdUhZGkDgDohM=",
        "1Jc+kPhfOh4UvXYTCgDHEAV3Caafvsf5jeNdPbSiQ8o=",
        "3mr12lsHkByBAuT5HIjiVaMHjH42rxTHchQEttT3yhE=",
        "5LsYGeD4Fwu+AtlpdRPSk6g18GLvHddLqx5a2hMGkpw=",
        "C7t4uFhGErrgCiy7sp4fN8QAsq2Xafh4lWfnefi0l/E=",
        "CZ8hU2wFQkJQTP3Dj2nl5E530al0uN4149GNCvQZTDE=",
        "GD/7u05tW5TRiymTThnNFOp6kG/cGDdJ0PZE3AUHvEY=",
        "LLrbL3VRTSpcR7f/VRuhdwB3hQdbFqJkzjoEZmHBXIw=",
        "MV44r6ksBw+mCcZujzocHAOffIPu/joVS2FNHESx3Ho=",
        "VJnVbqNRyX0jCFZEJ4ltrffJx26lCuyVbNYdioxBwzQ=",
        "W9200sCekROkcax0iJ77FC7fL1XmtkKZFU4jWBgOGi0=",
        "ad5pLE4ykOnAn8/VmRayKdKPhP3pvqoX4MGy3EktnBg=",
        "icRYLLVSVG1RE2ze2JPpc2di/XuMtAkqJdem5GFjU5M=",
        "l0oXN8ELODFEFGnJztGBqT5qrnYVXGDHmO9UVWjtMXA=",
        "m+frfzRQalnJwRN07WZLWSWd4eM4WsynbWp5qQi8Or0=",
        "sAS/YwJd8QhcsuwF6ji1l+uwVdgQ8O/zcjWaGi0VXSw=",
        "ybkwgORVaNpgfHWjB4yaZjEyg46ZMdeyLM32opbKlpo=",
    ];

    /// <summary>Source expressions for <c>style-src</c>.</summary>
    public static string Sources { get; } = string.Join(' ', Hashes.Select(hash => $"'sha256-{hash}'"));
}
