using Xunit;

namespace Akka.TestKit.Xunit2.Attributes;

/// <summary>A table of tests for a developer's machine: skipped where the environment variable <c>XUNIT_SKIP_LOCAL_FACT</c> is <c>true</c>.</summary>
public class LocalTheoryAttribute : TheoryAttribute
{
    private string? _skip;

    /// <summary>Why it is skipped here; null where it is not.</summary>
    public override string? Skip
    {
        get => _skip ?? (LocalTests.AreSkipped ? SkipLocal ?? LocalTests.DefaultReason : null);
        set => _skip = value;
    }

    /// <summary>Why it is skipped where such tests are.</summary>
    public string? SkipLocal { get; set; }
}
