using System.Numerics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Openbook.Web.Books;
using Openbook.Web.Components;
using Openbook.Web.Drafts;

namespace Openbook.Web.Pages.Book;

/// <summary>A council's statement of a period, to read, print and file.</summary>
public sealed class StatementPageModel(BookOnPage place) : PageModel
{
    /// <summary>A line as the statement shows it.</summary>
    public sealed record Line(
        string Code,
        string Service,
        string For,
        string What,
        string SharedBy,
        long PoolPence,
        string Percent,
        long SharePence,
        int Step
    );

    /// <summary>Lines that belong together.</summary>
    public sealed record Block(string Title, IReadOnlyList<Line> Lines, long SharePence);

    public Period Period { get; private set; }

    public Statement Statement { get; private set; } = null!;

    public PartnerStatement Partner { get; private set; } = null!;

    public IReadOnlyList<Block> Blocks { get; private set; } = [];

    /// <summary>The draft that was issued and still holds; null once it is closed.</summary>
    public IssuedDraft? Draft { get; private set; }

    public string Host { get; private set; } = "";

    /// <summary>Whether this council can still answer the draft: now, and unless it accepted it. The host never does.</summary>
    public bool CanAnswer { get; private set; }

    public string Agreement { get; private set; } = "";

    public string Answer =>
        Partner.Figures.CarriedForwardPence switch
        {
            > 0 => $"{Name} has {Show.Size(Partner.Figures.CarriedForwardPence)} to pay after {Period.ToWords()}.",
            < 0 => $"{Name} has {Show.Size(Partner.Figures.CarriedForwardPence)} to receive after {Period.ToWords()}.",
            _ => $"{Name} owes nothing after {Period.ToWords()}, and is owed nothing.",
        };

    public string HowToPay =>
        Partner.Figures.CarriedForwardPence switch
        {
            > 0 =>
                $"Pay {Show.Size(Partner.Figures.CarriedForwardPence)} to the councils that are to receive, as the host arranges.",
            < 0 =>
                $"You will receive {Show.Size(Partner.Figures.CarriedForwardPence)} from the councils that are to pay.",
            _ => "There is nothing to pay.",
        };

    private string Name => Statement.Names[Partner.Figures.Partner];

    public IActionResult OnGet(string period, string partner)
    {
        if (BookLinks.PeriodOf(period) is not { } asked || place.Book.Statements(asked) is not { IsDone: true } found)
        {
            return NotFound();
        }
        Period = asked;
        Statement = found.Value;
        if (Statement.Partners.FirstOrDefault(item => item.Figures.Partner == partner) is not { } mine)
        {
            return NotFound();
        }
        Partner = mine;
        if (DraftOnPage.Of(place, asked) is { Report: { IsClosed: false, IsOvertaken: false } report } draft)
        {
            Draft = report.Draft;
            CanAnswer =
                draft.CanAct
                && report.Councils.Any(item => item.Council == partner && item.Answer != DraftAnswer.Accepted);
        }
        var version = place.Book.Look(state => state.VersionInForce(asked.Month) ?? state.Newest!);
        Host = place.Names.GetValueOrDefault(version.Terms.Host, version.Terms.Host);
        Agreement = $"Version {Text.Of(version.Number)}";
        Blocks =
        [
            .. new[]
            {
                BlockOf("Costs of the period", line => !line.Pool.IsTrueUp && line.Pool.Key.ForMonth >= asked.Month),
                BlockOf("Late items", line => !line.Pool.IsTrueUp && line.Pool.Key.ForMonth < asked.Month),
                BlockOf("Prior-period adjustments", line => line.Pool.IsTrueUp),
            }.Where(block => block.Lines.Count > 0),
        ];
        return Page();
    }

    private Block BlockOf(string title, Func<StatementLine, bool> belongs)
    {
        var lines = Partner.Lines.Where(belongs).ToList();
        return new Block(title, [.. lines.Select(LineOf)], lines.Sum(line => line.Part.Pence));
    }

    private Line LineOf(StatementLine line)
    {
        var key = line.Pool.Key;
        var name = place.Book.Look(state => state.VersionInForce(Period.Month)?.Terms.FindService(key.Service)?.Name);
        var weights = line.Pool.Weights.Of;
        var mine = weights.FirstOrDefault(item => item.Partner == Partner.Figures.Partner)?.Weight.Millionths ?? 0;
        var all = weights.Aggregate(BigInteger.Zero, (sum, item) => sum + item.Weight.Millionths);
        return new Line(
            key.Service,
            (name ?? place.Named.Service(key.Service))
                + (key.Overhead is { } overhead ? $", part of {place.Named.Service(overhead)}" : ""),
            key.ForMonth.ToWords(),
            Show.Kind(key, place.Named),
            Basis.Of(line.Pool.Weights, place.Named),
            line.Pool.Pence,
            Percent.Of(mine, all),
            line.Part.Pence,
            line.Step
        );
    }
}
