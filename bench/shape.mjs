// The partnership that is measured: three made-up councils, 40 services, 13 drivers, 24 months.

export const book = 'bench';
export const partners = ['ashby', 'brook', 'calder'];
export const starts = '2016-04-01';
export const approved = '2016-03-01';

/** The 24 months, oldest first, as `YYYY-MM`. */
export const months = Array.from({ length: 24 }, (_, i) => monthAfter(2016, 4, i));

/** The months at whose end drivers are counted: the one before the start, then all 24. */
export const countedMonths = ['2016-03', ...months];

const equal = [
  'networks', 'telephony', 'service-desk', 'email', 'web-hosting', 'architecture', 'web-filtering',
  'information-law', 'test-lab', 'training', 'intranet', 'change-control', 'procurement', 'data-quality',
];

const fixed = [
  ['finance-system', [40, 35, 25]], ['payroll', [50, 30, 20]], ['housing-system', [45, 30, 25]],
  ['planning-system', [38, 34, 28]], ['libraries', [25, 25, 50]], ['elections', [41, 33, 26]],
  ['revenues', ['37.5', '36.25', '26.25']], ['social-care', [44, 31, 25]], ['mapping', [1, 1, 2]],
  ['data-centre', ['42.125', '31.375', '26.5']], ['backup', [7, 5, 4]], ['security', [36, 33, 31]],
  ['licensing', [12, 11, 9]],
];

// Each service's driver, and the count it starts from at each partner; the ones with decimals are full-time posts.
const driven = [
  ['desktop', 'devices', [4200, 3100, 2900]], ['mobiles', 'mobile-lines', [1900, 1450, 1220]],
  ['printing', 'print-pages', [812400, 655300, 590100]], ['storage', 'gigabytes', [91400, 70250, 64800]],
  ['software', 'licences', [5100, 3900, 3600]], ['support', 'tickets', [3300, 2750, 2420]],
  ['servers', 'server-count', [410, 365, 290]], ['sites', 'site-count', [88, 71, 64]],
  ['meeting-rooms', 'rooms', [61, 44, 39]], ['contact-centre', 'calls', [48200, 39900, 35750]],
  ['case-work', 'cases', [6100, 5320, 4480]], ['people-system', 'posts', ['4105.50', '3377.25', '2985.75']],
  ['management', 'managers', ['212.40', '180.20', '151.60']],
];

export const drivers = driven.map(([, code, from]) => ({ code, from: from.map(String) }));

/** The 40 services in the agreement's order, the three kinds of share mixed. */
export const services = mixed([
  equal.map((code) => ({ code, share: 'equal' })),
  fixed.map(([code, weights]) => ({ code, share: 'fixed', weights: weights.map(String) })),
  driven.map(([code, driver]) => ({ code, share: 'driver', driver })),
]);

/** The last day of a month, as `YYYY-MM-DD`. */
export function lastDay(month) {
  return `${month}-${daysIn(month)}`;
}

export function daysIn(month) {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

function monthAfter(year, month, count) {
  const at = month - 1 + count;
  return `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

function mixed(lists) {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list.slice(i, i + 1))).flat();
}
