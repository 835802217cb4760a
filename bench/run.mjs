// Openbook beside DuckDB: first checks that the answers are the same, then times them, then weighs them.
//
//   node bench/run.mjs [--sizes 10000,100000,1000000] [--rounds 5] [--program DIR] [--json FILE]
//
// Prints a table; the exit code is 1 if a must fails or an answer differs, 2 for wrong usage. See README.md.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { mustAgree, mustHaveMoved, readPeer, readStatements } from './answers.mjs';
import { Commands, copyWithOneLineChanged } from './commands.mjs';
import { flushesOf, peakOf, timed } from './measure.mjs';
import { checkRow, flushRow, memoryRow, print, timeRow } from './table.mjs';

const must = { reckon: 1, monthEnd: 2, small: 0.15, bytesALine: 256 };
const memoryFrom = 1_000_000; // below this the runtime's own memory says more than the lines do
const smallBook = 10_000;
const smallRounds = 4; // small commands are run so many times a round
const changedBy = 123_457; // pence
const memoryFileSystem = 0x01021994;
const work = 'bench/.work';
const duckdbPackage = 'bench/node_modules/@duckdb/node-api/package.json';

class Bench {
  rows = [];

  constructor(commands, rounds) {
    this.commands = commands;
    this.rounds = rounds;
  }

  store(name) {
    return `${work}/store-${name}`;
  }

  async size(lines) {
    say(`${lines} lines: making the data`);
    await timed(this.commands.makeData(lines), `${work}/made.txt`);
    const changed = `${this.commands.data(lines)}/changed.csv`;
    const line = copyWithOneLineChanged(this.commands.costs(lines), changed, changedBy);
    const peer = await this.peerAnswers(lines, changed, line);
    const agreed = await this.check(lines, 'answer of reckon', () => this.checkReckon(lines, changed, line, peer));
    const stored = await this.check(lines, 'answer of the month-end', () =>
      this.checkMonthEnd(lines, changed, line, peer, agreed));
    rmSync(changed);
    spawnSync('sync');
    await this.timeSize(lines, agreed, stored);
  }

  /** The peer's answers to the file and to its changed copy. If it has none there is nothing to measure against. */
  async peerAnswers(lines, changed, line) {
    const answer = async (costs) => {
      await timed(this.commands.peer(lines, costs), `${work}/peer.json`);
      return readPeer(`${work}/peer.json`);
    };
    const peer = { before: await answer(), after: await answer(changed) };
    mustHaveMoved('DuckDB', peer.before, peer.after, line, changedBy);
    return peer;
  }

  async checkReckon(lines, changed, line, peer) {
    const answer = async (costs) => {
      await timed(this.commands.reckon(lines, costs), `${work}/reckon.json`);
      return readStatements(`${work}/reckon.json`);
    };
    const ours = { before: await answer(), after: await answer(changed) };
    mustAgree('reckon beside DuckDB', ours.before, peer.before, 1);
    mustHaveMoved('reckon', ours.before, ours.after, line, changedBy);
    mustAgree('reckon beside DuckDB, one line changed', ours.after, peer.after, 1);
    return ours;
  }

  async checkMonthEnd(lines, changed, line, peer, reckoned) {
    const answer = async (costs) => {
      await this.monthEnd(lines, costs);
      return readStatements(`${work}/statements.json`, 'closed');
    };
    const ours = { before: await answer(), after: await answer(changed) };
    mustAgree('month-end beside DuckDB', ours.before, peer.before, 1);
    mustHaveMoved('month-end', ours.before, ours.after, line, changedBy);
    mustAgree('month-end beside DuckDB, one line changed', ours.after, peer.after, 1);
    if (!reckoned) return ours;
    mustAgree('month-end beside reckon', ours.before, reckoned.before, 0);
    mustAgree('month-end beside reckon, one line changed', ours.after, reckoned.after, 0);
    return ours;
  }

  /** One month-end on a fresh Book; seconds of its three commands. The Book's set-up is not counted. */
  async monthEnd(lines, costs) {
    const store = this.store('month-end');
    await this.commands.freshBook(lines, store);
    const seconds = [];
    for (const command of this.commands.monthEnd(lines, store, costs)) {
      seconds.push(await timed(command, `${work}/statements.json`));
    }
    rmSync(store, { recursive: true });
    return seconds;
  }

  /** Rounds in turn, each starting with another contestant; every answer is read again, outside of the clock. */
  async timeSize(lines, reckoned, stored) {
    const peer = [];
    const reckon = [];
    const steps = [];
    const contestants = [async () => { peer.push(await timed(this.commands.peer(lines), `${work}/peer.json`)); }];
    if (reckoned) {
      contestants.push(async () => {
        reckon.push(await timed(this.commands.reckon(lines), `${work}/reckon.json`));
        mustAgree('reckon, when timed', readStatements(`${work}/reckon.json`), reckoned.before, 0);
      });
    }
    if (stored) {
      contestants.push(async () => {
        steps.push(await this.monthEnd(lines));
        mustAgree('month-end, when timed', readStatements(`${work}/statements.json`, 'closed'), stored.before, 0);
      });
    }
    for (let round = 0; round < this.rounds; round++) {
      say(`${lines} lines: round ${round + 1} of ${this.rounds}`);
      for (let i = 0; i < contestants.length; i++) await contestants[(round + i) % contestants.length]();
    }
    this.addTimes(lines, peer, reckon, steps);
  }

  addTimes(lines, peer, reckon, steps) {
    const base = timeRow(lines, 'DuckDB', peer);
    this.rows.push(base);
    if (reckon.length) this.rows.push(timeRow(lines, 'reckon', reckon, { peer: base.median, atMost: must.reckon }));
    if (!steps.length) return;
    const whole = steps.map((each) => each.reduce((sum, step) => sum + step, 0));
    this.rows.push(timeRow(lines, 'month-end, stored', whole, { peer: base.median, atMost: must.monthEnd }));
    ['import costs', 'close --through', 'statement --all'].forEach((what, i) =>
      this.rows.push(timeRow(lines, `  of it ${what}`, steps.map((each) => each[i]), { peer: base.median })));
  }

  /** What the peer takes to start and end with no question asked; a measure of the small sizes, not a must. */
  async peerStart() {
    const runs = [];
    for (let i = 0; i < this.rounds; i++) runs.push(await timed(this.commands.peerStart(), `${work}/start.txt`));
    this.rows.push(timeRow(0, 'DuckDB, only started', runs));
  }

  async small() {
    await timed(this.commands.makeData(smallBook), `${work}/made.txt`);
    const store = this.store('small');
    await this.commands.freshBook(smallBook, store);
    await this.flushes(smallBook, store);
    say('small commands');
    const runs = { books: [], statement: [] };
    for (let i = 0; i < this.rounds * smallRounds; i++) {
      for (const what of Object.keys(runs)) {
        runs[what].push(await timed(this.commands[what](store), `${work}/small.txt`));
        if (statSync(`${work}/small.txt`).size === 0) throw new Error(`${what} printed nothing`);
      }
    }
    for (const what of Object.keys(runs)) {
      this.rows.push(timeRow(smallBook, `${what}, one command`, runs[what], { atMost: must.small }));
    }
    rmSync(store, { recursive: true });
  }

  /** Imports and closes the small Book under the eye of strace, where there is one. */
  async flushes(lines, store) {
    say('flushes to disk');
    const watched = {
      'import costs': this.commands.importCosts(lines, store),
      'close --through': this.commands.close(store),
    };
    for (const [what, command] of Object.entries(watched)) {
      const count = await flushesOf(command, `${work}/flushes.txt`, `${work}/flushes.log`);
      if (count === null) await timed(command, `${work}/flushes.txt`);
      this.rows.push(flushRow(lines, `${what}: flushes to disk`, count));
    }
  }

  async memory(lines) {
    say(`${lines} lines: memory`);
    const atMost = lines >= memoryFrom ? must.bytesALine : undefined;
    const weigh = async (what, command, limit) => {
      const bytes = await peakOf(command, `${work}/memory.json`, `${work}/memory.txt`);
      this.rows.push(memoryRow(lines, `${what}: memory`, bytes, limit));
    };
    await this.check(lines, 'memory of DuckDB', () => weigh('DuckDB', this.commands.peer(lines)));
    await this.check(lines, 'memory of reckon', () => weigh('reckon', this.commands.reckon(lines), atMost));
    await this.check(lines, 'memory of the month-end', async () => {
      const store = this.store('memory');
      await this.commands.freshBook(lines, store);
      await weigh('import costs', this.commands.importCosts(lines, store), atMost);
      await weigh('close --through', this.commands.close(store));
      await weigh('statement --all', this.commands.statements(store));
      rmSync(store, { recursive: true });
    });
  }

  /** Does one part; an error in it becomes a failed row, and the other parts go on. */
  async check(lines, what, act) {
    try {
      const result = await act();
      if (what.startsWith('answer')) this.rows.push(checkRow(lines, what));
      return result;
    } catch (error) {
      this.rows.push(checkRow(lines, what, error));
      return undefined;
    }
  }
}

function say(text) {
  console.error(`[${new Date().toISOString().slice(11, 19)}] ${text}`);
}

function fail(message, code) {
  console.error(message);
  process.exit(code);
}

function options() {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '10000,100000,1000000' },
      rounds: { type: 'string', default: '5' },
      program: { type: 'string' },
      json: { type: 'string' },
    },
  });
  if (!/^[1-9]\d{2,7}(,[1-9]\d{2,7})*$/.test(values.sizes)) {
    throw new Error('--sizes: numbers of lines from 100, with commas');
  }
  if (!/^[1-9]\d{0,2}$/.test(values.rounds)) throw new Error('--rounds: a whole number from 1 to 999');
  return {
    sizes: [...new Set(values.sizes.split(',').map(Number))].sort((a, b) => a - b),
    rounds: Number(values.rounds),
    program: values.program && resolve(values.program),
    json: values.json && resolve(values.json),
  };
}

function publish() {
  say('publishing the program');
  const folder = `${work}/program`;
  const done = spawnSync('dotnet', ['publish', 'src/Cli', '-c', 'Release', '-o', folder], { encoding: 'utf8' });
  if (done.status !== 0) fail(`The program could not be published.\n${done.stdout ?? ''}${done.stderr ?? done.error}`, 1);
  return folder;
}

function machine() {
  return {
    date: new Date().toISOString().slice(0, 10),
    processors: cpus().length,
    processor: cpus()[0]?.model,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    duckdb: JSON.parse(readFileSync(duckdbPackage, 'utf8')).version,
    commit: commit(),
  };
}

function commit() {
  try {
    const quietly = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
    return execFileSync('git', ['describe', '--always', '--dirty'], quietly).trim();
  } catch {
    return null;
  }
}

let chosen;
try {
  chosen = options();
} catch (error) {
  const usage = '[--sizes 10000,100000,1000000] [--rounds 5] [--program DIR] [--json FILE]';
  fail(`${error.message}\nUsage: node bench/run.mjs ${usage}`, 2);
}
process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
if (!existsSync(duckdbPackage)) fail('DuckDB is not installed: run `npm ci --prefix bench` first.', 1);
mkdirSync(work, { recursive: true });
if (statfsSync(work).type === memoryFileSystem) {
  fail(`${work} is held in memory: flushing to disk would cost nothing there.`, 1);
}
const made = machine();
const program = chosen.program ? relative('.', chosen.program) || '.' : publish();
const bench = new Bench(new Commands(program, work), chosen.rounds);
for (const lines of chosen.sizes) await bench.check(lines, 'this size', () => bench.size(lines));
await bench.check(0, 'start of DuckDB', () => bench.peerStart());
await bench.check(smallBook, 'small commands', () => bench.small());
await bench.memory(chosen.sizes.at(-1));

const failed = bench.rows.filter((row) => row.passed === false).length;
console.log(`${made.processors} × ${made.processor}, ${made.memoryGB} GB; DuckDB ${made.duckdb} in Node ${made.node}; `
  + `${made.date}, commit ${made.commit ?? 'none'}; medians of ${chosen.rounds} rounds\n`);
print(bench.rows);
if (chosen.sizes.at(-1) < memoryFrom) console.log('\nMemory is judged from 1,000,000 lines on, so here it was not.');
console.log(failed ? `\n${failed} of the musts and checks failed.` : '\nAll musts and checks passed.');
const results = { machine: made, rounds: chosen.rounds, rows: bench.rows };
if (chosen.json) writeFileSync(chosen.json, `${JSON.stringify(results, null, 2)}\n`);
process.exitCode = failed ? 1 : 0;
