import type { CDPSession } from '@playwright/test';
import type { Board } from './board-page.ts';
import { until } from './until.ts';

/** A way there and back, in the window's pixels; or a zoom out and back, in halvings. */
export type Way = { readonly pan: readonly [x: number, y: number] } | { readonly zoom: number };

/** The gestures on every board, in order. `from`: how much further zoomed out than the step before. */
export const GESTURES: readonly { scale: string; gesture: string; out: number; way: Way }[] = [
  { scale: 'near', gesture: 'pan', out: 0, way: { pan: [300, 2_000] } },
  { scale: 'near', gesture: 'zoom', out: 0, way: { zoom: -0.5 } },
  { scale: 'near to far', gesture: 'zoom', out: 0, way: { zoom: 4 } },
  { scale: 'middle', gesture: 'pan', out: 1, way: { pan: [300, 2_000] } },
  { scale: 'middle', gesture: 'zoom', out: 0, way: { zoom: 0.5 } },
  { scale: 'far', gesture: 'pan', out: 5, way: { pan: [300, 600] } },
  { scale: 'far', gesture: 'zoom', out: 0, way: { zoom: -1 } },
];

/** How long a gesture takes, and how often the wheel speaks meanwhile, in milliseconds. */
const DURATION = 2_000;
const BEAT = 16;
/** Turns the browser has not yet taken; a slow page gets fewer and larger ones, as from a real wheel. */
const UNDER_WAY = 4;
const MIDDLE = { x: 640, y: 400 };
/** The largest turn a board takes as one. */
const TURN = 0.4;

/** Turns the wheel along a way and back, evenly. */
export async function gesture(cdp: CDPSession, board: Board, way: Way): Promise<void> {
  const [x, y, ctrl] = 'pan' in way ? [...way.pan, false] : [0, way.zoom * board.octave, true];
  const underWay = new Set<Promise<unknown>>();
  const start = performance.now();
  let sent = 0;
  for (let beat = 0; beat * BEAT <= DURATION; beat += 1) {
    await until(start + beat * BEAT);
    const last = (beat + 1) * BEAT > DURATION;
    if (underWay.size >= UNDER_WAY && !last) continue;
    const part = last ? 0 : 1 - Math.abs(1 - (2 * (performance.now() - start)) / DURATION);
    const turn = wheel(cdp, (part - sent) * x, (part - sent) * y, ctrl);
    sent = part;
    underWay.add(turn);
    const taken = () => underWay.delete(turn);
    turn.then(taken, taken);
  }
  await Promise.all(underWay);
}

/** Zooms out by so many halvings, in turns a board takes. */
export async function zoomOut(cdp: CDPSession, board: Board, halvings: number): Promise<void> {
  for (let left = halvings; left > 0; left -= TURN)
    await wheel(cdp, 0, Math.min(left, TURN) * board.octave, true);
}

/** Turns the wheel over the middle of the window, and waits until the page has heard of it. */
export async function wheel(cdp: CDPSession, deltaX: number, deltaY: number, ctrl = false): Promise<void> {
  await cdp.send('Input.dispatchMouseEvent', {
    type: 'mouseWheel',
    ...MIDDLE,
    deltaX,
    deltaY,
    modifiers: ctrl ? 2 : 0,
  });
}
