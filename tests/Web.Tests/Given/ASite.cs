using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Openbook.Cli;
using Openbook.Journal;
using Openbook.Web.Recording;

namespace Openbook.Web.Tests.Given;

/// <summary>The real site on a free port of this machine, over a store of its own.</summary>
public sealed class ASite : IDisposable
{
    private static readonly Lazy<ASite> SharedSample = new(() => Over(Sample.Folder));
    private readonly WebApplication app;
    private readonly HttpClient client;

    private ASite(string folder, WebApplication app, StringWriter log)
    {
        this.app = app;
        Folder = folder;
        Log = log;
        var jar = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        client = new HttpClient(jar) { BaseAddress = new Uri(app.Urls.First()) };
    }

    /// <summary>The site over the samples, for tests that only read.</summary>
    public static ASite OverSample => SharedSample.Value;

    /// <summary>The folder of its store.</summary>
    public string Folder { get; }

    /// <summary>What it told its operator.</summary>
    public StringWriter Log { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address => client.BaseAddress!;

    /// <summary>A site over a folder, which need not hold a store yet.</summary>
    public static ASite Over(string folder, TimeProvider? clock = null) =>
        Over(folder, () => SqliteStore.IsIn(folder) ? SqliteStore.Open(folder) : null, clock, patience: null);

    /// <summary>A site over the store of another, whose pages do not wait for work on files at all.</summary>
    public static ASite Impatient(ASite other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Over(other.Folder, () => SqliteStore.Open(other.Folder), clock: null, TimeSpan.Zero);
    }

    /// <summary>A site over a store that cannot be reached.</summary>
    public static ASite OverLostStore() =>
        Over(
            "",
            () => throw new StoreLostException("The database does not answer.", new IOException("no route")),
            clock: null,
            patience: null
        );

    private static ASite Over(string folder, Func<IStore?> open, TimeProvider? clock, TimeSpan? patience)
    {
        var log = new StringWriter();
        var site = Site.Build(
            new SiteOptions
            {
                OpenStore = open,
                StoreInWords = "the test's folder",
                Clock = clock ?? TimeProvider.System,
                Addresses = [new Uri("http://127.0.0.1:0")],
                Log = TextWriter.Synchronized(log),
                // However busy the machine is, a test's small file is done at once.
                Patience = patience ?? TimeSpan.FromMinutes(1),
                TurnPatience = patience ?? TimeSpan.FromMinutes(1),
            }
        );
        site.StartAsync().GetAwaiter().GetResult();
        return new ASite(folder, site, log);
    }

    /// <summary>A site over a copy of the samples, for tests that record.</summary>
    public static ASite OverCopyOfSample(TimeProvider? clock = null) => Over(Sample.Copy(), clock);

    /// <summary>A site over a store that commands made, each a line of words.</summary>
    public static ASite After(params string[] commands)
    {
        var folder = TestFolders.New();
        Command(folder, commands);
        return Over(folder);
    }

    /// <summary>Runs commands of the program on the site's store, as somebody else would while the site runs.</summary>
    public void Command(params string[] commands) => Command(Folder, commands);

    /// <summary>What a command prints about the site's store.</summary>
    public string Printed(string command) => Run(Folder, command);

    /// <summary>The work on files that goes on in it.</summary>
    public UploadWorks Works => app.Services.GetRequiredService<UploadWorks>();

    /// <summary>The endpoints of the API.</summary>
    public IReadOnlyList<RouteEndpoint> ApiEndpoints =>
        [
            .. ((IEndpointRouteBuilder)app)
                .DataSources.SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal)),
        ];

    /// <summary>Changes what is stored behind the program's back.</summary>
    public void Tamper(string sql)
    {
        using var raw = new Microsoft.Data.Sqlite.SqliteConnection(
            $"Data Source={Directory.GetFiles(Folder, "*.db").Single()};Pooling=false"
        );
        raw.Open();
        using var command = raw.CreateCommand();
        command.CommandText = sql;
        Assert.True(command.ExecuteNonQuery() > 0, "Nothing was tampered with.");
    }

    /// <summary>Asks for a page; a redirection is not followed.</summary>
    public ASitePage Get(string path)
    {
        using var answer = client.GetAsync(new Uri(path, UriKind.Relative)).GetAwaiter().GetResult();
        return ASitePage.Of(path, answer);
    }

    /// <summary>Asks for a page that must be there.</summary>
    public ASitePage Open(string path)
    {
        var page = Get(path);
        Assert.True(page.Status == HttpStatusCode.OK, $"{path} answered {page.Status}: {page.Text}");
        return page;
    }

    /// <summary>Sends a form of a page as a browser would: its hidden fields, and what a person filled in.</summary>
    public ASitePage Send(ASitePage page, string form, params (string Name, string Value)[] fields)
    {
        using var content = page.Form(form, fields, out var action);
        using var answer = client.PostAsync(new Uri(action, UriKind.Relative), content).GetAwaiter().GetResult();
        return ASitePage.Of(action, answer);
    }

    /// <summary>Sends a form with a file.</summary>
    public ASitePage SendFile(
        ASitePage page,
        string form,
        (string Name, string Text) file,
        params (string Name, string Value)[] fields
    ) => SendFile(page, form, (file.Name, System.Text.Encoding.UTF8.GetBytes(file.Text)), fields);

    /// <summary>The same with a file of any bytes.</summary>
    public ASitePage SendFile(
        ASitePage page,
        string form,
        (string Name, byte[] Bytes) file,
        params (string Name, string Value)[] fields
    )
    {
        using var content = page.Form(form, fields, out var action);
        content.Add(new ByteArrayContent(file.Bytes), "File", file.Name);
        using var answer = client.PostAsync(new Uri(action, UriKind.Relative), content).GetAwaiter().GetResult();
        return ASitePage.Of(action, answer);
    }

    /// <summary>Sends anything.</summary>
    public HttpResponseMessage Send(HttpRequestMessage request) => client.Send(request);

    public void Dispose()
    {
        client.Dispose();
        ((IAsyncDisposable)app).DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private static void Command(string folder, string[] commands)
    {
        foreach (var command in commands)
        {
            Run(folder, command);
        }
    }

    private static string Run(string folder, string command)
    {
        var (said, error) = (new StringWriter(), new StringWriter());
        var code = OpenbookProgram.Run(
            command.Split(' '),
            new Shell
            {
                Out = said,
                Error = error,
                Data = folder,
                Folder = folder,
                Variable = _ => null,
            }
        );
        Assert.True(code == 0, $"{command}: {error}");
        return said.ToString();
    }
}
