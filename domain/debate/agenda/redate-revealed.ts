import type { PersistentMap } from '../../collections/persistent-map.ts';
import type { DebateState } from '../engine/state.ts';
import type { Split } from '../lineage/lineage.ts';
import { byTime } from '../map/placement.ts';
import type { TextHistory } from '../texts/text-history.ts';
import { dependentsOf } from '../visibility/hidden-content.ts';

/** Between the numbers of two entries that everyone knows: a number that no entry has. */
const BETWEEN = 2 ** -20;

/**
 * A state in which everything that an entry reveals, with its dependents, has the time and number of that entry. Lists with equal times are
 * sorted by id. So nothing discloses when, in which order or between which visible changes it was written.
 */
export function redateRevealed(
  state: DebateState,
  revealed: readonly string[],
  { seq, at }: { readonly seq: number; readonly at: number },
): DebateState {
  const ids = dependentsOf(state, revealed);
  const claims = changed(state.claims, ids, (claim) => ({
    ...claim,
    at,
    editedAt: claim.editedAt === null ? null : at,
  }));
  const comments = changed(state.comments, ids, (comment) => ({
    ...comment,
    at,
    editedAt: comment.editedAt === null ? null : at,
  }));
  const questions = changed(state.questions, ids, (question) => ({ ...question, at }));
  const links = changed(state.links, ids, (link) => ({ ...link, at }));
  return {
    ...state,
    claims,
    comments,
    questions,
    links,
    articles: changed(state.articles, ids, (article) => ({ ...article, editedAt: at })),
    merges: changed(state.merges, ids, (merge) => ({ ...merge, at })),
    splits: redateSplits(state.splits, ids, seq, at),
    suggestions: state.suggestions.map((one) => (ids.has(one.claimId) ? { ...one, at } : one)),
    lastChanges: changed(state.lastChanges, ids, (latest) => ({ ...latest, at })),
    histories: state.histories.map((history, name) =>
      ids.has(name.split('.')[0] ?? '') ? renumberHistory(history, seq) : history,
    ),
    hidden: changed(state.hidden, ids, (hidden) => ({ ...hidden, at })),
    promotions: changed(state.promotions, ids, (brought) => ({ ...brought, at })),
    commentsOn: state.commentsOn.map((list) =>
      list.some((id) => ids.has(id)) ? revealedLast(list, ids) : list,
    ),
    crossLinks: state.crossLinks.map((list) => {
      if (!list.some((id) => ids.has(id))) return list;
      const found = list.flatMap((id) => links.get(id) ?? []);
      return found.sort(byTime).map(({ id }) => id);
    }),
  };
}

function changed<T>(
  records: PersistentMap<string, T>,
  ids: ReadonlySet<string>,
  change: (record: T) => T,
): PersistentMap<string, T> {
  let next = records;
  for (const id of ids) {
    const record = records.get(id);
    if (record !== undefined) next = next.set(id, change(record));
  }
  return next;
}

/** Gives the revealed splits other numbers, as many as they had: the parts of one split still share one. */
function redateSplits(
  splits: DebateState['splits'],
  ids: ReadonlySet<string>,
  seq: number,
  at: number,
): DebateState['splits'] {
  const revealed = [...ids].sort().flatMap((id) => splits.get(id) ?? []);
  const numbers = new Map<number, number>();
  for (const split of revealed)
    if (!numbers.has(split.seq)) numbers.set(split.seq, seq - (numbers.size + 1) * BETWEEN);
  const redated = revealed.map((split): [string, Split] => [
    split.id,
    { ...split, at, seq: numbers.get(split.seq) ?? seq },
  ]);
  return splits.merge(redated);
}

function renumberHistory(history: TextHistory, seq: number): TextHistory {
  return { ...history, changes: history.changes.map((change) => ({ ...change, seq })) };
}

/** Comments in their order; the revealed ones last, by id. */
function revealedLast(list: readonly string[], ids: ReadonlySet<string>): string[] {
  const [before, revealed] = [list.filter((id) => !ids.has(id)), list.filter((id) => ids.has(id))];
  return [...before, ...revealed.sort()];
}
