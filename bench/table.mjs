// The rows of the results, and the table that is printed of them.

import { median } from './measure.mjs';

const headings = ['Lines', 'What', 'Median', 'Spread', 'Of DuckDB', 'Must', 'Result'];

/** A row of timed runs; with `atMost` it passes or fails by its median, or by its ratio to the peer's median. */
export function timeRow(lines, what, runs, { peer, atMost } = {}) {
  const middle = median(runs);
  const ratio = peer === undefined ? undefined : middle / peer;
  const row = { lines, what, unit: 's', runs, median: middle, least: Math.min(...runs), most: Math.max(...runs), ratio };
  return judged(row, ratio ?? middle, atMost);
}

export function memoryRow(lines, what, bytes, atMost) {
  return judged({ lines, what, unit: 'bytes', bytes, bytesALine: bytes / lines }, bytes / lines, atMost);
}

export function flushRow(lines, what, count) {
  const row = { lines, what, unit: 'flushes', count };
  return count === null ? row : { ...row, atLeast: 1, passed: count >= 1 };
}

/** A row for a check of the answers: it passes without an error, and fails with one. */
export function checkRow(lines, what, error) {
  return { lines, what, unit: 'check', passed: !error, ...(error && { error: error.message }) };
}

export function print(rows) {
  const cells = [headings, ...rows.map(cellsOf)];
  const widths = headings.map((_, i) => Math.max(...cells.map((row) => row[i].length)));
  const right = [0, 2, 4];
  for (const row of cells) {
    const padded = row.map((cell, i) => (right.includes(i) ? cell.padStart(widths[i]) : cell.padEnd(widths[i])));
    console.log(padded.join('  ').trimEnd());
  }
  for (const row of rows.filter((each) => each.error)) {
    console.log(`\nFAIL ${row.what}, ${row.lines.toLocaleString('en-GB')} lines: ${row.error}`);
  }
}

function judged(row, value, atMost) {
  return atMost === undefined ? row : { ...row, atMost, passed: value <= atMost };
}

function cellsOf(row) {
  const [middle, spread, ratio, must] = {
    s: () => [seconds(row.median), `${row.least.toFixed(3)} to ${row.most.toFixed(3)}`, times(row.ratio), limit(row)],
    bytes: () => [`${Math.round(row.bytesALine)} B a line`, `peak ${Math.round(row.bytes / 1e6)} MB`, '', limit(row)],
    flushes: () => [row.count === null ? 'not watched' : String(row.count), '', '', 'at least 1'],
    check: () => ['', '', '', row.what.startsWith('answer') ? 'agrees' : 'runs'],
  }[row.unit]();
  const result = row.passed === undefined ? '' : row.passed ? 'PASS' : 'FAIL';
  return [row.lines ? row.lines.toLocaleString('en-GB') : '', row.what, middle, spread, ratio, must, result];
}

function limit({ unit, ratio, atMost }) {
  if (atMost === undefined) return '';
  if (unit === 'bytes') return `at most ${atMost} B`;
  return ratio === undefined ? `at most ${atMost} s` : `at most ${atMost.toFixed(1)}×`;
}

function seconds(value) {
  return `${value.toFixed(3)} s`;
}

function times(ratio) {
  return ratio === undefined ? '' : `${ratio.toFixed(2)}×`;
}
