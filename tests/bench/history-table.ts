import type { HistoryResult, Times } from './history.ts';

/** The measurement as a table for a terminal, each figure beside its limit and beside what it is measured against. */
export function historyTable(result: HistoryResult): string {
  const { claims, entries, first, moments, played, present, activity, wordings, find, scan } = result;
  const ms = (value: number) => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`.padStart(10);
  const row = (label: string, limit: number | null, times: Times, beside: Times | null = null) =>
    [
      label.padEnd(46),
      ms(times.median),
      ms(times.worst),
      (limit === null ? '' : ms(limit)).padStart(12),
      beside ? `${(times.median / beside.median).toFixed(1)}×`.padStart(10) : '',
    ].join('');
  return [
    `A debate of ${claims} claims and ${entries} entries`,
    `${''.padEnd(46)}${'median'.padStart(10)}${'worst'.padStart(10)}${'limit'.padStart(12)}${'ratio'.padStart(10)}`,
    row('the present, by the same way', null, present),
    row('a moment anywhere', 1_000, moments, present),
    row('moments one after another', 1_000, played, present),
    `${'the first moment ever asked for'.padEnd(46)}${ms(first)}`,
    row('a page of the activity', 1_000, activity),
    row('the wordings of a claim', 1_000, wordings),
    row('looking through the texts alone', null, scan),
    row('words in all debates, as a page', 100, find, scan),
    '',
  ].join('\n');
}
