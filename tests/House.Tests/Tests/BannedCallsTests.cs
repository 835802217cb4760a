using Openbook.House.Tests.Reading;
using Openbook.House.Tests.Rules;

namespace Openbook.House.Tests.Tests;

public sealed class BannedCallsTests
{
    [Theory]
    [InlineData("object M() => System.DateTime.UtcNow;", "Planted.M: System.DateTime.get_UtcNow (a clock)")]
    [InlineData("object M() => System.TimeProvider.System;", "Planted.M: System.TimeProvider.get_System (a clock)")]
    [InlineData("object M() => System.Diagnostics.Stopwatch.StartNew();", "Stopwatch.StartNew (a clock")]
    [InlineData("object M() => System.Guid.NewGuid();", "System.Guid.NewGuid (randomness)")]
    [InlineData("object M() => new System.Random(1);", "System.Random..ctor (randomness)")]
    [InlineData("object M() => System.IO.File.ReadAllBytes(\"a\");", "System.IO.File.ReadAllBytes (a file)")]
    [InlineData("void M() => System.Console.Write(1);", "System.Console.Write (the console)")]
    [InlineData("object M() => System.Environment.MachineName;", "System.Environment.get_MachineName (the machine)")]
    [InlineData("object M() => System.Globalization.CultureInfo.CurrentCulture;", "get_CurrentCulture (a culture)")]
    [InlineData("object M(string s) => s.ToUpper();", "System.String.ToUpper (a culture)")]
    [InlineData("object M() => new System.Data.DataTable();", "System.Data.DataTable..ctor (a database)")]
    [InlineData("object M() => new System.Net.Http.HttpClient();", "HttpClient..ctor (the network)")]
    [InlineData("System.IO.FileInfo? f;", "refers to System.IO.FileInfo (a file)")]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"c\")] static extern int getpid();", "native code")]
    public void A_planted_call_is_reported(string member, string expected) =>
        Assert.Contains(Broken(member), fault => fault.Contains(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("double rate;", "Planted.rate: floating point in a field")]
    [InlineData("float Rate { get; set; }", "Planted.get_Rate: floating point in its signature")]
    [InlineData("void M(long pence, double rate) { }", "Planted.M: floating point in its signature")]
    [InlineData("void M(System.Func<int, double[]>? f) { }", "Planted.M: floating point in its signature")]
    [InlineData("long M(long pence) => (long)(pence * 0.175);", "Planted.M: the instruction ldc.r8 (floating point)")]
    [InlineData(
        "long M(long a, long b) { var r = (double)a / b; N(ref r); return 0; } void N<T>(ref T t) { }",
        "in a local variable"
    )]
    [InlineData(
        "object M() => new System.Collections.Generic.List<double>();",
        "Planted.M: System.Collections.Generic.List`1..ctor"
    )]
    [InlineData("object M() => System.Array.Empty<float>();", "Planted.M: a generic method (floating point)")]
    [InlineData("long M(long a) => (long)System.Math.Sqrt(a);", "Planted.M: System.Math.Sqrt (floating point)")]
    [InlineData("object M() => System.TimeSpan.FromDays(1.0);", "System.TimeSpan.FromDays (floating point)")]
    [InlineData("object M() => typeof(double);", "System.Double (floating point)")]
    public void A_planted_floating_point_number_is_reported(string member, string expected) =>
        Assert.Contains(Broken(member), fault => fault.Contains(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("long M(long a, long b) => checked(a + b);")]
    [InlineData("System.Int128 M(long a, long b) => (System.Int128)a * b;")]
    [InlineData("System.Collections.Generic.IEnumerable<int> M() { yield return 1; }")]
    [InlineData("string M(long a) => a.ToString(System.Globalization.NumberFormatInfo.InvariantInfo);")]
    [InlineData("record Fact(System.DateOnly On, string Text);")]
    [InlineData("byte[] M(byte[] b) => System.Security.Cryptography.SHA256.HashData(b);")]
    [InlineData(
        "string M(string a) => a switch { \"a\" => \"1\", \"b\" => \"2\", \"c\" => \"3\", _ => $\"{a.Length}\" };"
    )]
    [InlineData("string M(int a) => a switch { 0 => \"a\", 1 => \"b\", 2 => \"c\", 3 => \"d\", _ => \"e\" };")]
    [InlineData("System.IO.MemoryStream M() => new();")]
    public void What_is_pure_passes(string member) => Faults.AssertNone(Broken(member));

    [Fact]
    public void The_tree_has_a_pure_Domain()
    {
        var built = File.ReadAllBytes(Repository.Here.Built("src/Domain/Openbook.Domain.csproj", "Openbook.Domain"));
        Faults.AssertNone(BannedCalls.Broken(built));
    }

    private static IEnumerable<string> Broken(string member) =>
        BannedCalls.Broken(Compiler.Compile($"#nullable enable\npublic class Planted {{ {member} }}"));
}
