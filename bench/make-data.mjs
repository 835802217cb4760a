// Makes the files of one measured size: the same LINES and seed give the same bytes on every machine.
//
//   node bench/make-data.mjs LINES DIR [--seed S]
//
// DIR/agreement.yaml  the agreement         DIR/costs.csv    the cost lines
// DIR/drivers.csv     the drivers' counts   DIR/weights.csv  the agreement's shares again, as a table for the peer

import { appendFileSync, closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { countedMonths, daysIn, drivers, lastDay, months, partners, services, starts } from './shape.mjs';

const names = ['Ashby Borough Council', 'Brook District Council', 'Calder Borough Council'];
const header = 'line_id,date,month,service,amount,paid_by,cost_centre,account,supplier,description,reference\n';
const supplierCount = 5000;
const chunk = 1 << 20;

const firsts = [
  'Alder', 'Barrow', 'Cobham', 'Denholm', 'Elmet', 'Farrant', 'Garside', 'Hollins', 'Ingram', 'Jarrow', 'Kelsey', 'Lorne',
  'Marden', 'Norbury', 'Oakham', 'Pelham', 'Quorn', 'Ridley', 'Selwyn', 'Thorne', 'Upton', 'Varley', 'Wexham', 'Yarrow', 'Zeal',
];
const trades = [
  'Network Services', 'Telecom', 'Software', 'Business Systems', 'Data Centres', 'Print Solutions', 'Consulting', 'Security',
  'Cabling', 'Hosting', 'Learning', 'Recruitment', 'Facilities', 'Mapping', 'Mobile', 'Hardware', 'Cloud', 'Archives',
  'Integration', 'Research',
];
const endings = [
  'Ltd', 'Limited', 'plc', 'LLP', '(UK) Ltd', 'Group plc', 'Holdings Ltd', 'Partners LLP', 'Europe Ltd', ', Reed & Co',
];
const accounts = [
  '41100 Software licences', '41150 Software maintenance', '41200 Hardware', '41250 Hardware maintenance',
  '42100 Telephony', '42200 Data lines', '43100 Agency staff', '43200 Consultancy', '44100 Training',
  '45100 Printing', '46100 Hosting', '47100 Other supplies',
];
const purposes = [
  'Annual licence renewal', 'Monthly support charge', 'Call-off order', 'Data line rental', 'Replacement equipment',
  'Engineer day rate', 'Project stage payment', 'Hosting and storage', 'Licences added in year', 'Handset and tariff charges',
  'Maintenance of site equipment', 'Agency cover, second line', 'Course places', 'Out of hours support', 'Migration work',
];

/** A small generator of 32-bit numbers (mulberry32): whole-number arithmetic only. */
function numbersFrom(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

function agreementText() {
  const share = (service) => ({
    equal: () => 'equal',
    driver: () => `{ driver: ${service.driver} }`,
    fixed: () => `{ fixed: { ${partners.map((p, i) => `${p}: ${service.weights[i]}`).join(', ')} } }`,
  })[service.share]();
  return [
    'rules: openbook-1',
    'partnership: Ashby, Brook and Calder Shared Digital',
    `starts: ${starts}`,
    'partners:',
    ...partners.map((code, i) => `  - { code: ${code}, name: ${names[i]} }`),
    `host: ${partners[0]}`,
    'services:',
    ...services.map((s) => `  - { code: ${s.code}, name: ${titled(s.code)}, share: ${share(s)} }`),
    'drivers:',
    ...drivers.map((d) => `  - { code: ${d.code}, name: ${titled(d.code)}, max_age_months: 12 }`),
    '',
  ].join('\n');
}

function weightsText() {
  const weights = (s) => (s.share === 'equal' ? partners.map(() => '1') : s.weights ?? partners.map(() => ''));
  const rows = services.map((s, i) => [i + 1, s.code, s.share, s.driver ?? '', ...weights(s)].join(','));
  return `position,service,share,driver,${partners.join(',')}\n${rows.join('\n')}\n`;
}

function driversText(next) {
  const rows = [];
  const counts = drivers.map((d) => d.from.map(units));
  for (const month of countedMonths) {
    drivers.forEach((driver, d) => partners.forEach((partner, p) => {
      // From one month to the next a count moves by at most 3% either way, and by at least one unit.
      const [count, scale] = counts[d][p];
      const reach = Math.max(1, Math.floor((count * 3) / 100));
      counts[d][p] = [count + (next(2) === 0 ? 1 : -1) * (1 + next(reach)), scale];
      rows.push(`${lastDay(month)},${driver.code},${partner},${decimal(counts[d][p])},count of ${month}`);
    }));
  }
  return `date,driver,partner,count,source\n${rows.join('\n')}\n`;
}

/** A count as whole units and the number of its decimals. */
function units(text) {
  const decimals = (text.split('.')[1] ?? '').length;
  return [Number(text.replace('.', '')), decimals];
}

function decimal([count, decimals]) {
  if (decimals === 0) return String(count);
  const digits = String(count).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function titled(code) {
  const words = code.replaceAll('-', ' ');
  return words[0].toUpperCase() + words.slice(1);
}

function supplierNames() {
  return Array.from({ length: supplierCount }, (_, i) => {
    const ending = endings[Math.floor(i / (firsts.length * trades.length))];
    const name = `${firsts[i % firsts.length]} ${trades[Math.floor(i / firsts.length) % trades.length]}`;
    return ending[0] === ',' ? `"${name}${ending}"` : `${name} ${ending}`;
  });
}

/** Pence of one line: many small invoices, few large ones. */
function pence(next) {
  const band = next(1000);
  if (band < 200) return 500 + next(9_500);
  if (band < 650) return 10_000 + next(190_000);
  if (band < 930) return 200_000 + next(2_300_000);
  if (band < 995) return 2_500_000 + next(12_500_000);
  return 15_000_000 + next(75_000_000);
}

function pounds(amount, credit) {
  const rest = amount % 100;
  return `${credit ? '-' : ''}${(amount - rest) / 100}.${rest < 10 ? '0' : ''}${rest}`;
}

function writeCosts(file, lines, next) {
  const suppliers = supplierNames();
  const days = months.map(daysIn);
  const two = Array.from({ length: 32 }, (_, i) => String(i).padStart(2, '0'));
  const out = openSync(file, 'w');
  let text = header;
  for (let i = 0; i < lines; i++) {
    // The ledger's order: by date of posting; one line in twenty belongs to the month before.
    const place = i * months.length;
    const at = Math.floor(place / lines);
    const day = 1 + Math.floor(((place % lines) * days[at]) / lines);
    const month = at > 0 && next(20) === 0 ? at - 1 : at;
    const service = next(services.length);
    const share = next(100);
    const payer = share < 55 ? 0 : share < 80 ? 1 : 2;
    const credit = next(100) < 3;
    const account = next(accounts.length);
    // The lower of two draws, so that some suppliers send many invoices and most send few.
    const supplier = Math.min(next(supplierCount), next(supplierCount));
    const number = 1_000_000 + i;
    const amount = pounds(pence(next), credit);
    const centre = `${'ABC'[payer]}D${4100 + service * 10 + (account % 3)}`;
    const purpose = purposes[(service + next(4)) % purposes.length];
    const words = credit ? `Credit note, ${purpose.toLowerCase()}` : purpose;
    const quote = words.includes(',') ? '"' : '';
    text += `AP${number}-${1 + next(3)},${months[at]}-${two[day]},${months[month]},${services[service].code},${amount},`
      + `${partners[payer]},${centre},${accounts[account]},${suppliers[supplier]},`
      + `${quote}${words} ${months[month]}${quote},${credit ? 'CRN' : 'INV'}-${100_000 + next(900_000)}\n`;
    if (text.length >= chunk) {
      appendFileSync(out, text, 'latin1');
      text = '';
    }
  }
  appendFileSync(out, text, 'latin1');
  closeSync(out);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' } },
});
const [count, folder] = positionals;
if (positionals.length !== 2 || !/^[1-9][0-9]{0,7}$/.test(count) || !/^[0-9]{1,9}$/.test(values.seed)) {
  console.error('Usage: node make-data.mjs LINES DIR [--seed S]   (1 to 99,999,999 lines; a seed of up to 9 digits)');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const next = numbersFrom(Number(values.seed));
writeFileSync(join(folder, 'agreement.yaml'), agreementText());
writeFileSync(join(folder, 'weights.csv'), weightsText());
writeFileSync(join(folder, 'drivers.csv'), driversText(next));
writeCosts(join(folder, 'costs.csv'), Number(count), next);
