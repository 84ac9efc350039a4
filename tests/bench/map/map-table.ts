import type { MapFigures, MapResult, MapRun } from './map-bench.ts';
import type { Verdict } from './map-limits.ts';
import type { Motion } from './measure-motion.ts';
import type { Walk } from './measure-walk.ts';
import { isMissing, type Measured } from './within.ts';

/** The figures as people read them. */
export function mapTable({ results, cores, load }: MapRun): string {
  const busy = `${load.toFixed(1)} tasks wanted the ${cores} cores of this machine in the last five minutes.\n`;
  return [...results.map(resultTable), EXPLANATION, busy].join('\n');
}

const EXPLANATION = `Script a frame: milliseconds of the page's main thread in scripts, garbage collection, hit tests, style and layout, from
the beginning of a frame to that of the next, p95 of the worst gesture; CPU: of that, on the processor. Whole: all its tasks, painting included.
Scripts: compressed with brotli; in all: with those fetched ahead, so that the board goes on without a network.
Dropped: frames of 60 a second that were not made. Usable: the motion is painted, the wheel turned to the nearest
claim, that clicked, and the answer painted; the middle of three; long tasks while loading: of the worst of them. Edit shown: from the server's acknowledgement to the paint; for React Flow from the call that sets cards already
laid out: it has no connection, model or layout of its own, and no minimap, tools or panel here.
`;

function resultTable({ claims, parley, reactFlow, verdicts }: MapResult): string {
  const head = row(['', 'Parley', '', 'limit', '', 'React Flow', 'ratio']);
  return [
    `${claims} claims`,
    head,
    ...verdicts.map(verdictRow),
    '',
    ...boardLines(parley),
    '',
    ...boardLines(reactFlow),
    '',
  ].join('\n');
}

function verdictRow({ what, unit, value, limit, met, reactFlow, ratio }: Verdict): string {
  const said = met ? 'met' : 'not met';
  return row([what, known(value), unit, limit.toFixed(0), said, known(reactFlow), known(ratio, 2)]);
}

function row([first = '', ...cells]: readonly string[]): string {
  return `  ${first.padEnd(24)}${cells.map((cell) => cell.padStart(11)).join('')}`;
}

function known(value: number | null, digits = 1): string {
  return value?.toFixed(digits) ?? '–';
}

function boardLines({ board, load, edits, memory, motion, walk }: MapFigures): string[] {
  const said = [
    report(
      load,
      ({ painted, usable, tasks, script, firstPage, wholePage }) =>
        `first card painted ${ms(painted)}, usable ${ms(usable)}; ${tasks.count} long tasks while loading; ${script.toFixed(1)} kB of scripts in all; of the page ${firstPage.toFixed(0)} kB until the first card, ${wholePage.toFixed(0)} kB in all`,
    ),
    report(edits, ({ count, p50, max, sentP95, tasks }) => {
      const sent = sentP95 === undefined ? '' : `, from sending p95 ${ms(sentP95)}`;
      return `${count} edits: p50 ${ms(p50)}, max ${ms(max)}${sent}; ${tasks.count} long tasks`;
    }),
    report(memory, ({ loaded, start, end, minutes, slope, edits: made }) => {
      const heap = `${loaded.toFixed(1)} MB loaded, ${start.toFixed(1)} to ${end.toFixed(1)} MB`;
      return `heap ${heap} in ${minutes} min of ${made} edits, ${slope.toFixed(2)} MB a minute`;
    }),
  ];
  const looked = walk ? [report(walk, saidOfWalk)] : [];
  return [`  ${board}`, ...[...said, ...looked].map((line) => `    ${line}`), ...motionRows(motion)];
}

function saidOfWalk({ steps }: Walk): string {
  const long = steps.filter(({ tasks }) => tasks.count > 0);
  if (long.length === 0) return 'looking around: no long task';
  const each = long.map(({ step, tasks }) => `${step} ${tasks.count}, up to ${ms(tasks.longest)}`);
  return `long tasks while looking around: ${each.join('; ')}`;
}

const COLUMNS = [
  'script p50',
  'p95',
  'max',
  'CPU p95',
  'whole p95',
  'interval p95',
  'frames',
  'dropped',
  'long tasks',
];

function motionRows(motion: readonly Measured<Motion>[]): string[] {
  const rows = motion.map((move) =>
    report(move, ({ gesture, scale, script, cpu, whole, intervalP95, frames, dropped, tasks }) => {
      const times = [script.p50, script.p95, script.max, cpu.p95, whole.p95, intervalP95].map((time) =>
        time.toFixed(1),
      );
      return motionRow([`${gesture} ${scale}`, ...times, ...[frames, dropped, tasks.count].map(String)]);
    }),
  );
  return [motionRow(['', ...COLUMNS]), ...rows].map((line) => `    ${line}`);
}

function motionRow([first = '', ...cells]: readonly string[]): string {
  return `${first.padEnd(18)}${cells.map((cell) => cell.padStart(13)).join('')}`;
}

function report<T>(measured: Measured<T>, say: (figures: T) => string): string {
  return isMissing(measured) ? measured.missing : say(measured);
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}
