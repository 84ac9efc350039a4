import type { Browser } from '@playwright/test';
import { type Board, type BoardPage, newBoardPage } from './board-page.ts';
import type { PlacedCard } from './in-page/placed-card.ts';
import type { Edits } from './measure-edits.ts';
import { type Load, measureLoad } from './measure-load.ts';
import { type Memory, measureMemory } from './measure-memory.ts';
import { type Motion, measureMotion } from './measure-motion.ts';
import { measureWalk, type Walk } from './measure-walk.ts';
import { openNear } from './open-near.ts';
import { isMissing, type Measured, within } from './within.ts';

/** The measurement of one board with a debate of one size. */
export interface BoardFigures {
  readonly board: string;
  /** The load with the middle `usable` of those made, with the long tasks of the worst. */
  readonly load: Measured<Load>;
  readonly edits: Measured<Edits>;
  readonly motion: readonly Measured<Motion>[];
  /** Null for a board one cannot look around in so. */
  readonly walk: Measured<Walk> | null;
}

/** The browser, and the script that makes a page report its measurements. */
export interface Bench {
  readonly browser: Browser;
  readonly watchScript: string;
  say(line: string): void;
}

/** Seconds. */
const LOAD = 60;
const OPEN = 60;
const EDITS = 60;
const WALK = 120;
/** Beyond the minutes a heap is watched for: what comes before. */
const WATCH = 150;
const LOADS = 3;

/** Loads, edits and moves a board, one after another, each on a page that does nothing else. */
export async function measureBoard(
  bench: Bench,
  board: Board,
  cards: readonly PlacedCard[],
  measureEdits: (on: BoardPage) => Promise<Edits>,
): Promise<BoardFigures> {
  const { browser, say } = bench;
  say(`  ${board.name}: loading …`);
  const load = await middleLoad(bench, board, cards);
  return onNewPage(bench, async (on) => {
    const opened = await within(OPEN, 'opening', () => openNear(on, board, cards));
    if (isMissing(opened)) return { board: board.name, load, edits: opened, motion: [opened], walk: null };
    say(`  ${board.name}: editing …`);
    const edits = await within(EDITS, 'edits', () => measureEdits(on));
    say(`  ${board.name}: panning and zooming …`);
    const motion = await measureMotion(browser, on, board);
    if (!board.walks) return { board: board.name, load, edits, motion, walk: null };
    say(`  ${board.name}: looking around …`);
    const walk = await within(WALK, 'looking around', () => measureWalk(on.page));
    return { board: board.name, load, edits, motion, walk };
  });
}

/** Watches a board's heap while `edit` goes on. */
export async function watchMemory(
  bench: Bench,
  board: Board,
  cards: readonly PlacedCard[],
  minutes: number,
  edit: (on: BoardPage, n: number) => Promise<unknown>,
): Promise<Measured<Memory>> {
  return onNewPage(bench, async (on) => {
    const opened = await within(2 * OPEN, 'opening', () => openNear(on, board, cards));
    if (isMissing(opened)) return opened;
    return within(minutes * 60 + WATCH, 'memory', () => measureMemory(on, minutes, (n) => edit(on, n)));
  });
}

async function middleLoad(bench: Bench, board: Board, cards: readonly PlacedCard[]): Promise<Measured<Load>> {
  const loads: Load[] = [];
  for (let n = 0; n < LOADS; n += 1) {
    const load = await onNewPage(bench, (on) => within(LOAD, 'loading', () => measureLoad(on, board, cards)));
    if (isMissing(load)) return load;
    loads.push(load);
  }
  loads.sort((a, b) => a.usable - b.usable);
  const middle = loads[Math.floor(loads.length / 2)];
  if (!middle) return { missing: 'loading' };
  // A long task counts for its person, even if others had none.
  const [tasks = middle.tasks] = loads.map((load) => load.tasks).sort((a, b) => b.longest - a.longest);
  return { ...middle, tasks };
}

async function onNewPage<T>({ browser, watchScript }: Bench, use: (on: BoardPage) => Promise<T>): Promise<T> {
  const on = await newBoardPage(browser, watchScript);
  return use(on).finally(() => on.close());
}
