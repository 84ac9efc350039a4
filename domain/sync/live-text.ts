import { revisionIn, type TextName, textIn } from '../debate/texts/texts.ts';
import { applyChange, isNothing, type TextChange } from '../ot/text-change.ts';
import { editOf } from './pending-operation.ts';
import type { Replica } from './replica.ts';

/** A text with all of one's own pending edits in it, whether or not they fit: what one writes on. */
export interface LiveText {
  readonly text: string;
  /** The revision that a further edit names. */
  readonly base: number;
  /** One's own pending edits that make it of the confirmed text, one after another. */
  readonly own: readonly TextChange[];
}

/** The live text of that name, or null where there is none. */
export function liveText(
  { confirmed, pending, view }: Pick<Replica, 'confirmed' | 'pending' | 'view'>,
  name: TextName,
): LiveText | null {
  const known = textIn(confirmed, name);
  // An own one on its way: only the view has it.
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
