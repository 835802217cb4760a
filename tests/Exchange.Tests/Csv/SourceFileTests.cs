using System.Security.Cryptography;
using System.Text;

namespace Openbook.Exchange.Tests;

public sealed class SourceFileTests
{
    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public void A_source_has_its_name_its_text_and_the_digest_of_all_bytes(string mark)
    {
        var bytes = Encoding.UTF8.GetBytes(mark + "date\r\nünder £\n");
        var file = SourceFile.Of("of/folder.csv", bytes).Value;
        Assert.Equal("date\r\nünder £\n", file.ToText());
        Assert.Equal(bytes, file.Bytes);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), file.Sha256());
        Assert.Equal((file.Name, file.Sha256()), (file.ToSource().Name, file.ToSource().Sha256));
    }

    [Fact]
    public void A_source_without_text_is_refused()
    {
        Assert.Equal(["file-empty :"], SmallFile.SourceFaults([]));
        Assert.Equal(["file-empty :"], SmallFile.SourceFaults([0xEF, 0xBB, 0xBF]));
    }

    [Fact]
    public void Bytes_that_are_not_text_are_refused_with_their_line()
    {
        Assert.Equal(["file-not-text 3:"], SmallFile.SourceFaults([.. "date\n\na"u8, 0xE9, .. "\n"u8]));
        Assert.Equal(["file-not-text 1:"], SmallFile.SourceFaults([0xFE, 0xFF]));
        Assert.Equal(["bad-text 2:"], SmallFile.SourceFaults([.. "date\r\n"u8, 0x00, .. "\r\n"u8]));
        Assert.Equal(["bad-text 1:"], SmallFile.SourceFaults([.. "date\t"u8, 0x7F]));
    }

    [Fact]
    public void A_source_on_disk_goes_by_its_name_without_the_folder()
    {
        using var folder = new AFolder();
        var file = SourceFile.Read(folder.Write("counts.csv", "date\n")).Value;
        Assert.Equal(("counts.csv", "date\n"), (file.Name, file.ToText()));
        var missing = SourceFile.Read(folder.PathOf("nothing.csv")).Refusals;
        Assert.Equal(["file-unreadable :"], Faults.Of(missing, "nothing.csv"));
        Assert.Contains("is not there", missing[0].What, StringComparison.Ordinal);
        Directory.CreateDirectory(folder.PathOf("folder.csv"));
        Assert.Equal(
            ["file-unreadable :"],
            Faults.Of(SourceFile.Read(folder.PathOf("folder.csv")).Refusals, "folder.csv")
        );
    }
}
