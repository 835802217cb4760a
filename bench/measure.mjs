// Runs a command as its own process, and takes its wall time or its peak of memory.

import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';

const gnuTime = '/usr/bin/time';
const pollEvery = 5;
const mostOfError = 400;

// No setting of the user's own may point the program elsewhere or turn anything off.
const surroundings = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('OPENBOOK_')));

/** Thrown when a command ends with another exit code than 0; it says which and what it printed. */
export class CommandFailed extends Error {}

/** Runs `[program, ...arguments]` with its output to a file; gives seconds from start to end. */
export function timed(command, output) {
  return withOutput(output, (stdio) => {
    const start = process.hrtime.bigint();
    const done = spawnSync(command[0], command.slice(1), { stdio, env: surroundings });
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    mustHaveWorked(command, done);
    return seconds;
  });
}

/** Runs the command and gives the most memory it held at once, in bytes. */
export function peakOf(command, output, reportFile) {
  return hasGnuTime() ? peakByTime(command, output, reportFile) : peakByPolling(command, output);
}

/** The number of times that the command had the disk flush a file; null where that cannot be watched. */
export async function flushesOf(command, output, reportFile) {
  if (spawnSync('strace', ['-V'], { stdio: 'ignore' }).status !== 0) return null;
  const watch = ['-f', '-qq', '-e', 'trace=fsync,fdatasync', '-e', 'signal=none', '-o', reportFile];
  await timed(['strace', ...watch, ...command], output);
  return readFileSync(reportFile, 'utf8').split('\n').filter((line) => /sync(\(| resumed).*= 0$/.test(line)).length;
}

export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function hasGnuTime() {
  if (!existsSync(gnuTime)) return false;
  return spawnSync(gnuTime, ['--version'], { encoding: 'utf8' }).stdout?.includes('GNU') ?? false;
}

async function peakByTime(command, output, reportFile) {
  await timed([gnuTime, '-v', '-o', reportFile, ...command], output);
  const found = /Maximum resident set size \(kbytes\): (\d+)/.exec(readFileSync(reportFile, 'utf8'));
  if (!found) throw new Error('the peak of memory could not be read');
  return Number(found[1]) * 1024;
}

/** The kernel's own high-water mark, read until the process has gone: at worst the last 5 ms are missed. */
function peakByPolling(command, output) {
  return withOutput(output, (stdio) => new Promise((resolve, reject) => {
    const child = spawn(command[0], command.slice(1), { stdio, env: surroundings });
    let peak = 0;
    const timer = setInterval(() => { peak = Math.max(peak, highWater(child.pid)); }, pollEvery);
    child.on('error', (error) => { clearInterval(timer); reject(error); });
    child.on('exit', (status, signal) => {
      clearInterval(timer);
      try {
        mustHaveWorked(command, { status, signal });
        if (peak === 0) throw new Error('the peak of memory could not be read');
        resolve(peak);
      } catch (error) {
        reject(error);
      }
    });
  }));
}

function highWater(pid) {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

// Standard error goes to a file beside the output, so that it can be shown when the command fails.
async function withOutput(output, act) {
  const out = openSync(output, 'w');
  const errors = openSync(`${output}.errors`, 'w');
  try {
    return await act(['ignore', out, errors]);
  } catch (error) {
    const printed = readFileSync(`${output}.errors`, 'utf8').trim().slice(0, mostOfError);
    if (error instanceof CommandFailed && printed) error.message += `: ${printed}`;
    throw error;
  } finally {
    closeSync(out);
    closeSync(errors);
  }
}

function mustHaveWorked(command, { status, signal, error }) {
  if (error) throw new CommandFailed(`${command.join(' ')} could not start (${error.code})`);
  if (status !== 0) throw new CommandFailed(`${command.join(' ')} ended with ${signal ?? `exit code ${status}`}`);
}
