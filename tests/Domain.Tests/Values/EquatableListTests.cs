namespace Openbook.Domain.Tests.Values;

public sealed class EquatableListTests
{
    [Fact]
    public void Lists_with_the_same_items_in_the_same_order_are_equal()
    {
        var one = new EquatableList<string>(["a", "b"]);
        var same = new List<string> { "a", "b" }.ToEquatableList();
        Assert.True(one.Equals(same));
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.False(one.Equals(new EquatableList<string>(["b", "a"])));
        Assert.False(one.Equals(new EquatableList<string>(["a"])));
        Assert.False(one.Equals(null));
        Assert.False(one.Equals((object)"a"));
        Assert.True(EquatableList<string>.Empty.Equals(new EquatableList<string>([])));
    }

    [Fact]
    public void A_list_is_a_copy_that_never_changes()
    {
        var items = new List<int> { 1, 2 };
        var list = items.ToEquatableList();
        items.Add(3);
        Assert.Equal([1, 2], list);
        Assert.Equal((2, 2), (list.Count, list[1]));
    }

    [Fact]
    public void Records_that_hold_lists_are_equal_by_content()
    {
        var one = new Overhead("m", "M", new EquatableList<string>(["a"]), false);
        Assert.Equal(one, one with { Over = new EquatableList<string>(["a"]) });
        Assert.NotEqual(one, one with { Over = new EquatableList<string>(["b"]) });
        SharingRule rule = new SharingRule.Fixed(new EquatableList<PartnerWeight>([new("a", Weight.One)]));
        Assert.Equal(rule, new SharingRule.Fixed(new EquatableList<PartnerWeight>([new("a", Weight.One)])));
    }
}
