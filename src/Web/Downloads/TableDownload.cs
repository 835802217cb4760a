using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Openbook.Exchange;

namespace Openbook.Web.Downloads;

/// <summary>Answers with a table as a file, written while it is read: no size is too much for memory.</summary>
public sealed class TableDownload(DownloadTable table, DownloadForm form) : IActionResult
{
    private const int RowsBetweenFlushes = 1000;

    public Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var answer = context.HttpContext.Response;
        if (!form.Holds(table.Count))
        {
            answer.StatusCode = 400;
            return Task.CompletedTask;
        }
        answer.ContentType = form.ContentType;
        answer.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = $"{table.Name}.{form.Word}",
        }.ToString();
        // Workbooks and JSON are written by what knows only to write at once; rows go out as they are made.
        context.HttpContext.Features.Get<IHttpBodyControlFeature>()!.AllowSynchronousIO = true;
        using var to = new BufferedStream(answer.Body, 1 << 16);
        if (form == DownloadForm.Xlsx)
        {
            WorkbookWriter.Write(to, "Openbook", table.Columns, table.Rows);
        }
        else if (form == DownloadForm.Json)
        {
            WriteJson(to);
        }
        else
        {
            WriteCsv(to);
        }
        return Task.CompletedTask;
    }

    private void WriteCsv(Stream to)
    {
        using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        text.Write(string.Join(',', table.Columns.Select(column => column.Heading)) + "\r\n");
        foreach (var row in table.Rows)
        {
            text.Write(string.Join(',', row.Select(CsvText.Cell)) + "\r\n");
        }
    }

    private void WriteJson(Stream to)
    {
        using var json = new Utf8JsonWriter(to);
        var count = 0;
        json.WriteStartArray();
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            for (var i = 0; i < row.Count; i++)
            {
                WriteCell(json, table.Columns[i], row[i]);
            }
            json.WriteEndObject();
            if (++count % RowsBetweenFlushes == 0)
            {
                json.Flush();
            }
        }
        json.WriteEndArray();
    }

    private static void WriteCell(Utf8JsonWriter json, (string Heading, SheetColumn Kind) column, string cell)
    {
        if (column.Kind == SheetColumn.Pounds && Money.TryParse(cell, out var money))
        {
            json.WriteNumber($"{column.Heading}_pence", money.Pence);
        }
        else if (column.Kind == SheetColumn.Whole && long.TryParse(cell, Text.Invariant, out var number))
        {
            json.WriteNumber(column.Heading, number);
        }
        else if (cell.Length == 0)
        {
            json.WriteNull(column.Heading);
        }
        else
        {
            json.WriteString(column.Heading, cell);
        }
    }
}
