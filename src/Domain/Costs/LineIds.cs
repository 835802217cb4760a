using System.Text;

namespace Openbook.Domain;

/// <summary>The ids of a batch's lines: unique in the file, and new to the Book or known with the same content.</summary>
internal sealed class LineIds
{
    private readonly CostBatch batch;
    private readonly FaultList faults;
    private readonly IdKeys keys;
    private byte[] oneScratch = [];
    private byte[] otherScratch = [];
    private byte[] oneBuffer = [];
    private byte[] otherBuffer = [];

    public LineIds(CostBatch batch, FaultList faults)
    {
        this.batch = batch;
        this.faults = faults;
        keys = new IdKeys(batch.Lines);
        foreach (var (first, repeated) in keys.AddAll(SameId))
        {
            faults.Add(
                Refuse.LineIdRepeated,
                $"The line_id \"{IdOf(repeated)}\" stands in row {Domain.Text.Of(batch.Lines[first].Row)} already.",
                batch.Lines[repeated].Row,
                "line_id"
            );
        }
    }

    /// <summary>The place of the line of an id in this file, or -1.</summary>
    public int PlaceOf(string id)
    {
        foreach (var place in keys.Places(IdKey.Of(id)))
        {
            if (IdOf(place) == id)
            {
                return place;
            }
        }
        return -1;
    }

    /// <summary>The places to record: all (null), or those not known if known ones are to be skipped.</summary>
    public IReadOnlyList<int>? WithoutKnown(IKnownLines known, bool skip, out int skipped)
    {
        HashSet<int>? leftOut = null;
        foreach (var line in known.FindByIds(keys))
        {
            foreach (var place in keys.Places(IdKey.Of(line.LineId)))
            {
                if (IdOf(place) == line.LineId)
                {
                    Known(place, line, skip, ref leftOut);
                }
            }
        }
        skipped = leftOut?.Count ?? 0;
        return leftOut is null ? null : [.. Enumerable.Range(0, batch.Lines.Length).Where(i => !leftOut.Contains(i))];
    }

    private void Known(int place, CostLine line, bool skip, ref HashSet<int>? leftOut)
    {
        var row = batch.Lines[place].Row;
        if (batch.Lines[place].Unreadable != Unreadable.None)
        {
            return;
        }
        if (!SameContent(place, line))
        {
            faults.Add(
                Refuse.LineKnownOtherwise,
                $"\"{line.LineId}\" is line {line.Ref} in the Book, with other content.",
                row,
                "line_id"
            );
        }
        else if (skip)
        {
            (leftOut ??= []).Add(place);
        }
        else
        {
            faults.Add(Refuse.LineKnown, $"\"{line.LineId}\" is line {line.Ref} in the Book.", row, "line_id");
        }
    }

    // A reversal took its month from the line it reverses, so the file's own month says nothing there.
    private bool SameContent(int place, CostLine line)
    {
        ref readonly var figures = ref batch.Lines[place];
        var texts = Texts(place, ref oneBuffer).Read(place, ref oneScratch);
        var sameMonths =
            figures.Nature == CostNature.Reversal
            || (figures.Month == line.Month && figures.ToMonth == (line.ToMonth ?? default));
        return sameMonths
            && figures.Day == line.Date.DayNumber
            && figures.Kind == line.Kind
            && figures.Nature == line.Nature
            && figures.Pence == line.Amount.Pence
            && figures.VatPence == (line.IrrecoverableVat?.Pence ?? LineFigures.NoVat)
            && batch.Names[figures.Service] == line.Service
            && batch.Names[figures.PaidBy] == line.PaidBy
            && Same(texts.CostCentre, line.CostCentre)
            && Same(texts.Account, line.Account)
            && (line.Words is null || SameWords(texts, line.Words));
    }

    private static bool SameWords(LineTexts texts, LineWords words) =>
        Same(texts.Supplier, words.Supplier)
        && Same(texts.Description, words.Description)
        && Same(texts.Reference, words.Reference);

    private static bool Same(ReadOnlySpan<byte> utf8, string text) => Encoding.UTF8.GetString(utf8) == text;

    private string IdOf(int place) =>
        Encoding.UTF8.GetString(Texts(place, ref oneBuffer).Read(place, ref oneScratch).LineId);

    private bool SameId(int one, int other) =>
        Texts(one, ref oneBuffer)
            .Read(one, ref oneScratch)
            .LineId.SequenceEqual(Texts(other, ref otherBuffer).Read(other, ref otherScratch).LineId);

    private ILineTextRange Texts(int place, ref byte[] buffer) => batch.Texts.Range(place, 1, ref buffer);
}
