import { type TextName, textIn, textNamed, type WrittenText } from '../debate/texts/texts.ts';
import {
  applyChange,
  carryPlace,
  composeChanges,
  diffText,
  invertChange,
  type TextChange,
  transformChange,
} from '../ot/text-change.ts';
import { liveText } from './live-text.ts';
import { editOf, type PendingOperation } from './pending-operation.ts';
import { rebaseEdit } from './rebase-edits.ts';
import { type ArrivedChange, NOTHING_ARRIVED } from './remote-text-changes.ts';
import type { Replica } from './replica.ts';

/** What somebody has in an editor beyond what they asked for: it does not fit yet (it is too long, it is empty). */
export interface Draft {
  readonly name: TextName;
  /** Made on the live text; null: the editor shows that text as it is. */
  readonly unsent: TextChange | null;
}

/** A draft as it is kept when its page goes away: plain data. */
export interface StoredDraft {
  readonly text: WrittenText;
  /** The live text that the change was made on. */
  readonly live: string;
  readonly unsent: TextChange;
}

/** What of a draft has to be kept; null for nothing. */
export function serializeDraft(replica: Replica, text: WrittenText, { unsent }: Draft): StoredDraft | null {
  const live = liveText(replica, textNamed(text));
  return live && unsent && { text, live: live.text, unsent };
}

/** A draft to begin with: what was kept of an earlier one, with what became of its text since, else an empty one. */
export function restoreDraft(replica: Replica, name: TextName, kept: StoredDraft | undefined): Draft {
  const live = liveText(replica, name);
  if (!live || !kept) return { name, unsent: null };
  if (live.text === kept.live) return { name, unsent: kept.unsent };
  return { name, unsent: transformChange(kept.unsent, diffText(kept.live, live.text)) };
}

/** One change and then another, as one. */
function together(first: TextChange | null, second: TextChange | null): TextChange | null {
  return first && second ? composeChanges(first, second) : (first ?? second);
}

/** Several changes, each made on what the one before it makes, as one; null: none, or they do not fit together. */
function asOne(changes: readonly TextChange[]): TextChange | null {
  return changes.reduce<TextChange | null>(together, null);
}

/** What the editor shows. */
export function draftText(replica: Replica, { name, unsent }: Draft): string {
  const text = liveText(replica, name)?.text ?? '';
  return unsent === null ? text : (applyChange(text, unsent) ?? text);
}

/** Adds what has just been typed, made on what the editor shows. */
export function writeInto(draft: Draft, typed: TextChange): Draft {
  return { ...draft, unsent: together(draft.unsent, typed) };
}

export interface CarriedDraft {
  readonly draft: Draft;
  /** How what the editor shows changes, change by change. */
  readonly incoming: readonly TextChange[];
  /** Numbers of own edits that were refused: their characters are in the draft now. */
  readonly kept: readonly number[];
}

/**
 * Takes a draft from one replica to the next. What others wrote comes into the editor. An own edit that was refused stays in
 * it, unsent, so that its writer can shorten it; one undone elsewhere leaves it. `refused` are the numbers of own operations
 * that were.
 */
export function carryDraft(
  draft: Draft,
  before: Replica,
  after: Replica,
  refused: readonly number[],
): CarriedDraft {
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
 * What leads from a text with one's own pending edits to that with others of them. It touches no words but one's own, and of
 * those none that both have, so that what is written between them stays where it was written; unless there is more to it, as
 * where words were erased.
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

function carryOne<T extends Omit<CarriedDraft, 'kept'>>(carried: T, change: TextChange): T {
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

/** What others wrote, as it reaches the live text. */
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

/** A place in what the editor shows, as a place in the confirmed text: others know that one. */
export function placeForOthers(replica: Replica, draft: Draft, place: number): number {
  const ahead = together(asOne(liveText(replica, draft.name)?.own ?? []), draft.unsent);
  const back = ahead && invertChange(textIn(replica.confirmed, draft.name) ?? '', ahead);
  return back ? carryPlace(place, back) : place;
}

/** A place in the confirmed text, as one in what the editor shows. */
export function placeInDraft(replica: Replica, draft: Draft, place: number): number {
  const ahead = together(asOne(liveText(replica, draft.name)?.own ?? []), draft.unsent);
  return ahead ? carryPlace(place, ahead) : place;
}
