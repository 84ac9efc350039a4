import type { Page } from '@playwright/test';
import { percentile } from '../figures.ts';
import type { Board, BoardPage } from './board-page.ts';
import type { Draft, Edit, Editor } from './editor.ts';
import { type LongTasks, longTasks } from './long-tasks.ts';

/** How soon what someone else does is seen, in milliseconds. */
export interface Edits {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  /** From sending, what the server does included; only where there is a server. */
  readonly sentP95?: number;
  readonly tasks: LongTasks;
}

/** Edits measured on a board, half of them new claims, half of them new wordings. */
const EDITS = 24;

/**
 * Lets someone edit what is in view; from the server's acknowledgement to the paint. What was added is retracted, so that
 * the view stays as it is. Answers what was done, too.
 */
export async function measureEdits(
  { page, expect }: BoardPage,
  board: Board,
  editor: Editor,
): Promise<{ figures: Edits; edits: Edit[] }> {
  const ahead = await clockAhead(page);
  const edits: Edit[] = [];
  const latencies: number[] = [];
  const sinceSent: number[] = [];
  await longTasks(page);
  for (let made = 0; made < EDITS; made += 1) {
    const draft = await draftInView(page, editor, made);
    const seen = await expect(board.card(draft.claimId), draft.said);
    const edit = await editor.send(draft);
    const paintedAt = (await seen()).at + ahead;
    latencies.push(paintedAt - edit.acknowledged);
    sinceSent.push(paintedAt - edit.sent);
    edits.push(edit);
    await page.evaluate(() => pageWatch.idle());
    if (draft.operation.type !== 'claim.add') continue;
    edits.push(await editor.send(editor.retract(draft.claimId)));
    await page.locator(board.card(draft.claimId)).waitFor({ state: 'detached' });
    await page.evaluate(() => pageWatch.idle());
  }
  const figures = editsOf(latencies, await longTasks(page));
  return { figures: { ...figures, sentP95: percentile(sinceSent, 0.95) }, edits };
}

export function editsOf(latencies: readonly number[], tasks: LongTasks): Edits {
  return {
    count: latencies.length,
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    max: Math.max(0, ...latencies),
    tasks,
  };
}

/** A new claim or a new wording, by turns, near the middle of the view; a new claim behind one that has none under it. */
async function draftInView(page: Page, editor: Editor, made: number): Promise<Draft> {
  const adds = made % 2 === 0;
  // A retracted claim leaves a gap that closes in a moment.
  const found = await page.waitForFunction((withRoom) => pageWatch.claimInView(withRoom), adds);
  const id = (await found.jsonValue()) ?? '';
  return adds ? editor.addBehind(id) : editor.reword(id);
}

/** How far this process's clock is ahead of the page's, in milliseconds: from the shortest of some exchanges. */
async function clockAhead(page: Page): Promise<number> {
  let shortest = Infinity;
  let ahead = 0;
  for (let n = 0; n < 20; n += 1) {
    const asked = performance.now();
    const now = await page.evaluate(() => pageWatch.now());
    const answered = performance.now();
    if (answered - asked >= shortest) continue;
    shortest = answered - asked;
    ahead = (asked + answered) / 2 - now;
  }
  return ahead;
}
