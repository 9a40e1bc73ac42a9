namespace Akka.IO;

/// <summary>A connection could not be made.</summary>
public class ConnectException : Exception
{
    /// <param name="message">Why.</param>
    public ConnectException(string message) : base(message)
    {
    }
}
