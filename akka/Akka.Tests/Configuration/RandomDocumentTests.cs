using System.Text;
using Akka.Configuration;

namespace Akka.Tests.Configuration;

public class RandomDocumentTests
{
    private static readonly string[] Fragments =
    [
        "a", "b", "c", "a.b", "b.c", "\"q.r\"", "x y", " ", "  ", "\n", "\n", "\n", ",", " = ", " = ", " : ", " += ", " { ", " } ", "{", "}", " [", "] ", "[", "]",
        "1", "2.5", "on", "null", "\"text\"", "\"\"", "\"\"\"raw\"\"\"", "${a}", "${?b}", "${?a.b}", "${b.c}", "${?c}", "${?\"q.r\"}", "# why\n", "// why\n",
        "a = 1\n", "b = ${?a} 2\n", "c = [1, ${?b}]\n", "a { b = ${?c} }\n", "b { c = 1 } { d = ${?b.c} }\n", "c = ${?a} { d = 3 }\n", "\\", "\"", "\"\"\"", "$", "+", "/", "@",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Any_text_is_either_refused_with_a_reason_or_prints_and_parses_to_the_same(int seed)
    {
        var random = new Random(seed);
        var accepted = 0;
        for (var i = 0; i < 10_000; i++)
        {
            var hocon = Document(random);
            Config config;
            try
            {
                config = ConfigurationFactory.ParseString(hocon);
            }
            catch (Exception e) when (e is FormatException or ConfigurationException)
            {
                Assert.NotEmpty(e.Message);
                continue;
            }

            accepted++;
            var printed = config.ToString();
            Assert.True(
                PrintingTests.Flat(config).SequenceEqual(PrintingTests.Flat(ConfigurationFactory.ParseString(printed))),
                $"{hocon}\n=== was printed as\n{printed}");
        }

        Assert.InRange(accepted, 100, 9_900);
    }

    private static string Document(Random random)
    {
        var text = new StringBuilder();
        for (var left = random.Next(1, 12); left > 0; left--)
            text.Append(Fragments[random.Next(Fragments.Length)]);
        return text.ToString();
    }
}
