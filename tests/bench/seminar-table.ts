import type { Figures } from './figures.ts';
import type { SeminarResult } from './seminar.ts';

/** The figures of a seminar as people read them. */
export function seminarTable({
  connections,
  senders,
  seconds,
  frameBytes,
  ...measured
}: SeminarResult): string {
  const head = ['', 'lost', 'p50 ms', 'p95 ms', 'p99 ms', 'p99 ×', 'CPU ms/1000', 'CPU ×', 'memory MB'];
  const row = (label: string, figures: Figures & { p99Ratio?: number; cpuRatio?: number }) => [
    label,
    String(figures.lost),
    ...[figures.p50, figures.p95, figures.p99].map((value) => value.toFixed(2)),
    figures.p99Ratio?.toFixed(2) ?? '1',
    figures.cpuPerThousand.toFixed(2),
    figures.cpuRatio?.toFixed(2) ?? '1',
    figures.memory.toFixed(0),
  ];
  const rows = [
    head,
    row('bare ws broadcast', measured.broadcast),
    row('Parley on PostgreSQL', measured.postgresql),
    row('Parley on PGlite', measured.pglite),
  ];
  const title = `${connections} connections, ${senders} of them writing once a second for ${seconds} s, ${frameBytes} bytes an operation`;
  return `${title}\n${rows.map((cells) => cells.map((cell, i) => (i === 0 ? cell.padEnd(22) : cell.padStart(12))).join('')).join('\n')}\n`;
}
