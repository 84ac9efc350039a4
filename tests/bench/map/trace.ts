import type { Browser, Page } from '@playwright/test';

/** The main thread's work from the beginning of one frame to the next, in milliseconds. */
export interface FrameWork {
  readonly interval: number;
  /** In scripts, garbage collection, hit tests, style and layout. */
  readonly script: number;
  /** The processor's part of it: waiting for it, where others want it too, left out. */
  readonly cpu: number;
  /** In all its tasks: painting, and waiting for the compositor to take the frame, included. */
  readonly whole: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Of it, on the processor. */
  readonly tdur?: number;
}

const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-devtools.timeline.frame',
  'v8',
];
const FRAME = 'BeginMainThreadFrame';
const SCRIPT = new Set([
  'EvaluateScript',
  'EventDispatch',
  'FireAnimationFrame',
  'FunctionCall',
  'HitTest',
  'Layout',
  'MajorGC',
  'MinorGC',
  'RunMicrotasks',
  'TimerFire',
  'UpdateLayoutTree',
  'v8.callFunction',
  'v8.compile',
]);
const TASK = new Set(['RunTask']);

/** Traces the page while `act` runs; the frames it made, in order. */
export async function traceFrames(
  browser: Browser,
  page: Page,
  act: () => Promise<unknown>,
): Promise<FrameWork[]> {
  await browser.startTracing(page, { categories: ['-*', ...CATEGORIES] });
  await act();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  return framesOf(mainThread(trace.traceEvents));
}

function framesOf(events: readonly TraceEvent[]): FrameWork[] {
  const starts = events.filter(({ name }) => name === FRAME).map(({ ts }) => ts);
  const all = ({ dur = 0 }: TraceEvent) => dur;
  const script = spentIn(events, SCRIPT, starts, all);
  const cpu = spentIn(events, SCRIPT, starts, ({ tdur = 0 }) => tdur);
  const whole = spentIn(events, TASK, starts, all);
  // The last one has no end.
  return starts.slice(0, -1).map((start, at) => ({
    interval: ((starts[at + 1] ?? start) - start) / 1_000,
    script: (script[at] ?? 0) / 1_000,
    cpu: (cpu[at] ?? 0) / 1_000,
    whole: (whole[at] ?? 0) / 1_000,
  }));
}

/**
 * Microseconds spent by frame in events of these names, as `lasted` counts them; what lies in another is left out, and what
 * reaches into the next frame (the task that begins it) is shared out.
 */
function spentIn(
  events: readonly TraceEvent[],
  names: ReadonlySet<string>,
  starts: readonly number[],
  lasted: (event: TraceEvent) => number,
): number[] {
  const spent = starts.map(() => 0);
  let frame = -1;
  let counted = 0;
  for (const event of events) {
    const { name, ph, ts, dur = 0 } = event;
    if (ph !== 'X' || dur === 0 || !names.has(name) || ts < counted) continue;
    counted = ts + dur;
    for (let from = ts; from < counted; ) {
      while ((starts[frame + 1] ?? Number.POSITIVE_INFINITY) <= from) frame += 1;
      const until = Math.min(counted, starts[frame + 1] ?? counted);
      if (frame >= 0) spent[frame] = (spent[frame] ?? 0) + ((until - from) * lasted(event)) / dur;
      from = until;
    }
  }
  return spent;
}

/** The events of the thread that made the most frames: the page's, where other pages are still. */
function mainThread(events: readonly TraceEvent[]): TraceEvent[] {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const frames = new Map<string, number>();
  for (const event of events)
    if (event.name === FRAME) frames.set(threadOf(event), (frames.get(threadOf(event)) ?? 0) + 1);
  const [busiest] = [...frames].sort(([, a], [, b]) => b - a)[0] ?? [];
  return events
    .filter((event) => threadOf(event) === busiest)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
}
