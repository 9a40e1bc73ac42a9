using Akka.TestKit.Xunit2.Internals;
using Xunit;
using Xunit.Sdk;

namespace Akka.TestKit.Xunit2;

/// <summary>Makes the assertions of the kit fail as xunit's own do.</summary>
public class XunitAssertions : ITestKitAssertions
{
    /// <inheritdoc/>
    public void Fail(string format = "", params object[] args) => Assert.Fail(Text(format, args));

    /// <inheritdoc/>
    public void AssertTrue(bool condition, string format = "", params object[] args)
    {
        if (!condition)
        {
            Assert.True(condition, Text(format, args));
        }
    }

    /// <inheritdoc/>
    public void AssertFalse(bool condition, string format = "", params object[] args)
    {
        if (condition)
        {
            Assert.False(condition, Text(format, args));
        }
    }

    /// <inheritdoc/>
    public void AssertEqual<T>(T expected, T actual, string format = "", params object[] args)
    {
        try
        {
            Assert.Equal(expected, actual);
        }
        catch (EqualException unequal)
        {
            // xunit says where the values differ; the kit, what was expected of whom.
            throw new AkkaEqualException($"{Text(format, args)}{Environment.NewLine}{unequal.Message}");
        }
    }

    /// <inheritdoc/>
    public void AssertEqual<T>(T expected, T actual, Func<T, T, bool> comparer, string format = "", params object[] args)
    {
        if (!comparer(expected, actual))
        {
            throw AkkaEqualException.ForMismatchedValues(expected!, actual!, format, args);
        }
    }

    /// <summary>A text without arguments is no template: it may have braces. A template that its arguments do not fit is told with them, so
    /// that the failure it tells of is not lost.</summary>
    internal static string Text(string? format, object[]? args)
    {
        if (string.IsNullOrEmpty(format) || args is null or { Length: 0 })
        {
            return format ?? "";
        }

        try
        {
            return string.Format(format, args);
        }
        catch (FormatException)
        {
            return $"[Could not string.Format(\"{format}\", {string.Join(", ", args)})]";
        }
    }
}
