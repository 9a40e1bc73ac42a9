using System.Collections;
using Akka.Actor;
using Akka.Event;

namespace Akka.Hosting.Logging;

/// <summary>
/// A log event as structured loggers read it: the arguments of its template under their names, where and when it happened, and the
/// template itself last, under the name that <c>Microsoft.Extensions.Logging</c> gives it.
/// </summary>
internal sealed class LogEventState : IReadOnlyList<KeyValuePair<string, object?>>
{
    private const string TemplateName = "{OriginalFormat}";

    private readonly LogEvent _event;
    private readonly List<KeyValuePair<string, object?>> _properties;

    internal LogEventState(LogEvent log, ActorPath? path)
    {
        _event = log;
        _properties = [];

        var template = log.Message as LogMessage;
        if (template is not null)
        {
            var names = TemplateNames.Of(template.Format);
            foreach (var argument in template.Parameters())
            {
                var position = _properties.Count;
                _properties.Add(new(position < names.Length ? names[position] : position.ToString(), argument));
            }
        }

        _properties.Add(new("LogSource", log.LogSource));
        _properties.Add(new("ActorPath", path?.ToString()));
        _properties.Add(new("Timestamp", log.Timestamp));
        _properties.Add(new("Thread", log.Thread.ManagedThreadId));
        _properties.Add(new(TemplateName, template?.Format ?? log.Message?.ToString() ?? "null"));
    }

    public int Count => _properties.Count;

    public KeyValuePair<string, object?> this[int index] => _properties[index];

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString()
    {
        try
        {
            return $"[{_event.LogSource}] {_event.Message}";
        }
        catch (FormatException) when (_event.Message is LogMessage template)
        {
            return $"[{_event.LogSource}] {template.Unformatted()}";
        }
    }
}
