import { createFocusRequest } from '../focus/focus-request.ts';

const request = createFocusRequest();
/** The poll of the latest request. */
let asked = '';

/** Gives the focus to one of the open polls above the board. */
export const pollFocus = {
  ask(pollId: string): void {
    asked = pollId;
    request.ask();
  },
  /** Calls `listener` when the focus is requested for this poll. Returns an unsubscribe function. */
  onAsked(pollId: string, listener: () => void): () => void {
    return request.onAsked(() => asked === pollId && listener());
  },
};
