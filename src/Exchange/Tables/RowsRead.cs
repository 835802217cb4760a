namespace Openbook.Exchange;

/// <summary>Watches a long reading: it is told now and then how many rows are read so far. What it throws ends the reading.</summary>
/// <param name="rows">How many.</param>
public delegate void RowsRead(int rows);
