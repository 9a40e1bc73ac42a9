using Xunit.Sdk;

namespace Akka.TestKit.Xunit2.Internals;

/// <summary>A message is not the one that was expected.</summary>
public class AkkaEqualException : XunitException
{
    /// <summary>Says what was expected, of whom, and what came instead. A text without arguments may have braces.</summary>
    public AkkaEqualException(string format = "", params object[] args)
        : base(XunitAssertions.Text(format, args))
    {
    }

    /// <summary>For two values that should be equal.</summary>
    public static AkkaEqualException ForMismatchedValues(object expected, object actual, string? format = null, params object[] args)
    {
        var what = $"Expected: {ArgumentFormatter.Format(expected)}{Environment.NewLine}Actual:   {ArgumentFormatter.Format(actual)}";
        return new AkkaEqualException(string.IsNullOrEmpty(format) ? what : XunitAssertions.Text(format, args) + Environment.NewLine + what);
    }

    /// <inheritdoc/>
    public override string Message => base.Message;
}
