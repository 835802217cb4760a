using System.Globalization;

namespace Openbook.Journal.Tests.Batches;

/// <summary>A Book with one batch of 20,000 lines over several blocks; made once, each test works on a copy.</summary>
public sealed class LargeBook : IDisposable
{
    public const int Lines = 20_000;

    private readonly Dictionary<string, IStoreHome> homes = [];

    public LargeBook()
    {
        foreach (var store in StoreHomes.Names)
        {
            var home = AHome.WithOctober(store);
            Came.Done(home.With("2016-11-02", clerk => clerk.Costs("large.csv", Csv(1, Lines))));
            homes[store] = home;
        }
    }

    public IStoreHome Copy(string store) => homes[store].Copy();

    public void Dispose()
    {
        foreach (var home in homes.Values)
        {
            home.Dispose();
        }
    }

    /// <summary>A file of lines; the same number is always the same line.</summary>
    public static string Csv(int first, int last) =>
        "line_id,date,service,amount,paid_by,cost_centre,supplier,description,reference\n"
        + string.Concat(Enumerable.Range(first, last - first + 1).Select(i => Row(Line(i, 0))));

    /// <summary>The line of a number as it should be read back.</summary>
    public static CostLine Line(int i, int row) =>
        new()
        {
            Ref = new LineRef(8, row),
            LineId = $"X/{i:D6}",
            Date = new DateOnly(2016, 10, 1).AddDays(i % 31),
            Month = In.Month("2016-10"),
            Service = (i % 4) switch
            {
                0 => "networks",
                1 => "desktop",
                2 => "apps",
                _ => "libraries",
            },
            CostCentre = i % 9 == 0 ? $"C,{i}" : "",
            Amount = new Money(((long)i * 7919 % 200_003) - 50_000),
            PaidBy = (i % 3) switch
            {
                0 => "ash",
                1 => "beech",
                _ => "cedar",
            },
            Words = new LineWords(Word(i), Word(i / 7), Word(i * 13)),
        };

    private static string Word(int i) =>
        (i % 8) switch
        {
            0 => "",
            1 => $"Plain {i}",
            2 => $"Comma, {i}",
            3 => $"\"Quoted\" {i} \"",
            4 => $"Two\nlines {i}",
            5 => $"\r\n{i}\n",
            6 => $"☃ 𝄞 é {i}",
            _ => $"\",\"\n{i}\"\"",
        };

    private static string Row(CostLine line)
    {
        var cells = new[]
        {
            line.LineId,
            Dates.Iso(line.Date),
            line.Service,
            line.Amount.ToPlain(),
            line.PaidBy,
            line.CostCentre,
            line.Words!.Supplier,
            line.Words.Description,
            line.Words.Reference,
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{string.Join(',', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))}\n"
        );
    }
}
