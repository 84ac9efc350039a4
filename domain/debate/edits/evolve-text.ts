import { withLatest } from '../contributions/with-latest.ts';
import type { Effect, EntryFrame, SealedBack } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import {
  changeText,
  historyOf,
  rewriteText,
  sourceOfArticle,
  type TextName,
  textIn,
  textNamed,
} from '../texts/texts.ts';

type TextEffect = Extract<
  Effect,
  {
    type:
      | 'claim.edited'
      | 'comment.edited'
      | 'summary.edited'
      | 'source.edited'
      | 'article.edited'
      | 'conclusion.edited'
      | 'text.sealed';
  }
>;

type Sealing = Pick<Extract<Effect, { type: 'text.sealed' }>, 'back' | 'reworded'>;

/** Folds the effects on a text. */
export function evolveText(state: DebateState, effect: TextEffect, entry: EntryFrame): DebateState {
  if (effect.type === 'text.sealed') return seal(state, effect.text, effect);
  if (!hasSubject(state, effect)) return state;
  const name = textNamed(effect);
  if ('text' in effect) return rewriteText(state, name, effect.text, entry);
  const changed = changeText(state, name, effect.change, entry);
  if (changed === state || effect.type !== 'claim.edited') return changed;
  const dated = withLatest(changed, [name], 'reworded', entry.author, entry.at);
  return effect.sealed ? seal(dated, name, effect) : dated;
}

function hasSubject(state: DebateState, effect: Exclude<TextEffect, { type: 'text.sealed' }>): boolean {
  switch (effect.type) {
    case 'claim.edited':
      return state.claims.has(effect.claimId);
    case 'comment.edited':
      return state.comments.has(effect.commentId);
    case 'summary.edited':
      return state.positions.has(effect.positionId);
    case 'source.edited':
    case 'article.edited':
      return state.sources.has(effect.sourceId);
    case 'conclusion.edited':
      return state.conclusion !== null;
  }
}

/** Drops a text's change history; if a claim's text differs from the last sealed one, it becomes a wording. */
function seal(state: DebateState, name: TextName, { back, reworded: said }: Sealing): DebateState {
  const { revision, sealed } = historyOf(state, name);
  if (textIn(state, name) === null || sealed === null) return state;
  const histories = state.histories.set(name, { revision, changes: [], sealed: null });
  return { ...withNextWording(withVersion(state, name, sealed, said), name, sealed, back, said), histories };
}

/** An article whose text differs from the sealed one gets its next version. */
function withVersion(state: DebateState, name: TextName, sealed: string, said?: boolean): DebateState {
  const article = state.articles.get(sourceOfArticle(name) ?? '');
  if (!article || !(said ?? article.text !== sealed)) return state;
  const next = { ...article, version: article.version + 1 };
  return { ...state, articles: state.articles.set(article.id, next) };
}

/** Makes a claim's current text a wording immediately; edits in flight to the earlier text are still merged. */
export function sealAtOnce(
  state: DebateState,
  claimId: string,
  { back, reworded: said }: Sealing,
): DebateState {
  const history = historyOf(state, claimId);
  const text = textIn(state, claimId);
  if (text === null || history.sealed === null) return state;
  const histories = state.histories.set(claimId, { ...history, sealed: text });
  return { ...withNextWording(state, claimId, history.sealed, back, said), histories };
}

/** Gives a claim whose text differs from the sealed one, or differs according to `said`, its next wording, or `back`, an earlier one. */
function withNextWording(
  state: DebateState,
  claimId: string,
  sealed: string,
  back?: SealedBack,
  said?: boolean,
): DebateState {
  const claim = state.claims.get(claimId);
  if (!claim || !(said ?? claim.text !== sealed)) return state;
  const { agree, disagree, pass } = claim.tally;
  const wordings = claim.wordings + (back ? 0 : 1);
  const next = {
    ...claim,
    wording: back?.wording ?? wordings,
    wordings,
    before: { wording: claim.wording, text: sealed },
    tally: { agree, disagree, pass, earlier: back?.earlier ?? agree + disagree + pass },
  };
  return { ...state, claims: state.claims.set(claimId, next) };
}
