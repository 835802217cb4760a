using System.Text.Json.Nodes;
using Openbook.Cli.Tests.Given;

namespace Openbook.Cli.Tests.Commands;

/// <summary>Drafts from the command line: what is said, what is shown, and that the figures stay.</summary>
public sealed class DraftTests
{
    [Fact]
    public void A_draft_goes_from_issue_to_close_entry_by_entry()
    {
        using var session = Small.October();
        var before = session.Do("statement cih 2016-10 --format csv");
        Assert.Equal(
            "Entry 8 of cih: draft 8 of October 2016 is issued, to be answered by 29 November 2016.\n",
            session.Do("issue cih 2016-10")
        );
        Assert.Equal(
            "Entry 9 of cih: query 9 about line 6#3 by islington.\n",
            session.Do("query cih c-2 --because \"Is this not Camden's own?\" --by islington")
        );
        Assert.Equal(
            "Entry 10 of cih: islington accepts draft 8 of October 2016.\n",
            session.Do("accept cih 2016-10 --by islington --draft 8 --key mine")
        );
        Assert.StartsWith(
            "Recorded before: Entry 10 of cih",
            session.Do("accept cih 2016-10 --by islington --draft 8 --key mine"),
            StringComparison.Ordinal
        );
        session.Do("query cih 6#2 --because Ours? --by haringey");
        Assert.Equal(
            "Entry 12 of cih: query 11 is answered: the line will be corrected.\n",
            session.Do("answer cih 11 --because \"It is not\" --corrected")
        );
        Assert.Equal(before, session.Do("statement cih 2016-10 --format csv"));
        session.All("verify cih", "close cih 2016-10", "verify cih");
    }

    [Fact]
    public void Drafts_shows_who_answered_what()
    {
        using var session = Talked();
        Assert.Equal(
            """
            Draft 8 of October 2016, issued on 22 November 2016, to be answered by 29 November 2016
            1 of 2 councils accepted it.

            Council    Answer          Entry  On
            islington  queries a line     10  22 November 2016
            haringey   accepted            9  22 November 2016

            Query  Line  Council    State  Words
               10  6#2   islington  open   Why so, then?

            """,
            session.Do("drafts cih")
        );
        Assert.Equal("No draft of November 2016 was issued.\n", session.Do("drafts cih 2016-11"));
        Assert.Contains("No draft was issued yet.", session.Do("drafts cih --at 7"), StringComparison.Ordinal);
    }

    [Fact]
    public void Drafts_as_CSV_has_a_row_for_each_council_and_query()
    {
        using var session = Talked();
        session.Do("answer cih 10 --because \"By the agreement\"");
        Assert.Equal(
            """
            book,period,draft,until,overtaken,what,partner,state,entry,on,line,words,answer_entry,answer_words
            cih,2016-10,8,2016-11-29,no,partner,islington,answered,11,2016-11-22,,,,
            cih,2016-10,8,2016-11-29,no,partner,haringey,accepted,9,2016-11-22,,,,
            cih,2016-10,8,2016-11-29,no,query,islington,stands,10,2016-11-22,6#2,"Why so, then?",11,By the agreement

            """,
            session.Do("drafts cih 2016-10 --format csv")
        );
    }

    [Fact]
    public void An_overtaken_draft_says_so_and_so_does_one_that_was_closed_otherwise()
    {
        using var session = Talked();
        session.Do("correct cih c-1 --amount 90 --because \"A credit note\"");
        Assert.Contains("issue a new draft", session.Do("drafts cih 2016-10"), StringComparison.Ordinal);
        var json = JsonNode.Parse(session.Do("drafts cih 2016-10 --format json"))!;
        Assert.True((bool)json["draft"]!["overtaken"]!);
        session.Do("close cih 2016-10");
        var text = session.Do("drafts cih");
        Assert.Contains("The period was closed with other figures.", text, StringComparison.Ordinal);
        Assert.Contains("left open at the close", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_tell_of_it_in_sentences()
    {
        using var session = Talked();
        session.Do("answer cih 10 --because \"By the agreement\"");
        var text = session.Do("entries cih");
        Assert.Contains(
            "The draft of October 2016 was issued to the councils, to be answered by 29 November 2016.",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("Draft 8 was accepted.", text, StringComparison.Ordinal);
        Assert.Contains("Line 6#2 of draft 8 was queried: \"Why so, then?\".", text, StringComparison.Ordinal);
        Assert.Contains(
            "Query 10 was answered: the line stands, \"By the agreement\".",
            text,
            StringComparison.Ordinal
        );
    }

    private static Session Talked() =>
        Small
            .October()
            .All(
                "issue cih 2016-10",
                "accept cih 2016-10 --by haringey",
                "query cih c-1 --because \"Why so, then?\" --by islington"
            );
}
