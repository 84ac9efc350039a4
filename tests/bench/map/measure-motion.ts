import type { Browser } from '@playwright/test';
import { percentile } from '../figures.ts';
import type { Board, BoardPage } from './board-page.ts';
import { GESTURES, gesture, zoomOut } from './gestures.ts';
import { type LongTasks, longTasks } from './long-tasks.ts';
import { type FrameWork, traceFrames } from './trace.ts';
import { isMissing, type Measured, within } from './within.ts';

/** How a board follows one gesture. Milliseconds a frame. */
export interface Motion {
  readonly scale: string;
  readonly gesture: string;
  readonly frames: number;
  /** Main thread: scripts, garbage collection, hit tests, style and layout. */
  readonly script: Spread;
  /** Of that, on the processor. */
  readonly cpu: Spread;
  /** Main thread: all its tasks, painting included. */
  readonly whole: Spread;
  readonly intervalP95: number;
  /** Frames the screen would have shown and the page did not make. */
  readonly dropped: number;
  readonly tasks: LongTasks;
}

export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

const FRAME = 1_000 / 60;
/** Seconds a gesture of two may take. */
const LIMIT = 20;

/** Pans and zooms at every scale, from where the page is. After a gesture that does not end no more is asked of the page. */
export async function measureMotion(
  browser: Browser,
  { page, cdp }: BoardPage,
  board: Board,
): Promise<Measured<Motion>[]> {
  const measured: Measured<Motion>[] = [];
  for (const { scale, gesture: name, out, way } of GESTURES) {
    const motion = await within(LIMIT, `${name} ${scale}`, async () => {
      await zoomOut(cdp, board, out);
      await page.evaluate(() => pageWatch.idle());
      await longTasks(page);
      const frames = await traceFrames(browser, page, () => gesture(cdp, board, way));
      return { scale, gesture: name, ...motionOf(frames), tasks: await longTasks(page) };
    });
    measured.push(motion);
    if (isMissing(motion)) break;
  }
  return measured;
}

function motionOf(frames: readonly FrameWork[]): Omit<Motion, 'scale' | 'gesture' | 'tasks'> {
  const intervals = frames.map(({ interval }) => interval);
  return {
    frames: frames.length,
    script: spreadOf(frames.map(({ script }) => script)),
    cpu: spreadOf(frames.map(({ cpu }) => cpu)),
    whole: spreadOf(frames.map(({ whole }) => whole)),
    intervalP95: percentile(intervals, 0.95),
    dropped: intervals.reduce((sum, interval) => sum + Math.max(0, Math.round(interval / FRAME) - 1), 0),
  };
}

function spreadOf(values: readonly number[]): Spread {
  return { p50: percentile(values, 0.5), p95: percentile(values, 0.95), max: Math.max(0, ...values) };
}
