using System.Text;
using Openbook.Domain;

namespace Openbook.Exchange.Tests;

/// <summary>Files that are no text, have nothing in them, or cannot be opened.</summary>
public sealed class CostSourceTests
{
    private const string Plain = "date,service,amount,paid_by\n";

    [Theory]
    [InlineData(new byte[] { 0xE9 })]
    [InlineData(new byte[] { 0x80 })]
    [InlineData(new byte[] { 0xC0, 0xAF })]
    [InlineData(new byte[] { 0xE2, 0x82 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 })]
    [InlineData(new byte[] { 0xFF, 0xFE })]
    public void Bytes_that_are_not_utf8_are_refused_with_their_row(byte[] bad)
    {
        Assert.Equal(["file-not-text 1:"], FaultsOf("date", bad, ",service,amount,paid_by\n"));
        Assert.Equal(["file-not-text 2:"], FaultsOf(Plain, bad, $"\n{ACosts.Row}\n"));
        Assert.Equal(["file-not-text 5:"], FaultsOf($"{Plain}{ACosts.Row}\n\n{ACosts.Row}\nab", bad, ""));
        Assert.Equal(["file-not-text 4:"], FaultsOf($"{Plain}{ACosts.Row}\r\n\r\n", bad, $"\r\n{ACosts.Row}\r\n"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(27)]
    [InlineData(31)]
    [InlineData(127)]
    public void A_control_character_is_refused_with_its_row(byte control)
    {
        Assert.Equal(["bad-text 1:"], FaultsOf("date", [control], ",service,amount,paid_by\n"));
        Assert.Equal(["bad-text 3:"], FaultsOf($"{Plain}{ACosts.Row}\n", [control], $"\n{ACosts.Row}\n"));
        Assert.Equal(["bad-text 4:"], FaultsOf($"{Plain}\n{ACosts.Row}\n{ACosts.Row}", [control], ""));
    }

    [Fact]
    public void An_empty_file_is_refused()
    {
        Assert.Equal(["file-empty :"], ACosts.FaultsOf(""));
        Assert.NotEmpty(ACosts.FaultsOf("\uFEFF"));
    }

    [Theory]
    [InlineData("date,service,amount,paid_by")]
    [InlineData("date,service,amount,paid_by\n")]
    [InlineData("date,service,amount,paid_by\r\n\r\n\r\n")]
    [InlineData("\uFEFFdate,service,amount,paid_by\n\n")]
    public void A_file_with_a_header_alone_is_refused(string text) =>
        Assert.Equal(["file-empty :"], ACosts.FaultsOf(text));

    [Fact]
    public void A_file_that_is_not_there_or_is_a_folder_is_refused()
    {
        using var folder = new AFolder();
        Assert.Equal(
            ["file-unreadable :"],
            Faults.Of(CostsFile.Read(folder.PathOf(ACosts.File)).Refusals, ACosts.File)
        );
        Directory.CreateDirectory(folder.PathOf(ACosts.File));
        var refusal = Assert.Single(CostsFile.Read(folder.PathOf(ACosts.File)).Refusals);
        Assert.Equal(["file-unreadable :"], Faults.Of([refusal], ACosts.File));
        Assert.Contains("is a folder", refusal.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_on_disk_reads_as_the_same_bytes_in_memory()
    {
        using var folder = new AFolder();
        Seeded.MustHold(
            50,
            random =>
            {
                var text = RandomTable.Of(random);
                var path = folder.Write(ACosts.File, text);
                var onDisk = CostsFile.Read(path).Value;
                Assert.Equal(ACosts.Lines(text), ReadLine.Of(onDisk, random.Next(1, 5)));
                Assert.Equal(ACosts.Read(text).Value.Sha256, onDisk.Sha256);
                Assert.Equal(ACosts.File, onDisk.Source);
            }
        );
    }

    [Fact]
    public void A_file_that_changes_after_it_was_read_is_not_read_on()
    {
        using var folder = new AFolder();
        var path = folder.Write(ACosts.File, $"{Plain}{ACosts.Row}\n");
        var batch = CostsFile.Read(path).Value;
        Assert.Single(ReadLine.Of(batch));
        folder.Write(ACosts.File, $"{Plain}{ACosts.Row}\n{ACosts.Row}\n");
        Assert.Throws<IOException>(() => ReadLine.Of(batch));
    }

    private static string[] FaultsOf(string before, byte[] bytes, string after) =>
        Faults.Of(
            CostsFile
                .Read(ACosts.File, [.. Encoding.UTF8.GetBytes(before), .. bytes, .. Encoding.UTF8.GetBytes(after)])
                .Refusals,
            ACosts.File
        );
}
