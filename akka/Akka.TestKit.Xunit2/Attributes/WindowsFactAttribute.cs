using Xunit;

namespace Akka.TestKit.Xunit2.Attributes;

/// <summary>A fact about Windows: skipped on other systems.</summary>
public class WindowsFactAttribute : FactAttribute
{
    private string? _skip;

    /// <summary>Why it is skipped here; null where it is not.</summary>
    public override string? Skip
    {
        get => _skip ?? (OperatingSystem.IsWindows() ? null : SkipUnix ?? "Skipped under Unix platforms");
        set => _skip = value;
    }

    /// <summary>Why it is skipped on other systems.</summary>
    public string? SkipUnix { get; set; }
}
