// Asks a running site for pages drawn at random, by several clients at once, and says how long they took.
//
//   node bench/site.mjs ADDRESS BOOK [--clients 16] [--seconds 20] [--seed 1] [--json FILE]
//
// One page in two is the list of costs, filtered by a word and sorted, each time otherwise; the others are pages of the Book.
// The same clients then ask for the bare page at ADDRESS/assets/icon.svg, which the framework alone answers.

import { Agent, request } from 'node:http';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { months, partners, services } from './shape.mjs';

const words = [
  'alder', 'jarrow', 'zeal', 'telecom', 'software', 'cloud', 'hosting', 'security', 'llp', 'group', 'licence', 'support',
  'engineer', 'migration', 'handset', 'credit', 'rental', 'crn', '2016-10', '2017-03', 'INV-12', 'INV-987', 'project stage',
];
const orders = ['date', '-date', 'amount', '-amount', 'supplier', '-supplier', 'service', '-service'];

/** A small generator of 32-bit numbers (mulberry32). */
function numbersFrom(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

function drawPage(book, next) {
  const one = (list) => list[next(list.length)];
  const of = `/books/${book}`;
  const costs = () => {
    const asked = [`words=${encodeURIComponent(one(words))}`, `sort=${one(orders)}`, `page=${1 + next(20)}`];
    if (next(4) === 0) asked.push(`service=${one(services).code}`);
    if (next(4) === 0) asked.push(`period=${one(months)}`);
    return ['costs', `${of}/costs?${asked.join('&')}`];
  };
  const others = [
    () => ['front page', of],
    () => ['period', `${of}/periods/${one(months)}`],
    () => ['statement', `${of}/periods/${one(months)}/statements/${one(partners)}`],
    () => ['line', `${of}/lines/6/${2 + next(900_000)}`],
    () => ['search', `${of}/search?q=${encodeURIComponent(one(words))}`],
  ];
  return next(2) === 0 ? costs() : one(others)();
}

function ask(agent, address, path) {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    request(`${address}${path}`, { agent }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve({ status: answer.statusCode, took: performance.now() - begun }));
    }).on('error', reject).end();
  });
}

/** Every client asks for one page after the other until the time is over. */
async function run(address, clients, seconds, draw) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const until = performance.now() + seconds * 1000;
  const answers = [];
  await Promise.all(Array.from({ length: clients }, async () => {
    while (performance.now() < until) {
      const [kind, path] = draw();
      const { status, took } = await ask(agent, address, path);
      answers.push({ kind, path, status, took });
    }
  }));
  agent.destroy();
  const bad = answers.find(({ status }) => status !== 200);
  if (bad) throw new Error(`${bad.path} answered ${bad.status}`);
  return answers;
}

function summed(name, answers, seconds) {
  const took = answers.map((answer) => answer.took).sort((a, b) => a - b);
  const at = (part) => Math.round(took[Math.min(took.length - 1, Math.floor(took.length * part))] * 10) / 10;
  return { name, requests: took.length, aSecond: Math.round(took.length / seconds), p50: at(0.5), p95: at(0.95), most: at(1) };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    clients: { type: 'string', default: '16' },
    seconds: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
  },
});
const [address, book] = positionals;
const [clients, seconds] = [Number(values.clients), Number(values.seconds)];
if (positionals.length !== 2 || !(clients >= 1) || !(seconds >= 1)) {
  console.error('Usage: node bench/site.mjs ADDRESS BOOK [--clients N] [--seconds S] [--seed N] [--json FILE]');
  process.exit(2);
}
const next = numbersFrom(Number(values.seed));
await run(address, clients, Math.min(5, seconds), () => drawPage(book, next));
const pages = await run(address, clients, seconds, () => drawPage(book, next));
const bare = await run(address, clients, Math.min(5, seconds), () => ['bare page', '/assets/icon.svg']);
const kinds = [...new Set(pages.map((answer) => answer.kind))].sort();
const rows = [
  summed('all pages', pages, seconds),
  ...kinds.map((kind) => summed(`  of them ${kind}`, pages.filter((answer) => answer.kind === kind), seconds)),
  summed('bare page of the framework', bare, Math.min(5, seconds)),
];
console.log(`${clients} clients, ${seconds} seconds`);
console.log(`${'What'.padEnd(30)} ${'Requests'.padStart(9)} ${'A second'.padStart(9)} ${'Median ms'.padStart(10)} ${'95% ms'.padStart(8)} ${'Most ms'.padStart(8)}`);
for (const row of rows) {
  console.log(`${row.name.padEnd(30)} ${String(row.requests).padStart(9)} ${String(row.aSecond).padStart(9)} ${row.p50.toFixed(1).padStart(10)} ${row.p95.toFixed(1).padStart(8)} ${row.most.toFixed(1).padStart(8)}`);
}
console.log(`Of the bare page's requests a second: ${(rows[0].aSecond / rows.at(-1).aSecond).toFixed(3)}×`);
if (values.json) writeFileSync(values.json, JSON.stringify(rows, null, 2));
