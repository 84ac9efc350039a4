import { projectState } from '#domain/debate/engine/project.ts';
import { type DebateFront, frontSteps } from '#domain/outline/debate-front.ts';
import { madeInChina2025 } from '#prisma/seed/made-in-china-2025/debate.ts';
import { finishInTurns } from '../../timing/finish-in-turns.ts';
import { seedSteps } from './store-seed.ts';

let front: Promise<DebateFront> | null = null;

/** How the demonstration debate opens, for the first page: as seeded, whatever people have changed since. `null` for any other debate. */
export async function seedFront(debateId: string): Promise<DebateFront | null> {
  if (debateId !== madeInChina2025.slug) return null;
  front ??= makeFront();
  return front;
}

async function makeFront(): Promise<DebateFront> {
  const { state } = await finishInTurns(seedSteps(madeInChina2025, 0));
  return finishInTurns(frontSteps(projectState(state, 'readers', null)));
}
