import type { DebateState } from '../debate/engine/state.ts';
import { changesSince, revisionIn, type TextName } from '../debate/texts/texts.ts';
import { type TextChange, transformPosition } from '../ot/text-change.ts';
import type { RemoteTextChanges } from './remote-text-changes.ts';

/** The caret of a connection: places in the confirmed text of that name at revision `base`. */
export interface Caret {
  readonly connection: string;
  readonly participantId: string;
  readonly text: TextName;
  readonly base: number;
  readonly anchor: number;
  readonly head: number;
}

/** Changes among the carets of the text the user has open. */
export interface CaretUpdate {
  readonly here: readonly Caret[];
  readonly gone: readonly string[];
}

/** Another person's caret as shown; `moves` counts how often that person moved it or typed. */
export interface ShownCaret extends Caret {
  readonly moves: number;
}

export type Carets = ReadonlyMap<string, ShownCaret>;

/** Applies a caret update from the server. Only carets in the open text are used; a late one is carried forward. */
export function applyCarets(
  carets: Carets,
  { here, gone }: CaretUpdate,
  open: TextName | null,
  confirmed: DebateState,
): Carets {
  const next = new Map([...carets].filter(([, { text }]) => text === open));
  for (const connection of gone) next.delete(connection);
  for (const caret of here) {
    if (caret.text !== open) continue;
    const moves = (next.get(caret.connection)?.moves ?? 0) + 1;
    next.set(caret.connection, { ...upToDate(caret, confirmed), moves });
  }
  return next;
}

/**
 * Carries carets over remote changes: they are places in a text at a revision. Typing by a caret's own person moves it along, without a
 * separate message.
 */
export function rebaseCarets(carets: Carets, arrived: RemoteTextChanges): Carets {
  if (carets.size === 0 || arrived.size === 0) return carets;
  return new Map([...carets].map(([connection, caret]) => [connection, carryOne(caret, arrived)]));
}

function carryOne(caret: ShownCaret, arrived: RemoteTextChanges): ShownCaret {
  return (arrived.get(caret.text) ?? []).reduce((carried, { from, to, change, author }) => {
    // A caret may arrive before the change it was placed after.
    if (from < carried.base) return carried;
    const own = author === carried.participantId;
    return { ...moved(carried, change, own), base: to, moves: own ? carried.moves + 1 : carried.moves };
  }, caret);
}

function upToDate(caret: Caret, confirmed: DebateState): Caret {
  const since = changesSince(confirmed, caret.text, caret.base) ?? [];
  const carried = since.reduce((late, { change }) => moved(late, change, false), caret);
  return { ...carried, base: Math.max(caret.base, revisionIn(confirmed, caret.text)) };
}

function moved<T extends Caret>(caret: T, change: TextChange, follows: boolean): T {
  return {
    ...caret,
    anchor: transformPosition(caret.anchor, change, follows),
    head: transformPosition(caret.head, change, follows),
  };
}
