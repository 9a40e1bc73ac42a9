namespace Akka.TestKit.Xunit2.Attributes;

internal static class LocalTests
{
    internal const string DefaultReason = "Local facts are being skipped";

    internal static bool AreSkipped =>
        string.Equals(Environment.GetEnvironmentVariable("XUNIT_SKIP_LOCAL_FACT"), "true", StringComparison.OrdinalIgnoreCase);
}
