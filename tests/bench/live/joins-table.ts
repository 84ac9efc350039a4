import type { JoinFigures, JoinsResult } from './joins.ts';

/** The measurement as a table for a terminal, each figure beside its limit. */
export function joinsTable({ claims, crowdSize, postgresql, pglite }: JoinsResult): string {
  const columns: readonly JoinFigures[] = [postgresql, pglite];
  const row = (label: string, cell: (figures: JoinFigures) => string) =>
    [label.padEnd(48), ...columns.map((figures) => cell(figures).padStart(14))].join('');
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  return [
    `Joining a debate of ${claims} claims`,
    [''.padEnd(48), 'PostgreSQL'.padStart(14), 'PGlite'.padStart(14)].join(''),
    row('usable, middle (40 ms)', ({ usable }) => ms(usable)),
    row('usable, 99 in 100', ({ usableP99 }) => ms(usableP99)),
    row('processor time a join (3 ms)', ({ cpu }) => ms(cpu)),
    row('of it the database', ({ databaseCpu }) => ms(databaseCpu)),
    row('bytes, as a share of the JSON (0.35)', ({ bytes }) => bytes.toFixed(2)),
    row(`${crowdSize} at once, all answered (400 ms)`, ({ crowd }) => ms(crowd)),
    row('processor time of each of them', ({ crowdCpu }) => ms(crowdCpu)),
    '',
  ].join('\n');
}
