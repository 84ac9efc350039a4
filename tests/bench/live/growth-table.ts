import type { Figures } from '../figures.ts';
import type { GrowthResult } from './growth.ts';
import { DATABASES, type DatabaseName } from './with-parley.ts';

/** The cost of a delivery and of an operation while a server grows, each beside its limit. */
export function growthTable({ growths, operations }: GrowthResult): string {
  const line = (cells: readonly string[]) =>
    `${cells.map((cell, at) => (at === 0 ? cell.padEnd(30) : cell.padStart(14))).join('')}\n`;
  const names = Object.keys(DATABASES) as DatabaseName[];
  const cost = ({ cpuPerThousand }: Figures) => cpuPerThousand;
  const rows = growths.flatMap(({ of, points }) =>
    names.map((database) => {
      const costs = points.map((point) => cost(point[database]));
      const ratio = (costs.at(-1) ?? 0) / (costs[0] ?? 1);
      const p99 = points.at(-1)?.[database].p99 ?? 0;
      const all = [...costs, ratio, p99].map((value) => value.toFixed(2));
      return line([`${of}, ${DATABASES[database]}`, ...all]);
    }),
  );
  const sizes = growths.map(({ of, points }) => `${of} ${points.map(({ size }) => size).join(', ')}`);
  const rules = operations.map(({ claims, claim, vote, comment }) =>
    line([`${claims} claims`, ...[claim, vote, comment].map((ms) => ms.toFixed(3))]),
  );
  return [
    `CPU ms of 1,000 deliveries as these grow: ${sizes.join('; ')}\n`,
    line(['', '×1', '×3', '×10', '×10 / ×1', 'p99 ms at ×10']),
    ...rows,
    '\nms to decide, apply and project an operation (0.3)\n',
    line(['', 'claim', 'vote', 'comment']),
    ...rules,
  ].join('');
}
