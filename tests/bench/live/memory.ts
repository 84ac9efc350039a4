import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { SEEDED } from '../../e2e/parley-process.ts';
import { startPostgres } from '../../support/postgres.ts';
import { freePort } from '../../support/postgres-process.ts';
import { percentile } from '../figures.ts';
import { serverFlags } from '../server-flags.ts';
import { withDataDir } from '../with-data-dir.ts';
import { parleyParty } from './parties.ts';
import { runWorkload } from './run-workload.ts';
import { DATABASES, type DatabaseName, withParley } from './with-parley.ts';
import { SEMINAR } from './workloads.ts';

/** Megabytes of 2^20 bytes. */
export interface MemoryFigures {
  /** Resident memory of the built server, pages and all, that has answered a few pages and rests. */
  readonly idle: number;
  /** The same with the environment of the container image. */
  readonly idleInImage: number;
  /** In use after garbage collection, again and again while a seminar goes on. */
  readonly soak: readonly number[];
  /** Of the straight line through the later half of those, in megabytes a minute. */
  readonly slope: number;
}

export interface MemoryResult {
  readonly minutes: number;
  readonly postgresql: MemoryFigures;
  readonly pglite: MemoryFigures;
}

const MEGABYTE = 2 ** 20;
/** Pages asked for before a server rests, and milliseconds it rests. */
const PAGES = ['/', SEEDED, '/', SEEDED];
const REST = 20_000;
/** Looks at the memory during a soak. */
const LOOKS = 20;

/** A server at rest, and a server in use for so many minutes, on both databases. */
export async function benchMemory(minutes: number, say: (line: string) => void): Promise<MemoryResult> {
  const measure = async (database: DatabaseName): Promise<MemoryFigures> => {
    say(`memory: ${DATABASES[database]} at rest …`);
    const idle = await idleMemory(database, {});
    const idleInImage = await idleMemory(database, imageEnvironment());
    say(`memory: ${DATABASES[database]} in use for ${minutes} minutes …`);
    const soak = await soakOn(database, minutes);
    return { idle, idleInImage, soak, slope: slopeOf(soak, minutes) };
  };
  return { minutes, postgresql: await measure('postgresql'), pglite: await measure('pglite') };
}

/** The variables that the container image sets. */
function imageEnvironment(): Record<string, string> {
  const settings = readFileSync('Dockerfile', 'utf8').matchAll(/(?<=^ENV .*)(\w+)=(\S+)/gm);
  return Object.fromEntries(Array.from(settings, ([, name = '', value = '']) => [name, value]));
}

/** Of the built server as `npm start` runs it, with these variables. */
async function idleMemory(
  database: DatabaseName,
  environment: Readonly<Record<string, string>>,
): Promise<number> {
  const postgres = database === 'postgresql' ? await startPostgres() : null;
  return withDataDir(async (dataDir) => {
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const server = spawn(process.execPath, [...serverFlags(), join('dist', 'main.js')], {
      env: {
        ...process.env,
        ...environment,
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: String(port),
        DATA_DIR: dataDir,
        ...(postgres && { DATABASE_URL: postgres.url }),
      },
      stdio: 'ignore',
    });
    const ended = once(server, 'exit');
    while (!(await isReady(origin))) await wait(100);
    for (const page of PAGES) await (await fetch(origin + page)).text();
    await wait(REST);
    const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
    const [, kilobytes] = status.match(/^VmRSS:\s+(\d+) kB$/m) ?? [];
    server.kill('SIGTERM');
    await ended;
    return (Number(kilobytes) * 1_024) / MEGABYTE;
  }).finally(() => postgres?.stop());
}

function isReady(origin: string): Promise<boolean> {
  return fetch(`${origin}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function soakOn(database: DatabaseName, minutes: number): Promise<number[]> {
  const seconds = minutes * 60;
  const looks: number[] = [];
  return withParley(database, async (server, meter) => {
    const look = async () => void looks.push((await meter.settledMemory()) / MEGABYTE);
    let looking: NodeJS.Timeout | undefined;
    const watch = {
      begin: async () => {
        looking = setInterval(look, (seconds * 1_000) / LOOKS);
      },
      end: async () => clearInterval(looking),
    };
    await runWorkload({ ...SEMINAR, name: 'soak', seconds }, parleyParty([server]), meter, watch);
    return looks;
  });
}

/** The later half alone: what is made once is made before. */
function slopeOf(looks: readonly number[], minutes: number): number {
  const later = looks.slice(Math.floor(looks.length / 2));
  const slopes = later.flatMap((one, at) =>
    later.slice(at + 1).map((other, more) => ((other - one) / (more + 1)) * (LOOKS / minutes)),
  );
  return percentile(slopes, 0.5);
}

/** Memory as a table, each figure beside its limit. */
export function memoryTable({ minutes, postgresql, pglite }: MemoryResult): string {
  const row = (label: string, ...cells: readonly string[]) =>
    `${label.padEnd(52)}${cells.map((cell) => cell.padStart(14)).join('')}\n`;
  const of = (figure: (one: MemoryFigures) => number) =>
    [postgresql, pglite].map((one) => `${figure(one).toFixed(1)} MB`);
  return [
    row('', 'PostgreSQL', 'PGlite'),
    row('at rest, started by npm', ...of(({ idle }) => idle)),
    row('at rest, as in the image (250 and 400)', ...of(({ idleInImage }) => idleInImage)),
    row(
      `in use, after a tenth of ${minutes} minutes`,
      ...of(({ soak }) => soak[Math.floor(soak.length / 10)] ?? 0),
    ),
    row('in use at the end', ...of(({ soak }) => soak.at(-1) ?? 0)),
    row('a minute, in the later half', ...of(({ slope }) => slope)),
  ].join('');
}
