import type { VotesFigures, VotesResult } from './votes.ts';

/** The measurement as a table for a terminal, each figure beside what it is held to. */
export function votesTable({ people, broadcast, pglite, postgresql }: VotesResult): string {
  const columns: readonly (readonly [string, VotesFigures])[] = [
    ['ws broadcast', broadcast],
    ['PGlite', pglite],
    ['PostgreSQL', postgresql],
  ];
  const row = (label: string, cell: (figures: VotesFigures) => string) =>
    [label.padEnd(44), ...columns.map(([, figures]) => cell(figures).padStart(14))].join('');
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  return [
    `${people} people come at once, and all vote within 2 s`,
    [''.padEnd(44), ...columns.map(([name]) => name.padStart(14))].join(''),
    row('all have joined (10,000 ms at most)', ({ joined }) => ms(joined)),
    row('final tally after the last vote (250 ms)', ({ received }) => ms(received)),
    row('lost', ({ lost }) => String(lost)),
    row('server CPU (less than the broadcast)', ({ cpu }) => ms(cpu)),
    row('frames a connection', ({ frames }) => frames.toFixed(0)),
    '',
  ].join('\n');
}
