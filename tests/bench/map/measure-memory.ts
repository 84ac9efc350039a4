import type { BoardPage } from './board-page.ts';
import { until } from './until.ts';

/** The page's JavaScript heap after garbage collection, in MB of 2^20 bytes. */
export interface Memory {
  readonly loaded: number;
  /** After the first edits, and after the last. */
  readonly start: number;
  readonly end: number;
  readonly minutes: number;
  readonly edits: number;
  /** Of the straight line through what was measured on the way, in MB a minute. */
  readonly slope: number;
}

/** Edits before the heap is watched: what is made once is made then, compiled scripts among it (half a megabyte of them). */
const WARM_UP = 300;
/** Of those, a second: as many as the server takes of one person. */
const WARM_UP_A_SECOND = 5;
/** Edits a second, and how often the heap is measured meanwhile, in seconds. */
const EDITS_A_SECOND = 2;
const MEASURED_EVERY = 5;

/** Lets `edit` go on for so many minutes, and measures the heap. */
export async function measureMemory(
  board: BoardPage,
  minutes: number,
  edit: (n: number) => Promise<unknown>,
): Promise<Memory> {
  const loaded = await heapOf(board);
  const warmUp = performance.now();
  for (let n = 0; n < WARM_UP; n += 1) {
    await until(warmUp + (n * 1_000) / WARM_UP_A_SECOND);
    await edit(n);
  }
  const samples: { minute: number; heap: number }[] = [];
  const start = performance.now();
  const sample = async () => {
    samples.push({ minute: (performance.now() - start) / 60_000, heap: await heapOf(board) });
  };
  await sample();
  let edits = 0;
  for (; edits < minutes * 60 * EDITS_A_SECOND; edits += 1) {
    await until(start + (edits * 1_000) / EDITS_A_SECOND);
    await edit(WARM_UP + edits);
    if ((edits + 1) % (MEASURED_EVERY * EDITS_A_SECOND) === 0) await sample();
  }
  const heaps = samples.map(({ heap }) => heap);
  return { loaded, start: heaps[0] ?? 0, end: heaps.at(-1) ?? 0, minutes, edits, slope: slopeOf(samples) };
}

async function heapOf({ cdp }: BoardPage): Promise<number> {
  // Twice: what a first collection lets go of may hold more.
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return usedSize / 2 ** 20;
}

/** Least squares. */
function slopeOf(samples: readonly { minute: number; heap: number }[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const minute = mean(samples.map((sample) => sample.minute));
  const heap = mean(samples.map((sample) => sample.heap));
  const along = samples.reduce((sum, sample) => sum + (sample.minute - minute) ** 2, 0);
  const both = samples.reduce((sum, sample) => sum + (sample.minute - minute) * (sample.heap - heap), 0);
  return along === 0 ? 0 : both / along;
}
