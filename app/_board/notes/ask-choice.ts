import type { Rejection } from '../../../domain/debate/rejections.ts';
import type { NoteChoice, NoteLevel } from '../../../domain/notifications/note.ts';
import { getJson, postJson } from '../../_ui/post-json.ts';
import { learnChoice } from './known-choices.ts';

type Problem = Rejection | 'unreachable' | null;
type Choice = { readonly choice: NoteChoice };

/** Asks the server what one hears of in a debate. Null: it is known now. */
export async function askChoice(debateId: string): Promise<Problem> {
  return learn(debateId, await getJson<Choice>(pathOf(debateId)));
}

/** Changes what one hears of in a debate. Null: it is changed. */
export async function changeChoice(
  debateId: string,
  change: { readonly level: NoteLevel } | { readonly branch: string; readonly muted: boolean },
): Promise<Problem> {
  return learn(debateId, await postJson<Choice>(pathOf(debateId), change));
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
