import { invertChange, type TextChange } from '../../ot/text-change.ts';
import { about, type EffectOf, type EventDefinitions, isFinal } from '../engine/define-event.ts';
import type { DebateState } from '../engine/state.ts';
import { revisionIn, textIn, textNamed } from '../texts/texts.ts';
import { evolveText } from './evolve-text.ts';

/** The meaning of each of these events. */
export const EDIT_EVENTS: EventDefinitions<
  | 'claim.edited'
  | 'comment.edited'
  | 'summary.edited'
  | 'source.edited'
  | 'article.edited'
  | 'conclusion.edited'
  | 'text.sealed'
> = {
  'claim.edited': {
    evolve: evolveText,
    invert: (before, effect) => {
      const edit = invertEdit(before, effect);
      return edit && { type: 'claim.edit', claimId: effect.claimId, ...edit };
    },
    subject: about.claim,
    sentAs: 'entry',
  },
  'comment.edited': {
    evolve: evolveText,
    invert: (before, effect) => {
      const edit = invertEdit(before, effect);
      return edit && { type: 'comment.edit', commentId: effect.commentId, ...edit };
    },
    subject: about.comment,
    sentAs: 'entry',
  },
  'summary.edited': {
    evolve: evolveText,
    invert: (before, effect) => {
      const edit = invertEdit(before, effect);
      return edit && { type: 'summary.edit', positionId: effect.positionId, ...edit };
    },
    subject: about.nothing,
    sentAs: 'entry',
  },
  'source.edited': {
    evolve: evolveText,
    invert: (before, effect) => {
      const edit = invertEdit(before, effect);
      return edit && { type: 'source.edit', sourceId: effect.sourceId, field: effect.field, ...edit };
    },
    subject: about.source,
    sentAs: 'entry',
  },
  'article.edited': {
    evolve: evolveText,
    invert: (before, effect) => {
      const edit = invertEdit(before, effect);
      return edit && { type: 'article.edit', sourceId: effect.sourceId, ...edit };
    },
    subject: about.source,
    sentAs: 'entry',
  },
  'conclusion.edited': {
    evolve: evolveText,
    invert: (before, effect) => {
      const edit = invertEdit(before, effect);
      return edit && { type: 'conclusion.edit', section: effect.section, ...edit };
    },
    subject: about.nothing,
    sentAs: 'entry',
  },
  'text.sealed': {
    evolve: evolveText,
    invert: isFinal,
    subject: ({ text }) => text.split('.', 1)[0] ?? null,
    sentAs: 'entry',
  },
};

type Edited = EffectOf<
  | 'claim.edited'
  | 'comment.edited'
  | 'summary.edited'
  | 'source.edited'
  | 'article.edited'
  | 'conclusion.edited'
>;

/** The change that undoes an edit, and the revision it applies to. */
function invertEdit(before: DebateState, effect: Edited): { base: number; change: TextChange } | null {
  const name = textNamed(effect);
  const text = textIn(before, name);
  // No client replaces a whole text any longer.
  if (text === null || 'text' in effect) return null;
  const change = invertChange(text, effect.change);
  return change && { base: revisionIn(before, name) + 1, change };
}
