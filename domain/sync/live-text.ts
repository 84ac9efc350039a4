import { revisionIn, type TextName, textIn } from '../debate/texts/texts.ts';
import { applyChange, isNothing, type TextChange } from '../ot/text-change.ts';
import { editOf } from './pending-operation.ts';
import type { Replica } from './replica.ts';

/** A text with all of the user's pending edits in it, whether or not they fit: the text that typing changes. */
export interface LiveText {
  readonly text: string;
  /** The revision that a further edit refers to. */
  readonly base: number;
  /** The user's pending edits that lead from the confirmed text to it, in order. */
  readonly own: readonly TextChange[];
}

/** The live text of that name, or `null` if there is none. */
export function liveText(
  { confirmed, pending, view }: Pick<Replica, 'confirmed' | 'pending' | 'view'>,
  name: TextName,
): LiveText | null {
  const known = textIn(confirmed, name);
  // A pending own one: only the view has it.
  const onlySeen = textIn(view, name);
  if (known === null) {
    return onlySeen === null ? null : { text: onlySeen, base: revisionIn(view, name), own: [] };
  }
  return pending.reduce<LiveText>(
    (live, item) => {
      const edit = editOf(item, name);
      const text = edit?.base === live.base ? applyChange(live.text, edit.change) : null;
      if (!edit || text === null || isNothing(edit.change)) return live;
      return { text, base: live.base + 1, own: [...live.own, edit.change] };
    },
    { text: known, base: revisionIn(confirmed, name), own: [] },
  );
}
