using Openbook.House.Tests.Reading;
using Openbook.House.Tests.Rules;

namespace Openbook.House.Tests.Tests;

public sealed class LengthsTests
{
    private static readonly string Tall = string.Concat(Enumerable.Repeat("x();\n", Lengths.MethodLines - 1));
    private static readonly string Fits = string.Concat(Enumerable.Repeat("x();\n", Lengths.MethodLines - 3));

    [Theory]
    [InlineData("class A {\nvoid Long()\n{\n# }\n}", "a.cs:2: Long has")]
    [InlineData("class A {\nA()\n{\n# }\n}", "a.cs:2: A has")]
    [InlineData("class A { int P {\nget {\n# return 1; } } }", "P.get has")]
    [InlineData("class A { System.Action f = () =>\n{\n# }; }", "has 62 lines")]
    [InlineData("x();\n# y();", "the program itself")]
    public void A_planted_long_method_is_reported(string shape, string expected) =>
        Faults.AssertExactly(Broken(shape.Replace("#", Tall, StringComparison.Ordinal)), expected);

    [Fact]
    public void A_planted_long_local_function_is_reported() =>
        Faults.AssertExactly(
            Broken("class A { void Outer() {\nvoid Inner()\n{\n" + Tall + "}\n}\n}"),
            "Outer has",
            "a.cs:2: Inner has"
        );

    [Fact]
    public void A_planted_long_file_is_reported() =>
        Faults.AssertExactly(
            Broken(string.Concat(Enumerable.Repeat("// a\n", Lengths.FileLines + 1))),
            "a.cs: 401 lines"
        );

    [Fact]
    public void A_method_and_a_file_of_just_the_limit_pass()
    {
        Faults.AssertNone(Broken("class A {\nvoid Fits()\n{\n" + Fits + "}\n}"));
        Faults.AssertNone(Broken(string.Concat(Enumerable.Repeat("// a\n", Lengths.FileLines))));
    }

    [Fact]
    public void Braces_in_texts_and_comments_and_the_rows_of_a_theory_do_not_count() =>
        Faults.AssertNone(
            Broken(
                "class A {\n"
                    + string.Concat(Enumerable.Repeat("[InlineData(1)]\n", 100))
                    + "void Short() { var a = \"{\"; var b = '{'; /* { */ var c = $\"{{{a}\"; var d = \"\"\"{\"\"\"; }\n"
                    + string.Concat(Enumerable.Repeat("void M() { } // {\n", 100))
                    + "}"
            )
        );

    [Fact]
    public void The_tree_has_short_methods_and_files() =>
        Faults.AssertNone(Lengths.Broken(Repository.Here.Under(["src", "tests"], ".cs")));

    private static IEnumerable<string> Broken(string text) => Lengths.Broken([new TextFile("a.cs", text)]);
}
