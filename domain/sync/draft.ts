import { type TextName, textIn, textNamed, type WrittenText } from '../debate/texts/texts.ts';
import {
  applyChange,
  composeChanges,
  diffText,
  invertChange,
  type TextChange,
  transformChange,
  transformPosition,
} from '../ot/text-change.ts';
import { liveText } from './live-text.ts';
import { editOf, type PendingOperation } from './pending-operation.ts';
import { rebaseEdit } from './rebase-edits.ts';
import { type ArrivedChange, NOTHING_ARRIVED } from './remote-text-changes.ts';
import type { Replica } from './replica.ts';

/** The content of an editor beyond the submitted edits: it doesn't fit yet (it is too long, or empty). */
export interface Draft {
  readonly name: TextName;
  /** Made on the live text; `null`: the editor shows that text unchanged. */
  readonly unsent: TextChange | null;
}

/** A draft as stored when its page closes: plain data. */
export interface StoredDraft {
  readonly text: WrittenText;
  /** The live text that the change was made on. */
  readonly live: string;
  readonly unsent: TextChange;
}

/** The part of a draft that has to be stored; `null` if nothing. */
export function serializeDraft(replica: Replica, text: WrittenText, { unsent }: Draft): StoredDraft | null {
  const live = liveText(replica, textNamed(text));
  return live && unsent && { text, live: live.text, unsent };
}

/** The initial draft: a stored earlier one, carried over the changes of its text since, otherwise an empty one. */
export function restoreDraft(replica: Replica, name: TextName, kept: StoredDraft | undefined): Draft {
  const live = liveText(replica, name);
  if (!live || !kept) return { name, unsent: null };
  if (live.text === kept.live) return { name, unsent: kept.unsent };
  return { name, unsent: transformChange(kept.unsent, diffText(kept.live, live.text)) };
}

/** Composes a change with the one after it. */
function together(first: TextChange | null, second: TextChange | null): TextChange | null {
  return first && second ? composeChanges(first, second) : (first ?? second);
}

/** Composes several changes, each made on the result of the one before; `null`: there are none, or they don't fit together. */
function asOne(changes: readonly TextChange[]): TextChange | null {
  return changes.reduce<TextChange | null>(together, null);
}

/** The text the editor shows. */
export function draftText(replica: Replica, { name, unsent }: Draft): string {
  const text = liveText(replica, name)?.text ?? '';
  return unsent === null ? text : (applyChange(text, unsent) ?? text);
}

/** Adds what was just typed, made on what the editor shows. */
export function writeInto(draft: Draft, typed: TextChange): Draft {
  return { ...draft, unsent: together(draft.unsent, typed) };
}

export interface RebasedDraft {
  readonly draft: Draft;
  /** The changes of what the editor shows, in order. */
  readonly incoming: readonly TextChange[];
  /** Numbers of own edits that were refused: their characters are in the draft now. */
  readonly kept: readonly number[];
}

/**
 * Carries a draft from one replica to the next. Remote changes reach the editor. A refused own edit stays in it, unsent, so that its author
 * can shorten it; an edit undone elsewhere is removed. `refused` are the numbers of own operations that were refused.
 */
export function rebaseDraft(
  draft: Draft,
  before: Replica,
  after: Replica,
  refused: readonly number[],
): RebasedDraft {
  const { name } = draft;
  const [was, is] = [liveText(before, name), liveText(after, name)];
  if (was === null || is === null || before === after) return { draft, incoming: [], kept: [] };
  const arrived = reaching(before, after, name);
  const reached = arrived.reduce<string | null>(
    (text, change) => (text === null ? null : applyChange(text, change)),
    was.text,
  );
  const known = reached === null ? [diffText(was.text, is.text)] : arrived;
  const carried = known.reduce(carryOne, { draft, incoming: [] as readonly TextChange[], kept: [] });
  const lacking = reached ?? is.text;
  if (lacking === is.text) return carried;
  const kept = refused.filter((number) => before.pending.some((item) => isEdit(item, number, name)));
  if (kept.length === 0) {
    return carryOne(carried, byOwn(after, name, [was.own, is.own], [lacking, is.text]));
  }
  const back = byOwn(after, name, [is.own, was.own], [is.text, lacking]);
  return { ...carried, draft: { name, unsent: together(back, carried.draft.unsent) }, kept };
}

/**
 * The change from a text with the user's earlier pending edits to one with the current ones. It only touches the user's own words, and none
 * of those that both have, so that text between them stays in place; unless other things changed too, as when words were erased.
 */
function byOwn(
  { confirmed }: Replica,
  name: TextName,
  [from, to]: readonly [readonly TextChange[], readonly TextChange[]],
  [starts, into]: readonly [string, string],
): TextChange {
  const differs = from.findIndex((change, index) => change !== to[index]);
  const same = differs < 0 ? from.length : differs;
  const text = from
    .slice(0, same)
    .reduce<string | null>(
      (so, change) => (so === null ? null : applyChange(so, change)),
      textIn(confirmed, name),
    );
  const forth = asOne(from.slice(same));
  const back = forth && text !== null ? invertChange(text, forth) : null;
  const own = together(back, asOne(to.slice(same)));
  return own && applyChange(starts, own) === into ? own : diffText(starts, into);
}

function carryOne<T extends Omit<RebasedDraft, 'kept'>>(carried: T, change: TextChange): T {
  const { draft, incoming } = carried;
  const { unsent } = draft;
  if (unsent === null) return { ...carried, incoming: [...incoming, change] };
  const through = transformChange(change, unsent, 'earlier');
  return {
    ...carried,
    draft: { ...draft, unsent: transformChange(unsent, change) },
    incoming: through ? [...incoming, through] : incoming,
  };
}

/** Remote changes, as they reach the live text. */
function reaching(before: Replica, after: Replica, name: TextName): TextChange[] {
  const arrived = before.confirmed === after.confirmed ? NOTHING_ARRIVED : after.arrived;
  let { pending } = before;
  return (arrived.get(name) ?? []).flatMap((change: ArrivedChange): readonly TextChange[] => {
    const over = rebaseEdit(pending, name, change);
    pending = over.pending;
    return over.through ? [over.through] : [];
  });
}

function isEdit(item: PendingOperation, clientSeq: number, name: TextName): boolean {
  return item.clientSeq === clientSeq && editOf(item, name) !== null;
}

/** Maps a place in what the editor shows to a place in the confirmed text, which others know. */
export function placeForOthers(replica: Replica, draft: Draft, place: number): number {
  const ahead = together(asOne(liveText(replica, draft.name)?.own ?? []), draft.unsent);
  const back = ahead && invertChange(textIn(replica.confirmed, draft.name) ?? '', ahead);
  return back ? transformPosition(place, back) : place;
}

/** Maps a place in the confirmed text to one in what the editor shows. */
export function placeInDraft(replica: Replica, draft: Draft, place: number): number {
  const ahead = together(asOne(liveText(replica, draft.name)?.own ?? []), draft.unsent);
  return ahead ? transformPosition(place, ahead) : place;
}
