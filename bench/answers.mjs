// Reads the two programs' answers into one shape, and says where they differ.
//
// An answer is a Map from `MONTH SERVICE` to { pool, shares: [..] } and a Map from `MONTH PARTNER` to what it paid.

import { readFileSync } from 'node:fs';
import { months, partners } from './shape.mjs';

const mostShown = 5;

export function readPeer(file) {
  const answer = emptyAnswer();
  for (const row of JSON.parse(readFileSync(file, 'utf8'))) {
    const shares = partners.map((partner) => row.share_pence[partner]);
    answer.pools.set(`${row.month} ${row.service}`, { pool: row.pool_pence, shares });
    for (const partner of partners) {
      const key = `${row.month} ${partner}`;
      answer.paid.set(key, (answer.paid.get(key) ?? 0) + row.paid_pence[partner]);
    }
  }
  return answer;
}

/** Reads Openbook's list of statements; anything in it that was not asked for is an error, never skipped. */
export function readStatements(file, status) {
  const statements = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(statements)) throw new Error('the statements are not a JSON list');
  const answer = emptyAnswer();
  for (const statement of statements) {
    if (status && statement.status !== status) {
      throw new Error(`${statement.period} is ${statement.status}, not ${status}`);
    }
    if (!statement.partners.length) throw new Error(`${statement.period} names no partner`);
    for (const part of statement.partners) readPart(answer, statement.period, part);
  }
  const missing = months.filter((month) => !answer.paid.has(`${month} ${partners[0]}`));
  if (missing.length) throw new Error(`no statement for ${missing.join(', ')}`);
  return answer;
}

function readPart(answer, period, part) {
  const column = partners.indexOf(part.partner);
  const yearEnd = period.endsWith('-13');
  if (column < 0) throw new Error(`${period} has the unknown partner ${part.partner}`);
  if (!yearEnd && !months.includes(period)) throw new Error(`${period} is not one of the months`);
  if (yearEnd && (part.lines.length || part.paid_pence !== 0)) throw new Error(`${period} should be empty`);
  if (yearEnd) return;
  const key = `${period} ${part.partner}`;
  if (answer.paid.has(key)) throw new Error(`${key} is stated twice`);
  answer.paid.set(key, whole(part.paid_pence, key));
  let sum = 0;
  for (const line of part.lines) {
    readLine(answer, period, column, line);
    sum += line.share_pence;
  }
  if (sum !== part.share_pence) throw new Error(`${key}: the lines come to ${sum}, the share is ${part.share_pence}`);
  if (part.balance_pence !== part.share_pence - part.paid_pence) {
    throw new Error(`${key}: the balance is not share less paid`);
  }
}

function readLine(answer, period, column, line) {
  const name = `${line.for_month} ${line.service}`;
  const ordinary = line.kind === 'revenue' && !line.overhead && !line.customer && !line.true_up;
  if (!ordinary || line.for_month !== period) throw new Error(`${period} has an unexpected line: ${JSON.stringify(line)}`);
  const found = answer.pools.get(name) ?? { pool: whole(line.pool_pence, name), shares: [] };
  if (found.pool !== line.pool_pence) throw new Error(`${name}: two partners are shown different pools`);
  if (found.shares[column] !== undefined) throw new Error(`${name} is shared twice with ${partners[column]}`);
  found.shares[column] = whole(line.share_pence, name);
  answer.pools.set(name, found);
}

/** Every place where Openbook's pools or paid differ from the peer's, or a share by more than `pennies`. */
export function differences(ours, theirs, pennies) {
  const found = [];
  for (const key of union(ours.pools, theirs.pools)) {
    const [a, b] = [ours.pools.get(key), theirs.pools.get(key)];
    if ((a?.pool ?? 0) !== (b?.pool ?? 0)) found.push(`pool ${key}: ${a?.pool} beside ${b?.pool}`);
    partners.forEach((partner, i) => {
      const [x, y] = [a?.shares[i] ?? 0, b?.shares[i] ?? 0];
      if (Math.abs(x - y) > pennies) found.push(`share ${key} ${partner}: ${x} beside ${y}`);
    });
  }
  for (const key of union(ours.paid, theirs.paid)) {
    const [a, b] = [ours.paid.get(key) ?? 0, theirs.paid.get(key) ?? 0];
    if (a !== b) found.push(`paid ${key}: ${a} beside ${b}`);
  }
  return found;
}

/** Refuses unless the two answers agree: pools and paid exactly, shares within `pennies` of a pool. */
export function mustAgree(what, ours, theirs, pennies) {
  if (theirs.pools.size === 0) throw new Error(`${what}: nothing to compare with`);
  const found = differences(ours, theirs, pennies);
  if (found.length) throw new Error(`${what}: ${found.length} differ: ${found.slice(0, mostShown).join('; ')}`);
}

/** Refuses unless `after` is `before` with one line's amount changed by `pence`, and nothing else. */
export function mustHaveMoved(what, before, after, line, pence) {
  const expected = { pools: new Map(before.pools), paid: new Map(before.paid) };
  const [pool, paid] = [`${line.month} ${line.service}`, `${line.month} ${line.paidBy}`];
  expected.paid.set(paid, (before.paid.get(paid) ?? 0) + pence);
  expected.pools.set(pool, { ...before.pools.get(pool), pool: (before.pools.get(pool)?.pool ?? 0) + pence });
  const others = differences(after, expected, Infinity);
  if (others.length) throw new Error(`${what}, one line changed: ${others.slice(0, mostShown).join('; ')}`);
  const { pool: total, shares } = after.pools.get(pool) ?? { pool: 0, shares: [] };
  const shared = shares.reduce((sum, share) => sum + (share ?? 0), 0);
  if (shared !== total) throw new Error(`${what}, one line changed: the shares do not follow`);
}

function emptyAnswer() {
  return { pools: new Map(), paid: new Map() };
}

function union(a, b) {
  return new Set([...a.keys(), ...b.keys()]);
}

function whole(value, where) {
  if (!Number.isSafeInteger(value)) throw new Error(`${where}: ${value} is not whole pence`);
  return value;
}
