import type { Latencies, TypingResult } from './typing-bench.ts';

/** The figures of two people typing as people read them. */
export function typingTable({ keysPerSecond, limit, parley, echo, cores, load }: TypingResult): string {
  const row = (label: string, { keys, lost, p50, p95, worst }: Latencies, is: string) => [
    label,
    String(keys),
    String(lost),
    ...[p50, p95, worst].map((value) => value.toFixed(1)),
    is,
  ];
  const rows = [
    ['', 'keys', 'lost', 'p50 ms', 'p95 ms', 'worst ms', `p95 ≤ ${limit}`],
    row('bare field over ws', echo, ''),
    row('Parley', parley, parley.lost === 0 && parley.p95 <= limit ? 'yes' : 'no'),
  ];
  const title = `Two people typing ${keysPerSecond} keys a second each into one text, from a key until it is drawn on the other's screen (${cores} cores, load ${load.toFixed(1)})`;
  const lines = rows.map((cells) =>
    cells.map((cell, index) => (index === 0 ? cell.padEnd(22) : cell.padStart(12))).join(''),
  );
  return `${title}\n${lines.join('\n')}\n`;
}
