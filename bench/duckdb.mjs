// The peer: the same files, added up and shared by DuckDB. The whole process is what is timed.
//
//   node bench/duckdb.mjs DIR [--costs FILE] [--threads N] [--out FILE]
//   node bench/duckdb.mjs --start-only     opens an empty database and ends: what starting alone takes
//
// Prints, for every month and service: the pool, what each partner paid, and the shares by largest remainder once a
// pool, all in whole pence. Columns have stated types, amounts are exact decimals of two places, and products are
// 128-bit integers. The split is spelt out for three partners (no window functions), and the file is read in blocks of
// 8 MB, both measured to be DuckDB's fastest way; the process ends without taking the database down in order.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { partners } from './shape.mjs';

const [first, second, third] = partners;

function csv(file, columns) {
  const types = columns.map(([name, type]) => `'${name}': '${type}'`).join(', ');
  const name = file.replaceAll("'", "''");
  return `read_csv('${name}', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
    new_line = '\\n', buffer_size = 8000000, columns = {${types}})`;
}

function question(folder, costsFile) {
  const costs = csv(costsFile, [
    ['line_id', 'VARCHAR'], ['date', 'VARCHAR'], ['month', 'VARCHAR'], ['service', 'VARCHAR'],
    ['amount', 'DECIMAL(15,2)'], ['paid_by', 'VARCHAR'], ['cost_centre', 'VARCHAR'], ['account', 'VARCHAR'],
    ['supplier', 'VARCHAR'], ['description', 'VARCHAR'], ['reference', 'VARCHAR'],
  ]);
  const counts = csv(join(folder, 'drivers.csv'), [
    ['date', 'DATE'], ['driver', 'VARCHAR'], ['partner', 'VARCHAR'], ['count', 'DECIMAL(18,6)'], ['source', 'VARCHAR'],
  ]);
  const weights = csv(join(folder, 'weights.csv'), [
    ['position', 'INTEGER'], ['service', 'VARCHAR'], ['share', 'VARCHAR'], ['driver', 'VARCHAR'],
    ...partners.map((partner) => [partner, 'DECIMAL(18,6)']),
  ]);
  return `
    WITH pools AS (
      SELECT month, service,
        (sum(amount) * 100)::HUGEINT AS pool,
        (coalesce(sum(amount) FILTER (paid_by = '${first}'), 0) * 100)::HUGEINT AS paid1,
        (coalesce(sum(amount) FILTER (paid_by = '${second}'), 0) * 100)::HUGEINT AS paid2,
        (coalesce(sum(amount) FILTER (paid_by = '${third}'), 0) * 100)::HUGEINT AS paid3
      FROM ${costs} GROUP BY month, service
    ), counted AS (
      SELECT driver, date,
        max(count) FILTER (partner = '${first}') AS w1,
        max(count) FILTER (partner = '${second}') AS w2,
        max(count) FILTER (partner = '${third}') AS w3
      FROM ${counts} GROUP BY driver, date
    ), weighed AS (
      SELECT p.*, s.position,
        (coalesce(c.w1, s.${first}) * 1000000)::HUGEINT AS w1,
        (coalesce(c.w2, s.${second}) * 1000000)::HUGEINT AS w2,
        (coalesce(c.w3, s.${third}) * 1000000)::HUGEINT AS w3
      FROM pools p
        JOIN ${weights} s ON s.service = p.service
        ASOF LEFT JOIN counted c ON c.driver = s.driver AND c.date <= last_day((p.month || '-01')::DATE)
    ), divided AS (
      SELECT *, abs(pool) AS t, w1 + w2 + w3 AS w,
        (abs(pool) * w1) // (w1 + w2 + w3) AS q1, (abs(pool) * w1) % (w1 + w2 + w3) AS r1,
        (abs(pool) * w2) // (w1 + w2 + w3) AS q2, (abs(pool) * w2) % (w1 + w2 + w3) AS r2,
        (abs(pool) * w3) // (w1 + w2 + w3) AS q3, (abs(pool) * w3) % (w1 + w2 + w3) AS r3
      FROM weighed
    ), shared AS (
      SELECT *, t - q1 - q2 - q3 AS odd, sign(pool)::HUGEINT AS side,
        (r2 > r1)::INT + (r3 > r1)::INT AS before1,
        (r1 >= r2)::INT + (r3 > r2)::INT AS before2,
        (r1 >= r3)::INT + (r2 >= r3)::INT AS before3
      FROM divided
    )
    SELECT month, service, pool::BIGINT, paid1::BIGINT, paid2::BIGINT, paid3::BIGINT,
      (side * (q1 + (odd > before1)::HUGEINT))::BIGINT,
      (side * (q2 + (odd > before2)::HUGEINT))::BIGINT,
      (side * (q3 + (odd > before3)::HUGEINT))::BIGINT
    FROM shared ORDER BY month, position`;
}

function text(rows) {
  const three = (a, b, c) => `{"${first}":${a},"${second}":${b},"${third}":${c}}`;
  const lines = rows.map(([month, service, pool, ...rest]) =>
    `{"month":"${month}","service":"${service}","pool_pence":${pool},`
    + `"paid_pence":${three(...rest.slice(0, 3))},"share_pence":${three(...rest.slice(3))}}`);
  return `[\n${lines.join(',\n')}\n]\n`;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    costs: { type: 'string' }, threads: { type: 'string' }, out: { type: 'string' }, 'start-only': { type: 'boolean' },
  },
});
const startOnly = values['start-only'];
if (positionals.length !== (startOnly ? 0 : 1) || !/^([1-9][0-9]{0,3})?$/.test(values.threads ?? '')) {
  console.error('Usage: node duckdb.mjs DIR [--costs FILE] [--threads N] [--out FILE], or --start-only');
  process.exit(2);
}
const [folder] = positionals;
const settings = { preserve_insertion_order: 'false', ...(values.threads && { threads: values.threads }) };
const instance = await DuckDBInstance.create(':memory:', settings);
const connection = await instance.connect();
if (startOnly) process.exit(0);
const reader = await connection.runAndReadAll(question(folder, values.costs ?? join(folder, 'costs.csv')));
const answer = text(reader.getRows());
writeFileSync(values.out ?? 1, answer);
process.exit(0);
