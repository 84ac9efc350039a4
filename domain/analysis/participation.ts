import { finish, type Steps } from '../collections/steps.ts';
import { SYSTEM } from '../debate/engine/entries.ts';
import type { DebateState } from '../debate/engine/state.ts';
import { isAnonymous } from '../debate/head/names.ts';
import { remainingPositions } from '../debate/map/positions-in-order.ts';
import { NOBODY } from '../debate/visibility/viewer.ts';
import { areTalliesHidden } from '../debate/votes/ballots.ts';
import { halfBy } from './half-by.ts';
import { axisOver, stretchAt } from './over-time.ts';

/** Contributions of one person, or one position. */
export interface Contributed {
  readonly id: string;
  readonly claims: number;
  readonly comments: number;
  readonly words: number;
}

/** Contributions in an interval of time. */
export interface TimeSpan {
  /** Milliseconds since 1970 at which it begins. */
  readonly from: number;
  readonly claims: number;
  readonly comments: number;
}

/** Contributions by participant, as far as the viewer may know. */
export interface Participation {
  /** Most contributions first; `null` in an anonymous debate. */
  readonly people: readonly Contributed[] | null;
  /** How few people made half of all contributions; `null` in an anonymous debate, or without contributions. */
  readonly half: number | null;
  /** In the order of positions; a comment counts for the position its author speaks for. */
  readonly positions: readonly Contributed[];
  /** Votes on the claims of each position; `null` while none are shown. */
  readonly votesOn: ReadonlyMap<string, number> | null;
  readonly time: readonly TimeSpan[];
  /** Milliseconds of one interval. */
  readonly step: number;
}

interface Contribution {
  readonly kind: 'claims' | 'comments';
  readonly author: string;
  readonly positionId: string | null;
  readonly at: number;
  readonly words: number;
}

/** Participation in a debate, as far as a viewer may see it. Retracted and withdrawn content doesn't count. */
export function participationIn(view: DebateState): Participation {
  return finish(participationSteps(view));
}

/** Number of contributions that are looked at in one step. */
const BREATH = 200;

/** Participation in small steps, for a page with other work to do; see `participationIn`. */
export function* participationSteps(view: DebateState): Steps<Participation> {
  const teamOf = (author: string) => view.participants.get(author)?.team ?? null;
  const contributions: Contribution[] = [];
  let passed = 0;
  for (const claim of view.claims.values()) {
    passed += 1;
    if (passed % BREATH === 0) yield;
    const { author, at, positionId, retracted } = claim;
    if (!retracted) contributions.push({ kind: 'claims', author, positionId, at, words: wordsOf(claim) });
  }
  for (const comment of view.comments.values()) {
    passed += 1;
    if (passed % BREATH === 0) yield;
    const { author, at, withdrawn } = comment;
    if (withdrawn) continue;
    contributions.push({ kind: 'comments', author, positionId: teamOf(author), at, words: wordsOf(comment) });
  }
  const people = isAnonymous(view) ? null : gathered(contributions, ({ author }) => author);
  const byPosition = gathered(contributions, ({ positionId }) => positionId ?? NOBODY);
  const positions = remainingPositions(view).map(
    ({ id }) => byPosition.find((one) => one.id === id) ?? { id, claims: 0, comments: 0, words: 0 },
  );
  const half = people && halfBy(people.map(({ claims, comments }) => claims + comments));
  return { people, half, positions, votesOn: votesByPosition(view), ...overTime(contributions) };
}

function votesByPosition(view: DebateState): Participation['votesOn'] {
  if (areTalliesHidden(view)) return null;
  const votes = new Map<string, number>();
  for (const { id, positionId, tally, retracted } of view.claims.values()) {
    // The claim that a merged one went into counts its votes.
    if (positionId === null || retracted || view.merges.has(id)) continue;
    const { agree, disagree, pass } = tally;
    votes.set(positionId, (votes.get(positionId) ?? 0) + agree + disagree + pass);
  }
  return votes;
}

function gathered(
  contributions: readonly Contribution[],
  whose: (contribution: Contribution) => string,
): Contributed[] {
  const all = new Map<string, Contributed>();
  for (const contribution of contributions) {
    const id = whose(contribution);
    if (id === NOBODY || id === SYSTEM) continue;
    const before = all.get(id) ?? { id, claims: 0, comments: 0, words: 0 };
    const { kind, words } = contribution;
    all.set(id, { ...before, [kind]: before[kind] + 1, words: before.words + words });
  }
  const size = ({ claims, comments }: Contributed) => claims + comments;
  return [...all.values()].sort((a, b) => size(b) - size(a) || b.words - a.words || (a.id < b.id ? -1 : 1));
}

/** Contributions by intervals of equal length. */
function overTime(contributions: readonly Contribution[]): Pick<Participation, 'time' | 'step'> {
  const axis = axisOver(contributions.map(({ at }) => at));
  const counts = axis.from.map((from) => ({ from, claims: 0, comments: 0 }));
  for (const { at, kind } of contributions) {
    const stretch = counts[stretchAt(axis, at)];
    if (stretch) stretch[kind] += 1;
  }
  return { time: counts, step: axis.step };
}

/** Words of claims and comments, by their records, which stay the same while they are unchanged. */
const known = new WeakMap<object, number>();

function wordsOf(record: { readonly text: string }): number {
  let words = known.get(record);
  if (words === undefined) {
    words = countWords(record.text);
    known.set(record, words);
  }
  return words;
}

/** Words of a text; in scripts without spaces each character is one. */
export function countWords(text: string): number {
  return (text.match(STRETCH) ?? []).filter((stretch) => /[\p{L}\p{N}]/u.test(stretch)).length;
}

/** A character of a script without spaces, or the text between two spaces or such characters. */
const STRETCH =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;
