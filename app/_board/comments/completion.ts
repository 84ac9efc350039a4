import type { DebateState } from '../../../domain/debate/engine/state.ts';
import { isAnonymous } from '../../../domain/debate/participants/names.ts';
import type { Person } from '../../../domain/protocol/server-messages.ts';
import { foldText } from '../../../domain/search/fold-text.ts';
import { findTargets } from '../claim/find-targets.ts';
import { claimLabel, labelsOf } from './labels.ts';

/** Something that may be named where one writes. */
export interface Proposal {
  readonly kind: 'person' | 'claim';
  readonly id: string;
  /** What stands in the field for it. */
  readonly label: string;
  /** What it is chosen by in the list. */
  readonly text: string;
}

/** What is being named at a place of a text: its sign and all that was typed since. */
export interface Naming {
  readonly sign: '@' | '#';
  readonly query: string;
  readonly from: number;
  readonly to: number;
}

/** As many as are looked over at a glance. */
const SHOWN = 6;
/** Characters after the sign for which one still looks: names are 60 at most. */
const LOOKED_AT = 60;

/**
 * What is being named before the caret; null: nothing. A sign within a word of Latin letters is an address; other scripts are
 * written without space.
 */
export function namingAt(text: string, caret: number): Naming | null {
  const before = text.slice(Math.max(0, caret - LOOKED_AT), caret);
  const at = Math.max(before.lastIndexOf('@'), before.lastIndexOf('#'));
  if (at === -1) return null;
  const query = before.slice(at + 1);
  const from = caret - query.length - 1;
  const sign = before[at] === '@' ? '@' : '#';
  const isInWord = /[\p{Script=Latin}\p{N}_.<&/]$/u.test(text.slice(0, from));
  // A heading is no claim, nor is what was chosen already.
  if (isInWord || query.includes('\n') || /^\s|[”]/u.test(query)) return null;
  return { sign, query, from, to: caret };
}

/** What may be meant: people by any word of their name, claims by all words that are in them. */
export function proposalsFor(
  { sign, query }: Naming,
  view: DebateState,
  people: ReadonlyMap<string, Person>,
): readonly Proposal[] {
  return sign === '@' ? peopleFor(query, view, people) : claimsFor(query, view);
}

function peopleFor(query: string, view: DebateState, people: ReadonlyMap<string, Person>): Proposal[] {
  if (isAnonymous(view)) return [];
  const folded = foldText(query);
  // Who is named with a space behind is named.
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

/** Names that begin so come first, then those with a word that does, then those it is anywhere in. */
function rankOf(name: string, query: string): number | null {
  if (name.startsWith(query)) return 0;
  if (name.includes(` ${query}`)) return 1;
  return name.includes(query) ? 2 : null;
}

function claimsFor(query: string, view: DebateState): Proposal[] {
  if (query.trim() === '') return [];
  return findTargets(view, query, { except: '', kinds: 'claims' })
    .slice(0, SHOWN)
    .map(({ target, text }) => ({ kind: 'claim', id: target.id, label: claimLabel(text), text }));
}
