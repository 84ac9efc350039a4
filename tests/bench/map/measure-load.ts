import { gzipSync } from 'node:zlib';
import type { Response } from '@playwright/test';
import type { Board, BoardPage } from './board-page.ts';
import type { Sight } from './in-page/page-watch.ts';
import { type LongTasks, longTasks } from './long-tasks.ts';

/** How a board comes to be there. Times in milliseconds since the navigation. */
export interface Load {
  /** The first card was painted. */
  readonly painted: number;
  /** A click on a card, the first one as soon as a card was painted, was answered, and the answer painted. */
  readonly usable: number;
  /** Until everything was fetched. */
  readonly tasks: LongTasks;
  /** All scripts the page fetched, compressed with gzip, in kB of 1,000 bytes. */
  readonly script: number;
}

/** How long a click waits for its answer before the next click, in milliseconds. */
const PATIENCE = 1_000;

/** Opens a board on a new page and waits until all of it is there. */
export async function measureLoad(boardPage: BoardPage, board: Board): Promise<Load> {
  const { page, expect } = boardPage;
  const scripts = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.set(response.url(), compressedSize(response));
  });
  await page.goto(board.address, { waitUntil: 'commit' });
  const first = await (await expect(board.cards))();
  const answer = await clickUntilAnswered(boardPage, board);
  await (await expect(board.whole))();
  const sizes = await Promise.all(scripts.values());
  return {
    painted: first.at,
    usable: answer.at,
    tasks: await longTasks(page),
    script: sizes.reduce((sum, size) => sum + size, 0) / 1_000,
  };
}

async function clickUntilAnswered({ page, expect }: BoardPage, board: Board): Promise<Sight> {
  const answered = (await expect(board.selected))();
  let answer: Sight | null = null;
  while (answer === null) {
    const { x, y } = await (await expect(board.cards))();
    await page.mouse.click(x, y);
    answer = await Promise.race([answered, pause(PATIENCE)]);
  }
  return answer;
}

function pause(milliseconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds));
}

async function compressedSize(response: Response): Promise<number> {
  return gzipSync(await response.body()).length;
}
