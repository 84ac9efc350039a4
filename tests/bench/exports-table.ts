import { EXPORT_LIMITS, type ExportsResult } from './exports-bench.ts';

/** MB above idle, and milliseconds until others' edits are answered, at most. */
const MEMORY = 300;
const P99 = 50;

/** The measurement as a table for a terminal, each figure beside what it is held to. */
export function exportsTable({ claims, quiet, files }: ExportsResult): string {
  const columns = (cells: readonly string[]) =>
    [cells[0]?.padEnd(10), ...cells.slice(1).map((cell) => cell.padStart(18))].join('');
  return [
    `A debate of ${claims} claims as a file; others' edits meanwhile (at rest: p99 ${quiet.toFixed(0)} ms)`,
    columns(['', 'seconds (limit)', 'MB of file', `MB above (${MEMORY})`, `edits p99 (${P99} ms)`]),
    ...files.map(({ format, seconds, bytes, memory, p99 }) =>
      columns([
        format,
        `${seconds.toFixed(2)} (${EXPORT_LIMITS[format]})`,
        (bytes / 1e6).toFixed(1),
        (memory / 1e6).toFixed(0),
        p99.toFixed(0),
      ]),
    ),
    '',
  ].join('\n');
}
