import type { PassageIn } from '../../../domain/debate/engine/entries.ts';
import type { DebateState } from '../../../domain/debate/engine/state.ts';
import { HUES } from '../../../domain/debate/positions/position.ts';
import { selectorsOf } from '../../../domain/debate/sources/passage-place.ts';
import { SETTLEMENTS } from '../../../domain/debate/suggestions/suggestion.ts';
import { CONCLUSION_SECTIONS, SOURCE_FIELDS } from '../../../domain/debate/texts/texts.ts';
import { applyChange } from '../../../domain/ot/text-change.ts';
import type { Chooser, MakersOf } from './chooser.ts';

/** Operations on texts: wordings, comments, sources and suggestions. */
export const TEXT_MAKERS: MakersOf<
  | 'claim.edit'
  | 'summary.edit'
  | 'conclusion.edit'
  | 'source.edit'
  | 'article.edit'
  | 'suggestion.make'
  | 'suggestion.withdraw'
  | 'suggestion.settle'
  | 'source.add'
  | 'claim.cite'
  | 'claim.uncite'
  | 'position.add'
  | 'position.edit'
  | 'comment.add'
  | 'comment.edit'
  | 'comment.withdraw'
  | 'comment.restore'
  | 'comment.resolve'
> = {
  'claim.edit': (choose, view) => {
    const claim = choose.claim(view);
    return claim && choose.edit(view, { type: 'claim.edit', claimId: claim.id });
  },
  'summary.edit': (choose, view) => {
    const positionId = choose.random.pick([...view.positions.keys()]);
    return positionId ? choose.edit(view, { type: 'summary.edit', positionId }) : null;
  },
  'conclusion.edit': (choose, view) => {
    const section = choose.random.pick(CONCLUSION_SECTIONS) ?? 'agreements';
    return view.conclusion ? choose.edit(view, { type: 'conclusion.edit', section }) : null;
  },
  'source.edit': (choose, view) => {
    const sourceId = choose.random.pick([...view.sources.keys()]);
    const field = choose.random.pick(SOURCE_FIELDS) ?? 'note';
    return sourceId ? choose.edit(view, { type: 'source.edit', sourceId, field }) : null;
  },
  'article.edit': (choose, view) => {
    const sourceId = choose.random.pick([...view.sources.keys()]);
    return sourceId ? choose.edit(view, { type: 'article.edit', sourceId }) : null;
  },
  'suggestion.make': (choose, view) => {
    const claim = choose.claim(view);
    if (!claim) return null;
    const text = applyChange(claim.text, choose.changeOf(claim.text)) ?? claim.text;
    const words = { was: claim.text, text, note: choose.text() };
    return { type: 'suggestion.make', suggestionId: choose.id('w'), claimId: claim.id, ...words };
  },
  'suggestion.withdraw': (choose, view) => {
    const suggestionId = choose.random.pick([...view.suggestions.keys()]);
    return suggestionId === undefined ? null : { type: 'suggestion.withdraw', suggestionId };
  },
  'suggestion.settle': (choose, view) => {
    const suggestion = choose.random.pick([...view.suggestions.values()]);
    if (!suggestion) return null;
    const { id: suggestionId, claimId, outcome: answered } = suggestion;
    const outcome = answered === null ? (choose.random.pick(SETTLEMENTS) ?? null) : null;
    return {
      type: 'suggestion.settle',
      suggestionId,
      outcome,
      seen: view.claims.get(claimId)?.text ?? '',
      note: choose.text(),
    };
  },
  'source.add': (choose) => {
    const empty = { url: '', locator: '', excerpt: '', note: '' };
    return { type: 'source.add', sourceId: choose.id('s'), title: choose.text(), ...empty };
  },
  'claim.cite': (choose, view) => {
    const claim = choose.claim(view);
    const sourceId = choose.random.pick([...view.sources.keys()]);
    if (!claim || !sourceId) return null;
    const passage = passageOf(choose, view.articles.get(sourceId)?.text ?? '');
    return { type: 'claim.cite', claimId: claim.id, sourceId, ...(passage && { passages: [passage] }) };
  },
  'claim.uncite': (choose, view) => {
    const claim = choose.claim(view, ({ sources }) => sources.length > 0);
    const sourceId = choose.random.pick(claim?.sources ?? []);
    if (!claim || !sourceId) return null;
    const cited = view.citations.get(claim.id)?.passages ?? [];
    const passages = cited.filter((passage) => passage.sourceId === sourceId).map(({ id }) => id);
    const some = passages.length > 0 && choose.random.chance(0.6) ? { passages: passages.slice(0, 1) } : {};
    return { type: 'claim.uncite', claimId: claim.id, sourceId, ...some };
  },
  'position.add': (choose) => ({
    type: 'position.add',
    positionId: choose.id('p'),
    name: choose.text(),
    hue: 'teal',
    summary: '',
  }),
  'position.edit': (choose, view) => {
    const positionId = choose.random.pick([...view.positions.keys()]);
    const change = choose.random.chance(0.5) ? { name: choose.text() } : { hue: choose.random.pick(HUES) };
    return positionId ? { type: 'position.edit', positionId, ...change } : null;
  },
  'comment.add': (choose, view) => {
    const on = choose.target(view);
    const replyTo = choose.random.pick([null, ...(view.commentsOn.get(on.id) ?? [])]) ?? null;
    return { type: 'comment.add', commentId: choose.id('m'), on, replyTo, text: choose.text() };
  },
  'comment.edit': (choose, view) => {
    const commentId = anyComment(choose, view, false);
    return commentId ? choose.edit(view, { type: 'comment.edit', commentId }) : null;
  },
  'comment.withdraw': (choose, view) => {
    const commentId = anyComment(choose, view, false);
    return commentId ? { type: 'comment.withdraw', commentId } : null;
  },
  'comment.restore': (choose, view) => {
    const commentId = anyComment(choose, view, true);
    return commentId ? { type: 'comment.restore', commentId } : null;
  },
  'comment.resolve': (choose, view) => {
    const commentId = anyComment(choose, view, false);
    return commentId ? { type: 'comment.resolve', commentId, resolved: choose.random.chance(0.6) } : null;
  },
};

/** Any stretch of an article; null: there is none. */
function passageOf(choose: Chooser, article: string): PassageIn | null {
  const [from, to] = [choose.random.below(article.length + 1), choose.random.below(article.length + 1)];
  const selectors = selectorsOf(article, Math.min(from, to), Math.max(from, to));
  return selectors && { id: choose.id('q'), ...selectors };
}

function anyComment(
  { random }: Chooser,
  { comments }: DebateState,
  isWithdrawn: boolean,
): string | undefined {
  return random.pick([...comments.values()].filter(({ withdrawn }) => withdrawn === isWithdrawn))?.id;
}
