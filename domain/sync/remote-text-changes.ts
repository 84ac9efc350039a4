import type { ProjectedEntry } from '../debate/engine/entries.ts';
import { evolve } from '../debate/engine/evolve.ts';
import type { DebateState } from '../debate/engine/state.ts';
import {
  changesSince,
  historyOf,
  revisionIn,
  type TextName,
  textChangedBy,
  textIn,
} from '../debate/texts/texts.ts';
import { applyChange, diffText, type TextChange } from '../ot/text-change.ts';
import { editOf, type PendingOperation } from './pending-operation.ts';

/** A change of a text that the server put before what is pending: from one revision to a later one. */
export interface ArrivedChange {
  readonly from: number;
  readonly to: number;
  /** The entry that made it; 0 if it combines several. */
  readonly seq: number;
  readonly change: TextChange;
  /** The author; empty if unknown. */
  readonly author: string;
}

/** The changes between one confirmed state and the next, by text, in order; `null`: unknown. */
export type RemoteTextChanges = ReadonlyMap<TextName, readonly ArrivedChange[] | null>;

export const NOTHING_ARRIVED: RemoteTextChanges = new Map();

/** Folds entries and collects their changes of texts: a text that is sealed among them remembers none of it afterwards. */
export function foldCollectingChanges(
  before: DebateState,
  entries: readonly ProjectedEntry[],
): { state: DebateState; arrived: ReadonlyMap<TextName, readonly ArrivedChange[]> } {
  const arrived = new Map<TextName, ArrivedChange[]>();
  let state = before;
  for (const entry of entries) {
    const next = evolve(state, entry);
    const [name, change] = changeBetween(state, next, entry) ?? [];
    if (name !== undefined && change) arrived.set(name, [...(arrived.get(name) ?? []), change]);
    state = next;
  }
  return { state, arrived };
}

/** Texts that entries bring in their current form, not by their changes: their visibility has changed. */
export function replacedTexts(entries: readonly ProjectedEntry[]): TextName[] {
  return entries.flatMap(({ effect }) =>
    effect.type === 'content.projected'
      ? [...effect.fragment.claims, ...effect.fragment.comments].map(({ id }) => id)
      : [],
  );
}

/** The text that an entry changed, and how; `null` for none. */
function changeBetween(
  before: DebateState,
  after: DebateState,
  { seq, author, effect }: ProjectedEntry,
): [TextName, ArrivedChange] | null {
  const name = textChangedBy(effect);
  if (name === null) return null;
  const [from, to] = [revisionIn(before, name), revisionIn(after, name)];
  if (from === to) return null;
  const remembered = historyOf(after, name).changes.at(-1);
  const change = remembered?.revision === to ? remembered.change : difference(before, after, name);
  return [name, { from, to, seq, change, author }];
}

function difference(before: DebateState, after: DebateState, name: TextName): TextChange {
  return diffText(textIn(before, name) ?? '', textIn(after, name) ?? '');
}

/** The known changes by which a text came to a later state. */
export interface KnownText {
  readonly revision: number;
  /** `null` if it is no longer known. */
  readonly text: string | null;
}

/**
 * How texts changed from their known form to a state that didn't arrive as entries. Changes that aren't remembered are derived from the
 * difference of the two texts, with the own edits confirmed by then applied to the first. A text of which nothing is known gives `null`:
 * what is pending on it is lost.
 */
export function arrivedIn(
  after: DebateState,
  names: Iterable<TextName>,
  known: (name: TextName) => KnownText,
  pending: readonly PendingOperation[],
): RemoteTextChanges {
  return new Map(
    [...new Set(names)].map((name) => [name, arrivedFor(after, name, known(name), pending)] as const),
  );
}

function arrivedFor(
  after: DebateState,
  name: TextName,
  known: KnownText,
  pending: readonly PendingOperation[],
): readonly ArrivedChange[] | null {
  const to = revisionIn(after, name);
  const now = textIn(after, name);
  if (now === null || known.revision >= to) return [];
  const remembered = changesSince(after, name, known.revision);
  if (remembered) {
    return remembered.map(({ revision, seq, change }) => ({
      from: revision - 1,
      to: revision,
      seq,
      change,
      author: '',
    }));
  }
  return known.text === null
    ? null
    : byDifference(known.text, known.revision, now, to, ownIn(after, name, pending));
}

/** Own edits contained in a state: they were sent first, each when the one before it was confirmed. */
function ownIn({ seq }: DebateState, name: TextName, pending: readonly PendingOperation[]): ArrivedChange[] {
  return pending.flatMap((item) => {
    const edit = editOf(item, name);
    if (!edit || item.confirmedBy === null || item.confirmedBy > seq) return [];
    const { base, change } = edit;
    return [{ from: base, to: base + 1, seq: item.confirmedBy, change, author: '' }];
  });
}

function byDifference(
  text: string,
  revision: number,
  now: string,
  to: number,
  own: readonly ArrivedChange[],
): readonly ArrivedChange[] {
  const withOwn = own.reduce((written, { change }) => applyChange(written, change) ?? written, text);
  const from = revision + own.length;
  return [...own, { from, to, seq: 0, change: diffText(withOwn, now), author: '' }];
}
