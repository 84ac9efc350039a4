import type { Figures } from '../figures.ts';
import type { LiveResult } from './live-bench.ts';

const HEAD = [
  '',
  'lost',
  'refused',
  'p50 ms',
  'p99 ms',
  'p99 ×',
  'answer p99',
  'CPU ms/1000',
  'CPU ×',
  'of it DB',
  'joined s',
  'kB each',
  'memory MB',
];

/** The workloads as people read them: each server beside the bare broadcast. */
export function liveTable(results: readonly LiveResult[]): string {
  return results.map(workloadTable).join('\n');
}

function workloadTable({
  workload,
  frameBytes,
  broadcast,
  stored,
  socketIo,
  postgresql,
  pglite,
}: LiveResult): string {
  const { name, rooms, connections, perSecond, seconds } = workload;
  const row = (label: string, figures: Figures) => [
    label,
    String(figures.lost),
    String(figures.refused),
    ...[figures.p50, figures.p99].map((value) => value.toFixed(1)),
    (figures.p99 / broadcast.p99).toFixed(2),
    figures.answered.toFixed(1),
    figures.cpuPerThousand.toFixed(2),
    (figures.cpuPerThousand / broadcast.cpuPerThousand).toFixed(2),
    `${Math.round(figures.databaseShare * 100)} %`,
    (figures.joined / 1_000).toFixed(1),
    (figures.perConnection / 1_000).toFixed(0),
    figures.memory.toFixed(0),
  ];
  const rows = [
    HEAD,
    row('bare ws broadcast', broadcast),
    row('the same, stored', stored),
    row('Socket.IO, stored', socketIo),
    row('Parley on PostgreSQL', postgresql),
    row('Parley on PGlite', pglite),
  ];
  const title = `${name}: ${rooms} × ${connections} connections, ${perSecond} operations a second for ${seconds} s, ${frameBytes} bytes an operation`;
  return `${title}\n${rows.map((cells) => cells.map((cell, i) => (i === 0 ? cell.padEnd(22) : cell.padStart(12))).join('')).join('\n')}\n`;
}
