import type { Effect, EntryFrame, SealedBack } from './entries.ts';
import type { DebateState } from './state.ts';
import { changeText, historyOf, rewriteText, type TextName, textIn, textNamed } from './texts.ts';

type TextEffect = Extract<
  Effect,
  { type: 'claim.edited' | 'comment.edited' | 'summary.edited' | 'source.edited' | 'text.sealed' }
>;

/** Folds what happens to a text. */
export function evolveText(state: DebateState, effect: TextEffect, entry: EntryFrame): DebateState {
  if (effect.type === 'text.sealed') return seal(state, effect.text, effect.back);
  if (!isThere(state, effect)) return state;
  const name = textNamed(effect);
  if ('text' in effect) return rewriteText(state, name, effect.text, entry);
  const changed = changeText(state, name, effect.change, entry);
  return changed !== state && effect.type === 'claim.edited' && effect.sealed ? seal(changed, name) : changed;
}

function isThere(state: DebateState, effect: Exclude<TextEffect, { type: 'text.sealed' }>): boolean {
  switch (effect.type) {
    case 'claim.edited':
      return state.claims.has(effect.claimId);
    case 'comment.edited':
      return state.comments.has(effect.commentId);
    case 'summary.edited':
      return state.positions.has(effect.positionId);
    case 'source.edited':
      return state.sources.has(effect.sourceId);
  }
}

/**
 * How a text came about is forgotten; of a claim, another text than the last sealed one is the next wording, or `back` an
 * earlier one.
 */
export function seal(state: DebateState, name: TextName, back?: SealedBack): DebateState {
  const { revision, sealed } = historyOf(state, name);
  const text = textIn(state, name);
  if (text === null || sealed === null) return state;
  const histories = state.histories.set(name, { revision, changes: [], sealed: null });
  const claim = state.claims.get(name);
  if (!claim || text === sealed) return { ...state, histories };
  const { agree, disagree, pass } = claim.tally;
  const wordings = claim.wordings + (back ? 0 : 1);
  const reworded = {
    ...claim,
    wording: back?.wording ?? wordings,
    wordings,
    before: { wording: claim.wording, text: sealed },
    tally: { agree, disagree, pass, earlier: back?.earlier ?? agree + disagree + pass },
  };
  return { ...state, histories, claims: state.claims.set(name, reworded) };
}
