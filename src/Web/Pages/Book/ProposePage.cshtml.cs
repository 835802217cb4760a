using Microsoft.AspNetCore.Mvc;
using Openbook.Exchange;
using Openbook.Web.Books;
using Openbook.Web.Components;
using Openbook.Web.Forms;
using Openbook.Web.Recording;

namespace Openbook.Web.Pages.Book;

/// <summary>Proposes a change of the agreement, after a look at what it does to everybody's share.</summary>
public sealed class ProposePageModel(BookOnPage place, BookRecorder recorder, Consequences consequences)
    : RecordingPage(place, recorder)
{
    /// <summary>A fault of the text with the line in which it stands.</summary>
    public sealed record TextFault(int? Line, string Stands, string What, string Remedy);

    private AgreementTerms? terms;

    [BindProperty]
    public string? From { get; set; }

    /// <summary>The text of the new version.</summary>
    [BindProperty]
    public string? Wording { get; set; }

    /// <summary>The version on which it builds.</summary>
    public int Base => At.Book.Look(state => state.Newest!.Number);

    public IReadOnlyList<TextFault> TextFaults { get; private set; } = [];

    /// <summary>The clauses that differ from the version on which it builds.</summary>
    public IReadOnlyList<ClausePair> Changes { get; private set; } = [];

    public Effect? Effect { get; private set; }

    public string CountsFrom => Dates.Words(Day!.Value);

    public string RecordedFor => At.Names.GetValueOrDefault(By!, By!);

    public IReadOnlyList<(string Name, string? Value)> Hidden =>
        [(nameof(Key), Key), (nameof(From), From), (nameof(Wording), Written), (nameof(By), By)];

    private DateOnly? Day => FormDate.Day(From);

    // Browsers end lines in their own way; the Book keeps one.
    private string Written => (Wording ?? "").ReplaceLineEndings("\n");

    public IActionResult OnGet()
    {
        if (Refused() is { } refused)
        {
            return refused;
        }
        Key = BookRecorder.NewKey();
        By = At.Book.Look(state => state.Host);
        Wording = At.Book.Look(state => state.Newest!.Text);
        return Page();
    }

    public IActionResult OnPost()
    {
        if (Refused() is { } refused)
        {
            return refused;
        }
        if (Do is not ("check" or "record") || !Check())
        {
            return Page();
        }
        if (Do == "record")
        {
            return Record(
                $"propose\n{Dates.Iso(Day!.Value)}\n{Written}",
                (_, state, _) => Decide(state),
                entry => At.Links.Version(((AgreementProposed)entry.Fact).Version)
            );
        }
        if (Try(Decide) is not null)
        {
            ShowEffect();
        }
        return Page();
    }

    private Outcome<Act> Decide(BookState state) => Proposing.Decide(state, Day!.Value, Written, terms!, By);

    private void ShowEffect()
    {
        var before = At.Book.Look(state => Clauses.Of(state.Newest!.Terms));
        Changes = [.. ClausePair.Of(before, Clauses.Of(terms!)).Where(pair => pair.Word != "Same")];
        Effect = consequences.Of("proposal", new Imagined.Amendment(Day!.Value, Written, terms!));
    }

    private bool Check()
    {
        if (Day is not { Day: 1 })
        {
            Faults.Add("From", "The day from which it counts must be the first of a month, such as 1 July 2018");
        }
        CheckText();
        CheckCouncil();
        return !Faults.Any;
    }

    private void CheckText()
    {
        if (string.IsNullOrWhiteSpace(Wording))
        {
            Faults.Add("Wording", "Enter the text of the new version");
            return;
        }
        var read = AgreementText.Read(Written, "the text");
        if (read.IsDone)
        {
            terms = read.Value;
            return;
        }
        var lines = Written.Split('\n');
        TextFaults =
        [
            .. read.Refusals.Select(refusal => new TextFault(
                refusal.Place?.Row,
                refusal.Place?.Row is { } row && row <= lines.Length ? lines[row - 1].Trim() : "",
                refusal.What,
                Remedies.Of(refusal)
            )),
        ];
        foreach (var fault in TextFaults)
        {
            Faults.Add("Wording", $"{(fault.Line is { } line ? $"Line {Text.Of(line)}: " : "")}{fault.What}");
        }
    }
}
