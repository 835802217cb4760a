using System.Globalization;
using System.Text;
using Openbook.Domain;
using Openbook.Exchange;
using Openbook.Journal;

// A process that appends payments to a Book one after another, as often as it is told:
//   dotnet Openbook.Appender.dll CONNECTION BOOK NAME COUNT
// It says "ready" and waits for a line before it begins, so that several begin together. What it prints then is, line by line,
// an act that was acknowledged ("KEY ENTRY") or a fault, after which it tries the same act again.
var (connection, book, name) = (args[0], args[1], args[2]);
var count = int.Parse(args[3], CultureInfo.InvariantCulture);
IStore? store = null;
BookJournal? journal = null;
Console.WriteLine("ready");
Console.ReadLine();
for (var i = 0; i < count; )
{
    try
    {
        store ??= PostgresStore.Open(PostgresAddress.Parse(connection)!);
        journal ??= new BookJournal(store, TimeProvider.System, name);
        var done = Append(journal, book, string.Create(CultureInfo.InvariantCulture, $"{name}-{i}"), i);
        Console.WriteLine($"{name}-{i} {done.Entry.Number}{(done.Repeated ? " again" : "")}");
        i++;
    }
    catch (StoreException fault)
    {
        Console.WriteLine($"fault {fault.Message}");
        store?.Dispose();
        (store, journal) = (null, null);
        Thread.Sleep(50);
    }
}
store?.Dispose();
return 0;

static Recorded Append(BookJournal journal, string book, string key, int i)
{
    var csv = string.Create(
        CultureInfo.InvariantCulture,
        $"date,from,to,amount,reference,for\n2016-05-02,brook,ashby,{i + 1}.00,{key},on-account\n"
    );
    var file = SourceFile.Of($"{key}.csv", Encoding.UTF8.GetBytes(csv)).Value;
    var rows = PaymentsFile.Read(file).Value;
    return journal
        .Record(
            book,
            isNew: false,
            new ClientRequest(key, file.Sha256()),
            (state, _) =>
                new Act
                {
                    Fact = RecordPayments.Decide(state, file.ToSource(), rows).Value,
                    Effective = new DateOnly(2016, 5, 2),
                    By = "ashby",
                }
        )
        .Value;
}
