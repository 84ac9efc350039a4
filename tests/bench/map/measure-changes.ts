import type { Page } from '@playwright/test';
import type { Board, BoardPage } from './board-page.ts';
import type { Edit } from './editor.ts';
import type { CardChange } from './in-page/placed-card.ts';
import type {} from './in-page/react-flow-board.tsx';
import { longTasks } from './long-tasks.ts';
import { type Edits, editsOf } from './measure-edits.ts';

/** Shows the same edits on a board that is given what they come to: from the call that shows one to the paint. */
export async function measureChanges(
  { page, expect }: BoardPage,
  board: Board,
  edits: readonly Edit[],
  changes: readonly CardChange[],
): Promise<Edits> {
  const latencies: number[] = [];
  await longTasks(page);
  for (const [at, { claimId, said, near, operation }] of edits.entries()) {
    const change = changes[at] ?? { cards: [], gone: [] };
    const measured = operation.type !== 'claim.retract';
    const seen = measured && (await expect(board.card(claimId), said));
    const begun = await showChange(page, change, near);
    if (seen) latencies.push((await seen()).at - begun);
    await page.evaluate(() => pageWatch.idle());
  }
  return editsOf(latencies, await longTasks(page));
}

/** Shows a change, and keeps a card where it is on the screen; answers when that was begun, by the page's clock. */
export function showChange(page: Page, change: CardChange, near: string): Promise<number> {
  return page.evaluate(([done, kept]) => globalThis.showChange(done, kept), [change, near] as const);
}
