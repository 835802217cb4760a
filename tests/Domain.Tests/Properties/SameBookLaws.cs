using Openbook.Domain.Tests.Given;

namespace Openbook.Domain.Tests.Properties;

/// <summary>What may be otherwise without any figure being otherwise: order, files, names, signs, the size of weights.</summary>
public sealed class SameBookLaws
{
    private const int Cases = 30;

    [Fact]
    public void The_same_lines_in_any_order_and_in_any_files_give_the_same_statements() =>
        Law.MustHold(
            Cases,
            Script.Any,
            script =>
            {
                var book = MadeBook.From(script);
                var shuffled = ABook.Replay(SameBook.Shuffled(book.Acts, new System.Random(script.World[0])), book.Now);
                Assert.Equal(book.AllStatements(), shuffled.AllStatements());
            }
        );

    [Fact]
    public void The_same_acts_under_other_names_give_the_same_statements_under_those_names() =>
        Law.MustHold(
            Cases,
            Script.Any,
            script =>
            {
                var book = MadeBook.From(script);
                var names = Names(book);
                var renamed = ABook.Replay(SameBook.Renamed(book.Acts, code => names[code]), book.Now);
                Assert.Equal(
                    book.AllStatements(),
                    renamed
                        .AllStatements()
                        .Select(text => names.Aggregate(text, (t, pair) => t.Replace(pair.Value, pair.Key)))
                );
            }
        );

    [Fact]
    public void Credits_for_costs_and_costs_for_credits_give_the_mirror_image() =>
        Law.MustHold(
            Cases,
            Script.Any,
            script =>
            {
                // The basis of an overhead is zero where costs are below zero, so Books with overheads have no mirror image.
                var book = MadeBook.From(script);
                if (book.State.Overheads.Count == 0)
                {
                    var mirrored = ABook.Replay(SameBook.Mirrored(book.Acts), book.Now);
                    Assert.Equal(book.AllNumbers(negated: true), mirrored.AllNumbers());
                }
            }
        );

    [Fact]
    public void Counts_and_fixed_weights_a_thousand_times_larger_give_the_same_pennies() =>
        Law.MustHold(
            Cases,
            Script.Any,
            script =>
            {
                var book = MadeBook.From(script);
                var heavier = ABook.Replay(SameBook.Weighted(book.Acts, 1_000), book.Now);
                Assert.Equal(book.AllNumbers(), heavier.AllNumbers());
            }
        );

    // The last name known comes first in the alphabet.
    private static Dictionary<string, string> Names(ABook book)
    {
        string[] codes =
        [
            .. book.State.Partners,
            .. book.State.Services,
            .. book.State.Overheads,
            .. MadeTerms.Customers,
            .. MadeTerms.Drivers,
        ];
        return codes
            .Select((code, i) => (code, i))
            .ToDictionary(pair => pair.code, pair => $"{(char)('z' - pair.i)}q-{pair.code}");
    }
}
