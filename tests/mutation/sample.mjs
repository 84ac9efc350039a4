import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import config from './stryker.config.mjs';

/** The drawn changes, for the checker. */
export const SAMPLE_FILE = '.stryker-tmp/sample.json';

const SILENT = { debug() {}, info() {}, warn() {}, isDebugEnabled: () => false };

/** `count` of the changes that Stryker makes in these files, always the same for a seed, and how many there are. */
export async function drawSample(files, count, seed) {
  const sources = files.map((file) => ({
    name: resolve(file),
    mutate: true,
    content: readFileSync(file, 'utf8'),
  }));
  const options = { ...config.mutator, ignorers: [], plugins: null };
  const { mutants } = await new Instrumenter(SILENT).instrument(sources, options);
  const possible = mutants.filter(({ status }) => status !== 'Ignored');
  const drawn = possible
    .map((change) => ({ change, name: nameOf(change) }))
    .map(({ change, name }) => ({
      change,
      name,
      lot: createHash('sha256').update(`${seed} ${name}`).digest('hex'),
    }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, count);
  return {
    of: possible.length,
    names: drawn.map(({ name }) => name),
    ranges: [...new Set(drawn.map(({ change }) => rangeOf(change)))],
  };
}

/** A change by its place and what is put there. */
export function nameOf({ fileName, location, mutatorName, replacement }) {
  return `${rangeOf({ fileName, location })} ${mutatorName} ${replacement}`;
}

/** A place as Stryker’s `--mutate` takes it. */
function rangeOf({ fileName, location: { start, end } }) {
  const place = ({ line, column }) => `${line + 1}:${column}`;
  return `${relative(process.cwd(), fileName)}:${place(start)}-${place(end)}`;
}
