import { brotliCompressSync } from 'node:zlib';
import { MOTION_ID } from '#domain/layout/map-tree.ts';
import type { Board, BoardPage } from './board-page.ts';
import type { Sight } from './in-page/page-watch.ts';
import type { PlacedCard } from './in-page/placed-card.ts';
import { type LongTasks, longTasks } from './long-tasks.ts';
import { bringNear } from './open-near.ts';

/** How a board comes to be there. Times in milliseconds since the navigation. */
export interface Load {
  /** The first card, the motion, was painted. */
  readonly painted: number;
  /** As soon as it was, one turned the wheel to a claim and clicked it; the answer was painted. */
  readonly usable: number;
  /** Until everything was fetched. */
  readonly tasks: LongTasks;
  /** All scripts the page fetched, those fetched ahead included, compressed with brotli, in kB of 1,000 bytes. */
  readonly script: number;
  /** Those fetched until it was usable. */
  readonly firstScript: number;
  /** Of the page itself, uncompressed, in kB: until the first card was painted, and in all. */
  readonly firstPage: number;
  readonly wholePage: number;
}

/** How long a click waits for its answer before the next click, in milliseconds. */
const PATIENCE = 1_000;

/** Opens a board on a new page and waits until all of it is there. */
export async function measureLoad(on: BoardPage, board: Board, cards: readonly PlacedCard[]): Promise<Load> {
  const { page, expect } = on;
  const pageSize = await countPage(on);
  const scripts = new Map<string, Promise<Buffer>>();
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.set(response.url(), response.body());
  });
  await page.goto(board.address, { waitUntil: 'commit' });
  const first = await (await expect(board.card(MOTION_ID)))();
  const firstPage = pageSize();
  const answer = await clickUntilAnswered(on, board, cards);
  const firstScripts = [...scripts.values()];
  await (await expect(board.whole))();
  return {
    painted: first.at,
    usable: answer.at,
    tasks: await longTasks(page),
    script: await kilobytes([...scripts.values()]),
    firstScript: await kilobytes(firstScripts),
    firstPage,
    wholePage: pageSize(),
  };
}

/** Counts what is received of the next page, in kB. */
async function countPage({ cdp }: BoardPage): Promise<() => number> {
  await cdp.send('Network.enable');
  let document = '';
  let bytes = 0;
  cdp.on('Network.requestWillBeSent', ({ requestId, type }) => {
    if (type === 'Document') document = requestId;
  });
  cdp.on('Network.dataReceived', ({ requestId, dataLength }) => {
    if (requestId === document) bytes += dataLength;
  });
  return () => bytes / 1_000;
}

/** Where a board opens on the motion alone, the nearest claim is brought into view first. */
async function clickUntilAnswered(on: BoardPage, board: Board, cards: readonly PlacedCard[]): Promise<Sight> {
  const { page, expect } = on;
  const claim = board.claims ?? board.card((await bringNear(on, board, cards)).id);
  const answered = (await expect(board.selected))();
  let answer: Sight | null = null;
  while (answer === null) {
    const { x, y } = await (await expect(claim))();
    await page.mouse.click(x, y);
    answer = await Promise.race([answered, pause(PATIENCE)]);
  }
  return answer;
}

function pause(milliseconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds));
}

/** Compressed only now: it would keep this process from driving the page meanwhile. */
async function kilobytes(scripts: readonly Promise<Buffer>[]): Promise<number> {
  const bodies = await Promise.all(scripts);
  return bodies.reduce((sum, body) => sum + brotliCompressSync(body).length, 0) / 1_000;
}
