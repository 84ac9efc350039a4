import type { DebateState } from '#domain/debate/engine/state.ts';
import { isAnonymous } from '#domain/debate/head/names.ts';
import type { Person } from '#domain/protocol/server-messages.ts';
import { foldText } from '#domain/words/fold-text.ts';
import type { ReadTarget } from '../claims/use-target.ts';
import { rankOf } from '../forms/best-matches.ts';
import { findTargets } from '../forms/find-targets.ts';
import { claimLabel, labelsOf } from './labels.ts';

/** A suggestion for what is being named in a text. */
export interface Proposal {
  readonly kind: 'person' | 'claim';
  readonly id: string;
  /** Text that represents it in the field. */
  readonly label: string;
  /** Text that represents it in the list. */
  readonly text: string;
}

/** The name being typed at a place in a text: its sign and the text after it. */
export interface Naming {
  readonly sign: '@' | '#';
  readonly query: string;
  readonly from: number;
  readonly to: number;
}

/** Maximum number of suggestions, few enough to see at a glance. */
const SHOWN = 6;
/** Maximum number of characters after the sign that are searched: names have at most 60. */
const LOOKED_AT = 60;

/**
 * Returns what is being named before the caret; `null`: nothing. A sign within a word of Latin letters belongs to an address; other
 * scripts are written without spaces.
 */
export function namingAt(text: string, caret: number): Naming | null {
  const before = text.slice(Math.max(0, caret - LOOKED_AT), caret);
  const at = Math.max(before.lastIndexOf('@'), before.lastIndexOf('#'));
  if (at === -1) return null;
  const query = before.slice(at + 1);
  const from = caret - query.length - 1;
  const sign = before[at] === '@' ? '@' : '#';
  const isInWord = /[\p{Script=Latin}\p{N}_.<&/]$/u.test(text.slice(0, from));
  // Neither a heading nor an item already chosen.
  if (isInWord || query.includes('\n') || /^\s|[”]/u.test(query)) return null;
  return { sign, query, from, to: caret };
}

/** Returns suggestions: people by any word of their name, claims by all words they contain. */
export function proposalsFor(
  { sign, query }: Naming,
  view: DebateState,
  people: ReadonlyMap<string, Person>,
  readTarget: ReadTarget,
): readonly Proposal[] {
  return sign === '@' ? peopleFor(query, view, people) : claimsFor(query, view, readTarget);
}

function peopleFor(query: string, view: DebateState, people: ReadonlyMap<string, Person>): Proposal[] {
  if (isAnonymous(view)) return [];
  const folded = foldText(query);
  // A name followed by a space is complete.
  const isNamed = /\s$/.test(query) && labelsOf(view, people).has(`@${query.trimEnd()}`);
  if (isNamed) return [];
  const found: { proposal: Proposal; rank: number }[] = [];
  for (const [label, id] of labelsOf(view, people)) {
    const text = label.slice(1);
    const rank = rankOf(foldText(text), folded);
    if (rank !== null) found.push({ proposal: { kind: 'person', id, label, text }, rank });
  }
  found.sort((a, b) => a.rank - b.rank || a.proposal.text.localeCompare(b.proposal.text));
  return found.slice(0, SHOWN).map(({ proposal }) => proposal);
}

function claimsFor(query: string, view: DebateState, readTarget: ReadTarget): Proposal[] {
  if (query.trim() === '') return [];
  return findTargets(view, query, readTarget, { except: '', kinds: 'claims' })
    .slice(0, SHOWN)
    .map(({ target, text }) => ({ kind: 'claim', id: target.id, label: claimLabel(text), text }));
}
