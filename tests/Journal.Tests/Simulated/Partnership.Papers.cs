using Openbook.Oracle;

namespace Openbook.Journal.Tests.Simulated;

/// <summary>What is handed in: costs, counts, payments, agreements; the same again; corrections.</summary>
public sealed partial class Partnership
{
    private string NextFile(string kind) => $"{kind}-{++files}.csv";

    private void HandIn(List<MadeLine> lines, bool mayBeOvertaken = true)
    {
        if (lines.Count > 0)
        {
            var rows = lines.Select((line, i) => (i + 2, line)).ToList();
            HandIn(lines, rows, "costs", skipKnown: false, mayBeOvertaken ? Meanwhile : null);
        }
    }

    private void HandIn(
        List<MadeLine> lines,
        List<(int Row, MadeLine Made)> kept,
        string what,
        bool skipKnown,
        Action? meanwhile
    )
    {
        var file = (Name: NextFile("costs"), Csv: Papers.Costs(lines));
        Done(
            what,
            (clerk, key) => clerk.Costs(file.Name, file.Csv, skipKnown, key),
            entry =>
            {
                memory.Tell(new LinesRecorded([.. kept.Select(item => item.Made.Line)]), Today);
                ledger.Add(entry, kept);
                ledger.Files.Add(file);
            },
            meanwhile
        );
    }

    // What the other clerk records while the first is still reading.
    private void Meanwhile()
    {
        switch (chance.Below(3))
        {
            case 0:
                HandIn(ledger.Make(1).FindAll(line => line.Nature != "reversal"), mayBeOvertaken: false);
                break;
            case 1:
                Count(chance.Pick(MadeAgreement.Drivers), memory.FirstOpen);
                break;
            default:
                Pay();
                break;
        }
    }

    // Councils hand the same in again, or a longer list in which most is known.
    private void HandInAgain()
    {
        if (ledger.Files.Count == 0)
        {
            return;
        }
        var file = chance.Pick(ledger.Files);
        Refused("same file", (clerk, key) => clerk.Costs("again.csv", file.Csv, false, key), Refuse.FileKnown);
        var known = ledger.Lines.FindAll(line => line.Made.Id.Length > 0 && line.At.Row > 0 && !line.IsReversal);
        if (known.Count == 0)
        {
            return;
        }
        var old = chance.Some(known).Take(4).Select(line => line.Made).ToList();
        var wrong = old[0] with { Line = old[0].Line with { Pence = old[0].Line.Pence + 1 } };
        Refuses("known, changed", [wrong], true, Refuse.LineKnownOtherwise);
        Refuses("known", [.. old, .. ledger.Make(1)], false, Refuse.LineKnown);
        Refuses("nothing new", [.. old], true, Refuse.NothingNew);
        var fresh = ledger.Make(2).FindAll(line => old.TrueForAll(item => item.Id != line.Corrects));
        if (fresh.Count > 0)
        {
            var kept = fresh.Select((line, i) => (old.Count + i + 2, line)).ToList();
            HandIn([.. old, .. fresh], kept, "skip known", skipKnown: true, null);
        }
    }

    // By chance the lines chosen may be a whole file that was handed in before.
    private void Refuses(string what, List<MadeLine> lines, bool skipKnown, RefusalCode code)
    {
        var csv = Papers.Costs(lines);
        Refused(what, (clerk, key) => clerk.Costs($"{what}.csv", csv, skipKnown, key), code, Refuse.FileKnown);
    }

    private void Count(string driver, int month, bool isPositive = false)
    {
        string[] counts = isPositive
            ? ["1", "2", "77", "4200"]
            : ["0", "1", "10", "4200", "3.5", "12345.678901", "999999999999"];
        var day = isPositive ? OracleMonth.LastDay(month) : OracleMonth.LastDay(month).AddDays(-chance.Below(28));
        Count([.. memory.Partners.Select(partner => new OracleCount(day, driver, partner, chance.Pick(counts)))]);
    }

    private void Count(List<OracleCount> counts)
    {
        var (name, csv) = (NextFile("counts"), Papers.Counts(counts));
        Done(
            "counts",
            (clerk, key) => clerk.Counts(name, csv, key),
            _ => memory.Tell(new Oracle.CountsRecorded(counts), Today)
        );
    }

    private void Pay()
    {
        var from = chance.Pick(memory.Partners);
        var to = chance.Pick([.. memory.Partners.Where(partner => partner != from)]);
        var day = OracleMonth.LastDay(ledger.NearMonth(3, 2)).AddDays(-chance.Below(28));
        var payment = new OraclePayment(day, from, to, chance.Between(1, 10_000_000));
        var name = NextFile("payments");
        var csv = Papers.Payments([payment], name);
        Done(
            "payment",
            (clerk, key) => clerk.Payments(name, csv, key),
            _ => memory.Tell(new Oracle.PaymentsRecorded([payment]), Today)
        );
        if (chance.OneIn(4))
        {
            Refused("same payment", (clerk, key) => clerk.Payments("again.csv", csv, key), Refuse.FileKnown);
        }
    }

    // A version may wait for ever, when the next is proposed before all have approved it.
    private void Amend()
    {
        if (memory.IsWaiting && !chance.OneIn(4))
        {
            ApproveSome();
            return;
        }
        var terms = MadeAgreement.Next(memory.Agreed, chance);
        var from = ledger.NearMonth(8, 2);
        var (text, first) = (Papers.Agreement(terms), $"{OracleMonth.Text(from)}-01");
        Done(
            terms.Partners.Count > memory.Agreed.Partners.Count ? "join"
                : terms.Partners.Count < memory.Agreed.Partners.Count ? "leave"
                : "amendment",
            (clerk, key) => clerk.Amend(text, first, key),
            _ => memory.Propose(terms, from, Today)
        );
        if (!chance.OneIn(3))
        {
            ApproveSome();
        }
    }

    private void ApproveSome()
    {
        foreach (var partner in memory.Missing.Where(_ => !chance.OneIn(5)).ToList())
        {
            Approve(partner, chance.OneIn(3) ? chance.Below(45) : 0);
        }
    }

    private void Correct()
    {
        if (ledger.Any(line => line.IsReversed && ledger.Holds(line.Line)) is { } before && chance.OneIn(3))
        {
            var other = new LineChange(Amount: new Money(before.Line.Pence + 1));
            Refused(
                "corrected again",
                (clerk, key) => clerk.Correct(before.Name, other, key: key),
                Refuse.LineReversedAlready
            );
        }
        if (ledger.Reversible([]) is not { } line || Change(line.Line) is not var (change, right))
        {
            return;
        }
        // Of a withheld line only a listed customer is known still.
        var supplier =
            !line.IsWithheld || memory.Customers.Contains(line.Line.Supplier) && line.Line.Kind == OracleKind.Income
                ? line.Line.Supplier
                : "";
        var reversal = line.Line with { Pence = -line.Line.Pence, Supplier = supplier };
        right = right with { Supplier = supplier };
        Done(
            "correction",
            (clerk, key) => clerk.Correct(line.Name, change, key: key),
            entry =>
            {
                memory.Tell(new LinesRecorded([reversal, right]), Today);
                line.IsReversed = true;
                ledger.Lines.Add(new KnownLine(new LineRef(entry.Number, 2), new MadeLine("", Today, right, "", "")));
            },
            Meanwhile
        );
    }

    private (LineChange Change, OracleLine Right)? Change(OracleLine line)
    {
        var terms = memory.InForce(line.Month)!;
        var service = chance.Pick(terms.Services).Code;
        var payer = chance.Pick(terms.Partners);
        var month = ledger.NearMonth(12, 1);
        var (change, right) = chance.Below(4) switch
        {
            0 => (new LineChange(Service: service), line with { Service = service }),
            1 => (new LineChange(PaidBy: payer), line with { PaidBy = payer }),
            2 => (
                new LineChange(Month: In.Month(OracleMonth.Text(month))),
                line with
                {
                    Month = month,
                    ToMonth = null,
                }
            ),
            _ => (new LineChange(Amount: new Money(line.Pence + 7)), line with { Pence = line.Pence + 7 }),
        };
        return right != line && ledger.Holds(right) ? (change, right) : null;
    }

    private void Withhold()
    {
        if (ledger.Any(line => !line.IsWithheld && line.Made.Id.Length > 0) is not { } line)
        {
            return;
        }
        // Once words are gone nobody can say that they named a customer whom only a later version lists.
        if (
            line.Line.Kind == OracleKind.Income
            && MadeAgreement.Customers.Except(memory.Customers).Contains(line.Line.Supplier)
        )
        {
            return;
        }
        Done("withholding", (clerk, key) => clerk.Withhold(line.Name, key: key), _ => line.IsWithheld = true);
        Refused("withheld again", (clerk, key) => clerk.Withhold(line.Name, key: key), Refuse.WithheldAlready);
    }
}
