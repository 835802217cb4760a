// Writes the CSV files of this sample: costs, budgets, payments. Every figure in them but the budget's total is made up.
//
//   node samples/bl/generate.mjs [FOLDER]     FOLDER: where to write; default: the folder of this file
//
// The same files come out byte for byte on every machine: the numbers come from a fixed seed and money is whole pence.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const SEED = 20160401; // the day on which the service began

// What comes every month, in pence: service, payer, supplier, words, account, amount, how far it varies either way.
const MONTHLY = [
  ["servers", "brent", "Payroll", "Server team pay", "1010", 4_386_500, 61_000],
  ["servers", "brent", "Data centre supplier A", "Data centre rooms and power", "2010", 2_148_300, 38_000],
  ["networks", "brent", "Payroll", "Network team pay", "1010", 3_521_400, 52_000],
  ["networks", "lewisham", "Network supplier A", "Lines between Lewisham's sites", "4030", 1_486_250, 24_000],
  ["desktops", "brent", "Payroll", "Desktop team pay", "1010", 6_842_100, 97_000],
  ["desktops", "lewisham", "Device supplier A", "Repairs on Lewisham's own contract", "4010", 934_600, 88_000],
  ["management", "brent", "Payroll", "Lead officer and managers pay", "1010", 2_764_800, 21_000],
  ["procurement", "brent", "Payroll", "Buyers pay", "1010", 1_325_700, 14_000],
  ["projects", "brent", "Payroll", "Project managers pay", "1010", 2_906_350, 33_000],
  ["projects", "brent", "Contractor firm A", "Days of work on moving Lewisham's systems", "5010", 1_612_400, 240_000],
];

// What comes once, by month: the date, then as above, and what else the line says.
const ONCE = {
  "2016-06": [{ date: "2016-06-14", service: "servers", payer: "brent", supplier: "lga", words: "Service sold for April to June 2016", account: "9010", pence: 4_200_000, kind: "income" }],
  "2016-09": [
    { date: "2016-09-13", service: "servers", payer: "brent", supplier: "lga", words: "Service sold for July to September 2016", account: "9010", pence: 4_200_000, kind: "income" },
    { date: "2016-09-20", service: "networks", payer: "brent", supplier: "Network supplier B", words: "New switches for Lewisham's offices", account: "7010", pence: 18_640_000, kind: "capital" },
  ],
  "2016-12": [{ date: "2016-12-13", service: "servers", payer: "brent", supplier: "lga", words: "Service sold for October to December 2016", account: "9010", pence: 4_200_000, kind: "income" }],
  "2017-03": [
    { date: "2017-03-14", service: "servers", payer: "brent", supplier: "lga", words: "Service sold for January to March 2017", account: "9010", pence: 4_200_000, kind: "income" },
    { id: "BRE-2017-03-91", date: "2017-03-30", service: "projects", payer: "brent", supplier: "Contractor firm A", words: "Work in March not yet billed", account: "5010", pence: 1_950_000, nature: "accrual" },
  ],
  // The year-end period: the estimate goes out, the real bill comes in, and a bill of Lewisham's comes late.
  "year-end-2016-17": [
    { id: "BRE-2017-04-91", date: "2017-04-04", service: "projects", payer: "brent", supplier: "Contractor firm A", words: "Estimate for March taken back", account: "5010", pence: -1_950_000, nature: "reversal", corrects: "BRE-2017-03-91" },
    { id: "BRE-2017-04-92", date: "2017-04-21", month: "2017-03", service: "projects", payer: "brent", supplier: "Contractor firm A", words: "Bill for work in March", account: "5010", pence: 1_887_245 },
    { id: "LEW-2017-04-91", date: "2017-04-25", month: "2017-02", service: "networks", payer: "lewisham", supplier: "Network supplier A", words: "Late bill for lines in February", account: "4030", pence: 312_481 },
  ],
  // The open month: few lines, one of which Lewisham queries.
  "2017-06": [
    { id: "BRE-2017-06-01", date: "2017-06-07", service: "servers", payer: "brent", supplier: "Data centre supplier A", words: "Data centre rooms and power", account: "2010", pence: 2_139_815 },
    { id: "LEW-2017-06-01", date: "2017-06-12", service: "networks", payer: "lewisham", supplier: "Network supplier A", words: "Lines between Lewisham's sites", account: "4030", pence: 1_492_006 },
    { id: "BRE-2017-06-02", date: "2017-06-15", service: "desktops", payer: "brent", supplier: "Payroll", words: "Desktop team pay", account: "1010", pence: 6_851_377 },
    { id: "BRE-2017-06-03", date: "2017-06-20", service: "projects", payer: "brent", supplier: "Contractor firm A", words: "Days of work on Brent's new library system", account: "5010", pence: 864_000 },
  ],
};

// £3.4 million in the first year (UKAuthority, 2015); how it is divided is made up.
const BUDGET = [
  ["servers", "", 792_000], ["networks", "", 608_000], ["desktops", "", 938_000],
  ["management", "", 336_000], ["procurement", "", 162_000], ["projects", "", 564_000],
];
const CAPITAL = [["networks", "2016-09", 190_000, "switches for Lewisham's offices, outside the £3.4 million"]];
const INCOME = [["servers", 168_000, "service sold to the Local Government Association, for Brent alone"]];

const ON_ACCOUNT = [["2016-05-16", "q1"], ["2016-08-15", "q2"], ["2016-11-15", "q3"], ["2017-02-15", "q4"]];
const QUARTER = 37_000_000; // Lewisham's pence a quarter, after what it pays itself
const SETTLEMENT = ["2017-05-31", 631_439n]; // what Lewisham still owed when the year-end period was done, in pence

const COLUMNS = ["line_id", "date", "month", "service", "cost_centre", "account", "supplier", "description", "nature", "kind", "amount", "paid_by", "corrects"];
const CODES = { brent: "BRE", lewisham: "LEW" };

// mulberry32, kept to whole numbers: each call gives the next unsigned 32-bit number.
let state = SEED >>> 0;
function draw() {
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return (mixed ^ (mixed >>> 14)) >>> 0;
}
const within = (swing) => (draw() % (2 * swing + 1)) - swing;

const two = (number) => String(number).padStart(2, "0");
const pounds = (pence) => {
  const whole = BigInt(pence);
  const size = whole < 0n ? -whole : whole;
  return `${whole < 0n ? "-" : ""}${size / 100n}.${two(size % 100n)}`;
};
const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const folder = process.argv[2] ?? dirname(fileURLToPath(import.meta.url));
function write(name, rows) {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, rows.map((row) => row.map((value) => cell(String(value))).join(",") + "\n").join(""), "utf8");
}

const row = (line) => [
  line.id, line.date, line.month ?? "", line.service, `${CODES[line.payer]}-ICT`, line.account, line.supplier,
  `Illustrative: ${line.words}`, line.nature ?? "actual", line.kind ?? "revenue", pounds(line.pence), line.payer, line.corrects ?? "",
];

for (let index = 0; index < 12; index += 1) {
  const month = index < 9 ? `2016-${two(index + 4)}` : `2017-${two(index - 8)}`;
  const lines = MONTHLY.map(([service, payer, supplier, words, account, amount, swing]) => ({
    date: `${month}-${supplier === "Payroll" ? "15" : two(6 + (draw() % 22))}`,
    service, payer, supplier, words, account, pence: amount + within(swing),
  }));
  const numbers = {};
  const all = [...lines, ...(ONCE[month] ?? [])].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  for (const line of all) {
    numbers[line.payer] = (numbers[line.payer] ?? 0) + 1;
    line.id ??= `${CODES[line.payer]}-${month}-${two(numbers[line.payer])}`;
  }
  write(`costs/${month}.csv`, [COLUMNS, ...all.map(row)]);
}
for (const name of ["year-end-2016-17", "2017-06"]) {
  write(`costs/${name}.csv`, [COLUMNS, ...ONCE[name].map(row)]);
}

write("budgets/budget-2016-17.csv", [
  ["year", "service", "kind", "month", "original", "reason"],
  ...BUDGET.map(([service, kind, amount]) => ["2016/17", service, kind, "", `${amount}.00`, "Illustrative: part of the £3.4 million of the first year"]),
  ...CAPITAL.map(([service, month, amount, words]) => ["2016/17", service, "capital", month, `${amount}.00`, `Illustrative: ${words}`]),
  ...INCOME.map(([service, amount, words]) => ["2016/17", service, "income", "", `${amount}.00`, `Illustrative: ${words}`]),
]);

const PAYMENTS = ["date", "from", "to", "amount", "reference", "for"];
for (const [date, quarter] of ON_ACCOUNT) {
  write(`payments/on-account-2016-17-${quarter}.csv`, [
    PAYMENTS, [date, "lewisham", "brent", pounds(QUARTER), `Illustrative: on account for 2016/17 ${quarter}`, "on-account"],
  ]);
}
write("payments/settlement-2016-17.csv", [
  PAYMENTS, [SETTLEMENT[0], "lewisham", "brent", pounds(SETTLEMENT[1]), "Illustrative: settlement of 2016/17", "settlement"],
]);
