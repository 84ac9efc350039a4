import type { OperationOf } from '#domain/debate/engine/operations.ts';
import type { PollForm } from '#domain/debate/polls/poll-form.ts';
import { quickPoll } from './debate-builder.ts';

type Open = OperationOf<'poll.open'>;

/** An open ballot in free text. */
export function textPoll(pollId: string, more: Partial<Open> = {}): Open {
  return formPoll(pollId, { type: 'text' }, { options: [], ...more });
}

/** An open ballot on a number; any unless it is said otherwise. */
export function numberPoll(pollId: string, more: Partial<Open> = {}): Open {
  return formPoll(pollId, { type: 'number', unit: '', min: null, max: null }, { options: [], ...more });
}

/** An open ballot of three options, answered in this form. */
export function formPoll(pollId: string, form: PollForm, more: Partial<Open> = {}): Open {
  return { ...quickPoll(pollId), form, ...more };
}

export const hideAnswer = (pollId: string, text: string, hidden = true) =>
  ({ type: 'poll.hideAnswer', pollId, text, hidden }) as const;
