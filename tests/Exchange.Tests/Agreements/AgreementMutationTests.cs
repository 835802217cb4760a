using System.Diagnostics;
using System.Globalization;
using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange.Tests;

public sealed class AgreementMutationTests
{
    private const int Seed = 20161001;
    private const int Variants = 2_000;
    private const string Characters = "{}[]:,-#'\"\n \t&*!|>%@?~`<=abc019\r\\.";

    [Fact]
    public void A_spoilt_text_is_read_or_refused_within_the_text_and_in_good_time()
    {
        var random = new Random(Seed);
        var clock = Stopwatch.StartNew();
        var read = 0;
        for (var i = 0; i < Variants; i++)
        {
            var text = Spoilt(random);
            var outcome = AgreementText.Read(text, AgreementExample.File);
            Assert.Equal(outcome.Refusals.Distinct().Count(), outcome.Refusals.Count);
            var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r');
            Assert.All(outcome.Refusals, refusal => LiesWithin(refusal, lines));
            read += outcome.IsDone ? 1 : 0;
        }
        // Both must happen, or the loop proves nothing.
        Assert.InRange(read, 1, Variants - 1);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"It took {clock.Elapsed}.");
    }

    private static string Spoilt(Random random)
    {
        var text = random.Next(2) == 0 ? Lines(random) : AgreementExample.Text;
        var spoilt = new StringBuilder(random.Next(4) == 0 ? text.ReplaceLineEndings("\r\n") : text);
        for (var count = random.Next(1, 6); count > 0 && spoilt.Length > 0; count--)
        {
            var at = random.Next(spoilt.Length);
            switch (random.Next(4))
            {
                case 0:
                    spoilt.Remove(at, Math.Min(random.Next(1, 10), spoilt.Length - at));
                    break;
                case 1:
                    spoilt.Insert(at, spoilt.ToString(at, Math.Min(random.Next(1, 40), spoilt.Length - at)));
                    break;
                case 2:
                    spoilt[at] = Characters[random.Next(Characters.Length)];
                    break;
                default:
                    spoilt.Insert(at, Characters[random.Next(Characters.Length)]);
                    break;
            }
        }
        return spoilt.ToString();
    }

    private static string Lines(Random random)
    {
        var lines = AgreementExample.Text.Split('\n').ToList();
        var at = random.Next(lines.Count);
        switch (random.Next(3))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(at, lines[random.Next(lines.Count)]);
                break;
            default:
                lines[at] = lines[random.Next(lines.Count)];
                break;
        }
        return string.Join('\n', lines);
    }

    private static void LiesWithin(Refusal refusal, string[] lines)
    {
        var line = refusal.Place?.Row ?? 0;
        Assert.InRange(line, 1, lines.Length);
        var column = int.Parse(refusal.Place?.Column ?? "0", CultureInfo.InvariantCulture);
        Assert.InRange(column, 1, lines[line - 1].Length + 1);
    }
}
