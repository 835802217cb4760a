// Writes the CSV files of this sample: costs, counts of devices, budgets, payments. Every figure in them is made up.
//
//   node samples/cih/generate.mjs [FOLDER]     FOLDER: where to write; default: the folder of this file
//
// The same files come out byte for byte on every machine: the numbers come from a fixed seed, money is whole pence
// (BigInt), and neither the clock nor the locale is read. No packages are needed; Node 20 or newer.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const SEED = 20161001; // the day on which the service began

const FIRST = "2016-10"; // the first month of the shared service
const LIGHT = "2018-07"; // the first month of the light model
const LAST = "2018-12"; // the last month

// ---------------------------------------------------------------------------------------------------------------
// Made-up costs that come every month
//
// full, light: pence a month before and from July 2018 (absent: the line does not occur then)
// swing:       the amount varies by up to this many pence either way
// years:       thousandths of `full` or `light` in 2016/17, 2017/18 and 2018/19: pay rises, prices fall as contracts are joined
// grow:        pence added for each month since the start
// often:       [n, m]: the line occurs in n of m months, drawn each month; absent: every month
// ---------------------------------------------------------------------------------------------------------------

const PAY_RISE = [1000n, 1010n, 1030n];
const CHEAPER = [1000n, 965n, 940n];
const STEADY = [1000n, 1000n, 1000n];

const pay = (service, full, light, words) => ({
  service, payer: "camden", supplier: "Payroll", words, account: "1010", full, light, swing: 240_000n, years: PAY_RISE,
});
const bill = (service, payer, supplier, words, account, full, light, more = {}) => ({
  service, payer, supplier, words, account, full, light, swing: full / 40n, years: CHEAPER, ...more,
});

const MONTHLY = [
  pay("networks", 13_812_540n, 9_641_275n, "Network team pay"),
  bill("networks", "camden", "Network supplier A", "Wide area network lines", "4030", 8_427_315n, 7_985_060n),
  bill("networks", "camden", "Network supplier B", "Telephone lines and calls", "4030", 4_618_790n, 4_377_425n, { swing: 310_000n }),
  bill("networks", "islington", "Network supplier C", "Site lines on Islington's own contract", "4030", 1_842_655n, 1_842_655n),
  bill("networks", "camden", "Network supplier A", "New and moved lines", "4030", 612_480n, 418_930n, { swing: 290_000n, often: [1, 2] }),

  pay("hosting", 12_140_385n, 8_815_910n, "Hosting team pay"),
  bill("hosting", "camden", "Data centre supplier A", "Data centre rooms and power", "2010", 6_431_220n, 6_208_745n),
  bill("hosting", "haringey", "Data centre supplier B", "Data centre on Haringey's own contract", "2010", 2_218_475n, 2_218_475n),
  bill("hosting", "camden", "Cloud supplier A", "Cloud computing used", "4020", 3_806_190n, 3_806_190n, { grow: 61_350n, years: STEADY }),

  pay("servicedesk", 16_207_830n, undefined, "Service desk team pay"),
  bill("servicedesk", "islington", "Agency A", "Agency cover at the service desk", "1020", 926_310n, undefined, { swing: 380_000n, often: [1, 2] }),

  pay("desktop", 14_825_195n, undefined, "Desktop team pay"),
  bill("desktop", "camden", "Device supplier A", "Parts and repairs", "4010", 3_117_885n, undefined, { swing: 640_000n }),
  bill("desktop", "islington", "Device supplier B", "Leased laptops on Islington's own contract", "4010", 1_236_540n, undefined),

  pay("apps", 23_618_470n, undefined, "Applications team pay"),
  bill("apps", "camden", "Applications supplier A", "Support of shared applications", "5010", 9_226_815n, undefined),
  bill("apps", "haringey", "Applications supplier B", "Support on Haringey's own contract", "5010", 4_105_330n, undefined),
  bill("apps", "camden", "Contractor firm A", "Days of work on moving applications", "5010", 1_874_600n, undefined, { swing: 810_000n, often: [1, 2] }),

  pay("security", 5_806_215n, 4_127_840n, "Security team pay"),
  bill("security", "camden", "Security supplier A", "Watch kept over the networks", "5010", 1_623_905n, 1_538_270n),
  bill("security", "camden", "Security supplier B", "Tests of defences", "5010", 864_350n, 712_485n, { swing: 330_000n, often: [1, 4] }),

  bill("printing", "islington", "Print supplier A", "Printers and copies", "4010", 1_409_775n, undefined, { swing: 210_000n }),
  bill("libraries", "camden", "Library systems supplier A", "Library system for Haringey", "5010", 628_155n, undefined),

  pay("management", 5_231_690n, 2_418_305n, "Head of service and managers pay"),
  bill("management", "camden", "Training supplier A", "Training of staff", "1090", 584_120n, 213_475n, { swing: 260_000n, often: [1, 2] }),
];

const COST_CENTRES = { camden: "CAM-ICT", islington: "ISL-ICT", haringey: "HAR-ICT" };
const CODES = { camden: "CAM", islington: "ISL", haringey: "HAR" };

// ---------------------------------------------------------------------------------------------------------------
// Made-up lines that occur once and tell the story: by file. Their numbers begin at 91 so that they are easy to find.
// ---------------------------------------------------------------------------------------------------------------

const ONCE = {
  "2016-10": [
    // A prepayment: twelve months of licences, released a twelfth a month, odd pence to the first months.
    { id: "CAM-2016-10-91", date: "2016-10-04", month: "2016-10", to: "2017-09", service: "desktop", account: "4020", supplier: "Software supplier A", words: "Office licences for October 2016 to September 2017", ref: "INV-510034", pence: 31_844_530n },
  ],
  "2016-12": [
    { id: "CAM-2016-12-91", date: "2016-12-12", service: "security", account: "5010", supplier: "Security supplier B", words: "Check of the joined network", ref: "INV-518820", pence: 2_740_000n, vat: 40_000n },
  ],
  "2017-01": [
    { id: "CAM-2017-01-91", date: "2017-01-09", month: "2017-01", to: "2017-12", service: "networks", account: "4030", supplier: "Network supplier A", words: "Upkeep of network equipment in 2017", ref: "INV-522417", pence: 14_350_007n },
  ],
  "2017-02": [
    { id: "CAM-2017-02-91", date: "2017-02-20", service: "networks", kind: "capital", account: "7010", supplier: "Network supplier A", words: "New core network equipment for three sites", ref: "INV-529006", pence: 61_248_000n },
  ],
  "2017-03": [
    // March's bill has not come: an accrual. It is reversed and replaced in the year-end period.
    { id: "CAM-2017-03-91", date: "2017-03-31", service: "apps", account: "5010", supplier: "Applications supplier A", words: "Work done in March and not yet billed", ref: "ACC-1617-01", nature: "accrual", pence: 4_250_000n },
  ],
  "2017-04": [
    { id: "CAM-2017-04-93", date: "2017-04-18", service: "networks", kind: "income", account: "9010", supplier: "housing-a", words: "Network service sold for April to June 2017", ref: "SAL-0001", pence: 1_875_000n },
  ],
  "2017-05": [
    // The words of this line are withheld later.
    { id: "CAM-2017-05-91", date: "2017-05-15", service: "desktop", account: "1020", supplier: "Agency A", words: "Agency engineer (imagine a person's name here)", ref: "INV-541390", pence: 386_250n },
  ],
  "2017-07": [
    { id: "CAM-2017-07-93", date: "2017-07-18", service: "networks", kind: "income", account: "9010", supplier: "housing-a", words: "Network service sold for July to September 2017", ref: "SAL-0002", pence: 1_875_000n },
    // Put to the wrong service; corrected in September 2017.
    { id: "CAM-2017-07-91", date: "2017-07-24", service: "apps", account: "4020", supplier: "Service desk tool supplier A", words: "Phone module for the service desk", ref: "INV-550128", pence: 1_948_000n },
  ],
  "2017-08": [
    { id: "CAM-2017-08-91", date: "2017-08-22", service: "desktop", account: "4010", supplier: "Device supplier A", words: "Credit note for returned docking stations", ref: "CRN-550871", pence: -481_240n },
  ],
  "2017-10": [
    { id: "CAM-2017-10-91", date: "2017-10-03", month: "2017-10", to: "2018-06", service: "desktop", account: "4020", supplier: "Software supplier A", words: "Office licences for October 2017 to June 2018", ref: "INV-557719", pence: 24_190_000n },
    { id: "CAM-2017-10-93", date: "2017-10-17", service: "networks", kind: "income", account: "9010", supplier: "housing-a", words: "Network service sold for October to December 2017", ref: "SAL-0003", pence: 1_875_000n },
  ],
  "2017-11": [
    { id: "CAM-2017-11-91", date: "2017-11-20", service: "hosting", kind: "capital", account: "7010", supplier: "Data centre supplier A", words: "New storage in the data centre", ref: "INV-563302", pence: 38_460_000n },
  ],
  "2017-12": [
    // Income from a body that the agreement does not list.
    { id: "CAM-2017-12-92", date: "2017-12-05", service: "desktop", kind: "income", account: "9010", supplier: "Equipment buyer A", words: "Old laptops sold", ref: "SAL-0004", pence: 642_050n },
    // A journal: the same money moved from one service to another.
    { id: "CAM-2017-12-93", date: "2017-12-29", service: "networks", account: "2010", words: "Share of power moved to hosting", ref: "JNL-0031", nature: "journal", pence: -320_000n },
    { id: "CAM-2017-12-94", date: "2017-12-29", service: "hosting", account: "2010", words: "Share of power moved from networks", ref: "JNL-0031", nature: "journal", pence: 320_000n },
  ],
  "2018-01": [
    { id: "CAM-2018-01-91", date: "2018-01-08", month: "2018-01", to: "2018-12", service: "networks", account: "4030", supplier: "Network supplier A", words: "Upkeep of network equipment in 2018", ref: "INV-570245", pence: 14_625_005n },
    { id: "CAM-2018-01-93", date: "2018-01-16", service: "networks", kind: "income", account: "9010", supplier: "housing-a", words: "Network service sold for January to March 2018", ref: "SAL-0005", pence: 1_875_000n },
  ],
  "2018-03": [
    { id: "CAM-2018-03-91", date: "2018-03-29", service: "hosting", account: "4020", supplier: "Cloud supplier A", words: "Cloud used in March and not yet billed", ref: "ACC-1718-01", nature: "accrual", pence: 2_800_000n },
  ],
  "2018-04": [
    { id: "CAM-2018-04-93", date: "2018-04-17", service: "networks", kind: "income", account: "9010", supplier: "housing-a", words: "Network service sold for April to June 2018", ref: "SAL-0006", pence: 1_875_000n },
  ],
  "2018-05": [
    { id: "CAM-2018-05-93", date: "2018-05-22", service: "networks", kind: "income", account: "9010", supplier: "housing-a", words: "Refund for two days without network", ref: "SAL-0007", pence: -125_000n },
  ],
  "2018-12": [
    { id: "CAM-2018-12-91", date: "2018-12-17", service: "hosting", account: "2010", supplier: "Data centre supplier A", words: "Charge for ending the shared data centre contract", ref: "INV-611804", pence: 6_420_000n },
  ],

  // A bill for November 2016 that came when November was closed.
  "late-2016-11": [
    { id: "CAM-2017-01-92", date: "2017-01-17", month: "2016-11", service: "networks", account: "4030", supplier: "Network supplier B", words: "Late bill for telephone calls in November 2016", ref: "INV-523115", pence: 2_341_857n },
  ],
  // The year-end period of 2016/17: the accrual goes out, the real bill comes in.
  "year-end-2016-17": [
    { id: "CAM-2017-04-91", date: "2017-04-03", service: "apps", account: "5010", supplier: "Applications supplier A", words: "Accrual for March taken back", ref: "ACC-1617-01", nature: "reversal", corrects: "CAM-2017-03-91", pence: -4_250_000n },
    { id: "CAM-2017-04-92", date: "2017-04-24", month: "2017-03", service: "apps", account: "5010", supplier: "Applications supplier A", words: "Bill for work done in March", ref: "INV-536644", pence: 4_187_326n },
  ],
  // The year-end period of 2017/18, with a late bill of Haringey's.
  "year-end-2017-18": [
    { id: "CAM-2018-04-91", date: "2018-04-03", service: "hosting", account: "4020", supplier: "Cloud supplier A", words: "Accrual for March taken back", ref: "ACC-1718-01", nature: "reversal", corrects: "CAM-2018-03-91", pence: -2_800_000n },
    { id: "CAM-2018-04-92", date: "2018-04-23", month: "2018-03", service: "hosting", account: "4020", supplier: "Cloud supplier A", words: "Bill for cloud used in March", ref: "INV-581970", pence: 2_931_648n },
    { id: "HAR-2018-04-91", date: "2018-04-26", month: "2018-02", service: "libraries", payer: "haringey", account: "5010", supplier: "Library systems supplier B", words: "Late bill for self-service kiosks in February 2018", ref: "INV-582204", pence: 318_475n },
  ],
  // A bill for a service that the light model no longer has: it belongs to June 2018, when it was still shared.
  "late-2018-06": [
    { id: "CAM-2018-08-91", date: "2018-08-07", month: "2018-06", service: "desktop", account: "4010", supplier: "Device supplier A", words: "Late bill for repairs in June 2018", ref: "INV-594417", pence: 764_318n },
  ],
};

// ---------------------------------------------------------------------------------------------------------------
// Made-up counts of devices and payments
// ---------------------------------------------------------------------------------------------------------------

const DEVICES = {
  "devices-2016-09-30": ["2016-09-30", [4215, 4087, 3163], "Illustrative: asset register of each council"],
  // 140 devices of Islington's had been scrapped and were still on its register.
  "devices-2016-09-30-recount": ["2016-09-30", [4215, 3947, 3163], "Illustrative: recount after a check of Islington's register"],
  "devices-2017-10-01": ["2017-10-01", [4302, 3905, 3288], "Illustrative: asset register of the shared service"],
};

const ON_ACCOUNT = [ // paid in the middle of each quarter: date, quarter, Islington's pence, Haringey's pence
  ["2016-11-15", "2016-17-q3", 130_000_000n, 120_000_000n],
  ["2017-02-15", "2016-17-q4", 130_000_000n, 120_000_000n],
  ["2017-05-15", "2017-18-q1", 130_000_000n, 120_000_000n],
  ["2017-08-15", "2017-18-q2", 130_000_000n, 120_000_000n],
  ["2017-11-15", "2017-18-q3", 130_000_000n, 120_000_000n],
  ["2018-02-15", "2017-18-q4", 130_000_000n, 120_000_000n],
  ["2018-05-15", "2018-19-q1", 130_000_000n, 120_000_000n],
  ["2018-08-15", "2018-19-q2", 48_000_000n, 48_000_000n],
  ["2018-11-15", "2018-19-q3", 48_000_000n, 48_000_000n],
];

// What Islington and Haringey each still owed Camden, to the penny, when the year-end periods and the last month were done.
const SETTLEMENTS = [ // file, date, Islington's pence, Haringey's pence, words
  ["settlement-2016-17", "2017-05-31", 27_927_758n, 30_478_662n, "Illustrative: settlement of 2016/17"],
  ["settlement-2017-18", "2018-07-31", 25_366_134n, 37_785_801n, "Illustrative: settlement of 2017/18 and of April to June 2018"],
  ["settlement-final", "2018-12-31", 7_186_583n, 5_125_771n, "Illustrative: final settlement"],
];

// ---------------------------------------------------------------------------------------------------------------
// Made-up budgets, in pounds: by file, the rows of service, kind, month, original, virement, forecast, words
// ---------------------------------------------------------------------------------------------------------------

const BUDGETS = {
  "budget-2016-17": ["2016/17", [
    ["networks", "", "", 1_790_000, "", "", "budget of the first half-year"],
    ["networks", "capital", "2017-02", 600_000, "", "", "new network equipment"],
    ["hosting", "", "", 1_480_000, "", "", "budget of the first half-year"],
    ["servicedesk", "", "", 1_010_000, "", "", "budget of the first half-year"],
    ["desktop", "", "", 1_350_000, "", "", "budget of the first half-year"],
    ["apps", "", "", 2_330_000, "", "", "budget of the first half-year"],
    ["security", "", "", 470_000, "", "", "budget of the first half-year"],
    ["printing", "", "", 84_000, "", "", "budget of the first half-year"],
    ["libraries", "", "", 38_000, "", "", "budget of the first half-year"],
    ["management", "", "", 330_000, "", "", "budget of the first half-year"],
  ]],
  "virement-2016-17": ["2016/17", [
    ["desktop", "", "", "", -25_000, "", "fewer devices after the recount; moved to security"],
    ["security", "", "", "", 25_000, "", "check of the joined network; moved from desktop"],
    ["apps", "", "", "", "", 2_400_000, "more contractors until applications have moved"],
  ]],
  "budget-2017-18": ["2017/18", [
    ["networks", "", "", 3_440_000, "", "", "budget of the year"],
    ["networks", "income", "", 75_000, "", "", "network service sold to a housing association"],
    ["hosting", "", "", 3_010_000, "", "", "budget of the year"],
    ["hosting", "capital", "2017-11", 380_000, "", "", "new storage"],
    ["servicedesk", "", "", 2_040_000, "", "", "budget of the year"],
    ["desktop", "", "", 2_720_000, "", "", "budget of the year"],
    ["apps", "", "", 4_450_000, "", "", "budget of the year"],
    ["security", "", "", 905_000, "", "", "budget of the year"],
    ["printing", "", "", 168_000, "", "", "budget of the year"],
    ["libraries", "", "", 76_000, "", "", "budget of the year"],
    ["management", "", "", 665_000, "", "", "budget of the year"],
  ]],
};

// ---------------------------------------------------------------------------------------------------------------
// Making the lines
// ---------------------------------------------------------------------------------------------------------------

// mulberry32, kept to whole numbers: each call gives the next unsigned 32-bit number.
let state = SEED >>> 0;
function draw() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = state;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return (t ^ (t >>> 14)) >>> 0;
}
const drawBelow = (n) => draw() % n;
const drawPence = (swing) => (swing === 0n ? 0n : BigInt(draw()) % (2n * swing + 1n) - swing);

const MONTH_NAMES = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const two = (n) => String(n).padStart(2, "0");
const inWords = (month) => `${MONTH_NAMES[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;

function monthsFrom(first, last) {
  const list = [];
  let year = Number(first.slice(0, 4));
  let month = Number(first.slice(5));
  for (let m = first; m <= last; m = `${year}-${two(month)}`) {
    list.push(m);
    month += 1;
    if (month === 13) { month = 1; year += 1; }
  }
  return list;
}

// The financial year of a month, counted from 2016/17 = 0; it begins in April.
const yearIndex = (month) => Number(month.slice(0, 4)) - 2016 - (month.slice(5) < "04" ? 1 : 0);

// Bank holidays in England and Wales (gov.uk), October 2016 to December 2018.
const BANK_HOLIDAYS = new Set([
  "2016-12-26", "2016-12-27",
  "2017-01-02", "2017-04-14", "2017-04-17", "2017-05-01", "2017-05-29", "2017-08-28", "2017-12-25", "2017-12-26",
  "2018-01-01", "2018-03-30", "2018-04-02", "2018-05-07", "2018-05-28", "2018-08-27", "2018-12-25", "2018-12-26",
]);

// The given day of the month, moved back over weekends and bank holidays (days are 6 or later, so the month stays).
function workingDay(month, day) {
  for (let d = day; ; d -= 1) {
    const date = `${month}-${two(d)}`;
    const weekday = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1, d)).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !BANK_HOLIDAYS.has(date)) return date;
  }
}

function monthlyLines(month, index) {
  const lines = [];
  for (const kind of MONTHLY) {
    const base = month < LIGHT ? kind.full : kind.light;
    if (base === undefined) continue;
    if (kind.often && drawBelow(kind.often[1]) >= kind.often[0]) continue;
    const payroll = kind.supplier === "Payroll";
    const day = payroll ? 15 : 6 + drawBelow(22);
    lines.push({
      date: workingDay(month, day),
      service: kind.service,
      payer: kind.payer,
      account: kind.account,
      supplier: kind.supplier,
      words: `${kind.words} in ${inWords(month)}`,
      ref: payroll ? `PAY-${month}` : `INV-${600000 + drawBelow(400000)}`,
      pence: (base * kind.years[yearIndex(month)]) / 1000n + (kind.grow ?? 0n) * BigInt(index) + drawPence(kind.swing),
    });
  }
  return lines;
}

// Sorts by date (lines of one date stay as they are) and numbers the lines of each payer that have no number yet.
function numbered(month, lines) {
  const next = {};
  return lines
    .map((line, at) => ({ ...line, at }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.at - b.at))
    .map((line) => {
      if (line.id) return line;
      next[line.payer] = (next[line.payer] ?? 0) + 1;
      return { ...line, id: `${CODES[line.payer]}-${month}-${two(next[line.payer])}` };
    });
}

// ---------------------------------------------------------------------------------------------------------------
// Writing the files
// ---------------------------------------------------------------------------------------------------------------

const COST_COLUMNS = ["line_id", "date", "month", "to_month", "service", "cost_centre", "account", "supplier", "description", "reference", "nature", "kind", "amount", "irrecoverable_vat", "paid_by", "corrects"];

function pounds(pence) {
  const size = pence < 0n ? -pence : pence;
  return `${pence < 0n ? "-" : ""}${size / 100n}.${String(size % 100n).padStart(2, "0")}`;
}

const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csv = (rows) => rows.map((row) => row.map((value) => cell(String(value))).join(",") + "\n").join("");

const costRow = (line) => {
  const payer = line.payer ?? "camden";
  return [
    line.id, line.date, line.month ?? "", line.to ?? "", line.service, COST_CENTRES[payer], line.account, line.supplier ?? "",
    `Illustrative: ${line.words}`, line.ref, line.nature ?? "actual", line.kind ?? "revenue", pounds(line.pence),
    line.vat === undefined ? "" : pounds(line.vat), payer, line.corrects ?? "",
  ];
};

const folder = process.argv[2] ?? dirname(fileURLToPath(import.meta.url));
function write(name, rows) {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, csv(rows), "utf8");
}

monthsFrom(FIRST, LAST).forEach((month, index) => {
  const lines = numbered(month, [...monthlyLines(month, index), ...(ONCE[month] ?? [])]);
  write(`costs/${month}.csv`, [COST_COLUMNS, ...lines.map(costRow)]);
});
for (const [name, lines] of Object.entries(ONCE)) {
  if (!/^\d/.test(name)) write(`costs/${name}.csv`, [COST_COLUMNS, ...lines.map(costRow)]);
}

for (const [name, [date, counts, source]] of Object.entries(DEVICES)) {
  const rows = ["camden", "islington", "haringey"].map((partner, at) => [date, "devices", partner, counts[at], source]);
  write(`drivers/${name}.csv`, [["date", "driver", "partner", "count", "source"], ...rows]);
}

const BUDGET_COLUMNS = ["year", "service", "kind", "month", "original", "virement", "forecast", "reason"];
for (const [name, [year, lines]] of Object.entries(BUDGETS)) {
  const rows = lines.map(([service, kind, month, ...amounts]) => {
    const words = amounts.pop();
    return [year, service, kind, month, ...amounts.map((amount) => (amount === "" ? "" : `${amount}.00`)), `Illustrative: ${words}`];
  });
  write(`budgets/${name}.csv`, [BUDGET_COLUMNS, ...rows]);
}

const PAYMENT_COLUMNS = ["date", "from", "to", "amount", "reference", "for"];
for (const [date, quarter, islington, haringey] of ON_ACCOUNT) {
  const words = `Illustrative: on account for ${quarter.slice(0, 4)}/${quarter.slice(5, 7)} quarter ${quarter.slice(9)}`;
  write(`payments/on-account-${quarter}.csv`, [
    PAYMENT_COLUMNS,
    [date, "islington", "camden", pounds(islington), words, "on-account"],
    [date, "haringey", "camden", pounds(haringey), words, "on-account"],
  ]);
}
for (const [name, date, islington, haringey, words] of SETTLEMENTS) {
  write(`payments/${name}.csv`, [
    PAYMENT_COLUMNS,
    [date, "islington", "camden", pounds(islington), words, "settlement"],
    [date, "haringey", "camden", pounds(haringey), words, "settlement"],
  ]);
}
