import { callRoute, type Failure } from '#app/_ui/requests/call-route.ts';
import type { NotificationLevel } from '#domain/notifications/notification.ts';
import type { RouteAnswer } from '#domain/protocol/route-answers.ts';
import { learnChoice } from './known-choices.ts';

type Answer = RouteAnswer<'GET /api/debates/[id]/notes'> | 'unreachable';

/** Milliseconds that a change may take: the next one waits for it, and on a dead connection no answer comes. */
const PATIENCE = 30_000;

/** Number of times this page started a change, or learned of one. */
let turns = 0;

/** Requests the viewer's notification settings in a debate. Returns `null` once they are known. */
export async function fetchChoice(debateId: string): Promise<Failure | null> {
  const before = turns;
  const answer = await callRoute('GET /api/debates/[id]/notes', { params: { id: debateId } });
  // Changed meanwhile: this answer may be outdated, and the change's answer has the present settings.
  return turns === before ? learn(debateId, answer) : null;
}

type Change = { readonly level: NotificationLevel } | { readonly branch: string; readonly muted: boolean };

/** The last change, and those before it. */
let changing: Promise<unknown> = Promise.resolve();

/**
 * Changes the viewer's notification settings in a debate. Returns `null` once they are changed. Changes are made one after another: the
 * answer to the last one has the present settings.
 */
export function changeChoice(debateId: string, change: Change): Promise<Failure | null> {
  turns += 1;
  const changed = changing.then(() => makeChange(debateId, change));
  changing = changed.catch(() => undefined);
  return changed;
}

async function makeChange(debateId: string, body: Change): Promise<Failure | null> {
  const signal = AbortSignal.timeout(PATIENCE);
  const params = { id: debateId };
  const answer = await callRoute('POST /api/debates/[id]/notes', { params, body, signal });
  turns += 1;
  return learn(debateId, answer);
}

function learn(debateId: string, answer: Answer): Failure | null {
  if (answer === 'unreachable') return answer;
  if (!answer.ok) return answer.rejection;
  learnChoice(debateId, answer.choice);
  return null;
}
