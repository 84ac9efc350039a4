import type { Rejection } from '../../../domain/debate/engine/rejections.ts';
import type { NoteChoice, NoteLevel } from '../../../domain/notifications/note.ts';
import { getJson, postJson } from '../../_ui/post-json.ts';
import { learnChoice } from './known-choices.ts';

type Problem = Rejection | 'unreachable' | null;
type Choice = { readonly choice: NoteChoice };

/** How often this page began to change something, or heard that it is changed. */
let turns = 0;

/** Asks the server what one hears of in a debate. Null: it is known now. */
export async function askChoice(debateId: string): Promise<Problem> {
  const before = turns;
  const answer = await getJson<Choice>(pathOf(debateId));
  // Changed meanwhile: the answer may be of before, and the change's own says what holds.
  return turns === before ? learn(debateId, answer) : null;
}

/** Changes what one hears of in a debate. Null: it is changed. */
export async function changeChoice(
  debateId: string,
  change: { readonly level: NoteLevel } | { readonly branch: string; readonly muted: boolean },
): Promise<Problem> {
  turns += 1;
  const answer = await postJson<Choice>(pathOf(debateId), change);
  turns += 1;
  return learn(debateId, answer);
}

function learn(debateId: string, answer: Awaited<ReturnType<typeof getJson<Choice>>>): Problem {
  if (answer === 'unreachable') return answer;
  if (!answer.ok) return answer.rejection;
  learnChoice(debateId, answer.choice);
  return null;
}

function pathOf(debateId: string): string {
  return `/api/debates/${debateId}/notes`;
}
