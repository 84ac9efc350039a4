import type { AnalysisResult } from './analysis.ts';

/** The measurement as a table for a terminal, each figure beside what it is held to. */
export function analysisTable({ groups, gathering, strengths, quiet, looking }: AnalysisResult): string {
  const row = (label: string, figure: string) => `${label.padEnd(64)}${figure.padStart(12)}`;
  const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
  return [
    '2,000 people, 500 claims, half of all votes given',
    row('groups in the thread (3,000 ms at most)', ms(groups.wall)),
    row('  CPU time of the process meanwhile', ms(groups.cpu)),
    row('gathering all votes, in turns of 4 ms', ms(gathering.all)),
    row('gathering them again after one vote, likewise', ms(gathering.one)),
    row('a vote acknowledged while nobody looks: middle', ms(quiet.p50)),
    row('  95 in 100', ms(quiet.p95)),
    row('  slowest', ms(quiet.max)),
    row(`a vote acknowledged while groups are calculated (${looking.looks} times): middle`, ms(looking.p50)),
    row('  95 in 100', ms(looking.p95)),
    row('  slowest', ms(looking.max)),
    '10,000 claims',
    row('strengths, all of them', ms(strengths.first)),
    row('strengths after a vote (50 ms at most): middle', ms(strengths.p50)),
    row('  slowest', ms(strengths.max)),
    '',
  ].join('\n');
}
