// The commands that are measured, as a user types them at the top of a checkout.

import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { approved, book, months, partners } from './shape.mjs';
import { timed } from './measure.mjs';

const lastMonth = months.at(-1);

export class Commands {
  /** `program` is the folder of the published program, `work` the one for data, Books and answers. */
  constructor(program, work) {
    this.openbook = `${program}/openbook`;
    this.work = work;
  }

  makeData(lines) {
    return ['node', 'bench/make-data.mjs', String(lines), this.data(lines)];
  }

  data(lines) {
    return `${this.work}/data-${lines}`;
  }

  costs(lines) {
    return `${this.data(lines)}/costs.csv`;
  }

  reckon(lines, costs = this.costs(lines)) {
    const from = this.data(lines);
    const files = ['--agreement', `${from}/agreement.yaml`, '--drivers', `${from}/drivers.csv`, '--costs', costs];
    return [this.openbook, 'reckon', ...files, '--format', 'json'];
  }

  peer(lines, costs = this.costs(lines)) {
    return ['node', 'bench/duckdb.mjs', this.data(lines), '--costs', costs];
  }

  peerStart() {
    return ['node', 'bench/duckdb.mjs', '--start-only'];
  }

  /** Everything before the month-end: the Book, its approvals, the drivers' counts. */
  setUp(lines, store) {
    const on = ['--data', store];
    const approvals = partners.map((partner) =>
      [this.openbook, 'approve', book, '--partner', partner, '--body', 'Cabinet', '--on', approved, ...on]);
    return [
      [this.openbook, 'new', book, '--agreement', `${this.data(lines)}/agreement.yaml`, ...on],
      ...approvals,
      [this.openbook, 'import', 'drivers', book, `${this.data(lines)}/drivers.csv`, ...on],
    ];
  }

  importCosts(lines, store, costs = this.costs(lines)) {
    return [this.openbook, 'import', 'costs', book, costs, '--data', store];
  }

  close(store) {
    return [this.openbook, 'close', book, '--through', lastMonth, '--data', store];
  }

  statements(store) {
    return [this.openbook, 'statement', book, '--all', '--format', 'json', '--data', store];
  }

  books(store) {
    return [this.openbook, 'books', '--data', store];
  }

  statement(store) {
    return [this.openbook, 'statement', book, months[0], '--data', store];
  }

  /** The month-end that is timed: the costs in, 24 months closed, all their statements out. */
  monthEnd(lines, store, costs) {
    return [this.importCosts(lines, store, costs), this.close(store), this.statements(store)];
  }

  /** Puts a fresh Book, ready for its costs, where any earlier one was. */
  async freshBook(lines, store) {
    rmSync(store, { recursive: true, force: true });
    for (const command of this.setUp(lines, store)) await timed(command, `${this.work}/set-up.txt`);
  }
}

/** Copies a costs file with `pence` added to the line in its middle; gives that line's month, service and payer. */
export function copyWithOneLineChanged(from, to, pence) {
  const bytes = readFileSync(from);
  const start = bytes.indexOf(10, bytes.length >> 1) + 1;
  const end = bytes.indexOf(10, start);
  // The fields up to the payer hold no comma and no quote.
  const fields = bytes.toString('latin1', start, end).split(',');
  const [, , month, service, amount, paidBy] = fields;
  fields[4] = poundsOf(penceOf(amount) + pence);
  const out = openSync(to, 'w');
  for (const part of [bytes.subarray(0, start), Buffer.from(fields.join(','), 'latin1'), bytes.subarray(end)]) {
    for (let done = 0; done < part.length;) done += writeSync(out, part, done);
  }
  closeSync(out);
  return { month, service, paidBy };
}

function penceOf(amount) {
  const pence = Number(amount.replace('.', ''));
  if (!/^-?\d+\.\d\d$/.test(amount) || !Number.isSafeInteger(pence)) throw new Error(`${amount} is not an amount`);
  return pence;
}

function poundsOf(pence) {
  const digits = String(Math.abs(pence)).padStart(3, '0');
  return `${pence < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
