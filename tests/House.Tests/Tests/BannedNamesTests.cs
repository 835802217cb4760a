using Openbook.House.Tests.Reading;
using Openbook.House.Tests.Rules;

namespace Openbook.House.Tests.Tests;

public sealed class BannedNamesTests
{
    [Theory]
    [InlineData("P:System.DateTime.UtcNoww;a clock")]
    [InlineData("M:System.Guid.NewGuid2;randomness")]
    [InlineData("T:System.Clock;a clock")]
    [InlineData("System.Random;without the kind of name")]
    public void A_planted_misspelling_is_reported(string line) =>
        Faults.AssertExactly(
            BannedNames.Broken(
                new TextFile("BannedSymbols.txt", "T:System.Random;fine\n" + line),
                Compiler.Compilation("")
            ),
            "BannedSymbols.txt:2"
        );

    [Fact]
    public void The_tree_bans_what_exists() =>
        Faults.AssertNone(
            BannedNames.Broken(Repository.Here.Text("src/Domain/BannedSymbols.txt"), Compiler.Compilation(""))
        );
}
