#!/usr/bin/env node
// Plants faults in a copy of the source, one at a time, and shows that the tests catch each. A guard that nobody has seen
// fail is decoration.
//
//   tests/planted-faults/run                    all of them
//   tests/planted-faults/run --sample 1 --seed 7   some, chosen by the seed
//   … --no-controls                                where the same tests are run without a fault anyway

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const all = JSON.parse(readFileSync(join(here, 'faults.json'), 'utf8'));

function option(name) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : Number(process.argv[at + 1]);
}

// A small generator of numbers: the same seed chooses the same faults.
function choose(faults, count, seed) {
  let state = seed >>> 0 || 1;
  const left = [...faults];
  const chosen = [];
  while (chosen.length < count && left.length > 0) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    chosen.push(...left.splice(Math.floor((state / 2 ** 32) * left.length), 1));
  }
  return chosen;
}

function copy() {
  const to = mkdtempSync(join(tmpdir(), 'openbook-faults-'));
  const left = new Set(['bin', 'obj', '.git', 'node_modules', 'TestResults', '.work']);
  cpSync(root, to, { recursive: true, filter: (from) => !left.has(basename(from)) });
  return to;
}

function dotnet(args, cwd) {
  const done = spawnSync('dotnet', args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  return { ok: done.status === 0, said: `${done.stdout}${done.stderr}` };
}

// What became of the tests that guard against a fault: 'passed', 'failed' or 'not built'.
function guard(fault, tree) {
  const project = join('tests', fault.tests, `Openbook.${fault.tests}.csproj`);
  const build = dotnet(['build', project, '-c', 'Release', '-v', 'q', '-nologo', '-p:RunAnalyzers=false', '-p:TreatWarningsAsErrors=false'], tree);
  if (!build.ok) {
    return { state: 'not built', said: build.said };
  }
  const args = ['test', project, '-c', 'Release', '--no-build', '-v', 'q', '-nologo', '--filter', fault.filter];
  const run = dotnet(args, tree);
  const ran = /(Passed|Failed)!/.test(run.said);
  return { state: !ran ? 'no test ran' : run.ok ? 'passed' : 'failed', said: run.said };
}

function plant(fault, tree) {
  const path = join(tree, fault.file);
  const before = readFileSync(path, 'utf8');
  const places = before.split(fault.find).length - 1;
  if (places !== 1) {
    throw new Error(`${fault.name}: "${fault.find}" stands ${places} times in ${fault.file}; it must stand there once.`);
  }
  writeFileSync(path, before.replace(fault.find, () => fault.plant));
  return () => writeFileSync(path, before);
}

const count = option('sample') ?? all.length;
const faults = count < all.length ? choose(all, count, option('seed') ?? 1) : all;
const withControls = !process.argv.includes('--no-controls');
const tree = copy();
let wrong = 0;
try {
  const controls = new Map();
  for (const fault of faults) {
    const key = `${fault.tests} ${fault.filter}`;
    if (withControls && !controls.has(key)) {
      const control = guard(fault, tree);
      controls.set(key, control.state);
      console.log(`without a fault: ${fault.tests} (${fault.filter}) ${control.state}`);
      if (control.state !== 'passed') {
        console.log(control.said.slice(-4000));
        wrong++;
      }
    }
    const mend = plant(fault, tree);
    const found = guard(fault, tree);
    mend();
    const caught = found.state === 'failed';
    console.log(`${caught ? 'caught' : 'NOT CAUGHT'}: ${fault.name} (${found.state})`);
    if (!caught) {
      console.log(found.said.slice(-2000));
      wrong++;
    }
  }
} finally {
  rmSync(tree, { recursive: true, force: true });
}
console.log(wrong === 0 ? `all ${faults.length} planted faults were caught` : `${wrong} planted faults or controls went wrong`);
process.exit(wrong === 0 ? 0 : 1);
