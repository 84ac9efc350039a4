'use client';

import { use } from 'react';
import { finishInSlices } from '#app/_ui/in-slices.ts';
import { finish } from '#domain/collections/steps.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { excerptState } from '#domain/front/front-excerpt.ts';
import { decodeInitialState, type FrontOpening, type InitialState } from '#domain/protocol/initial-state.ts';
import type { BoardStore } from '../store/board-store.ts';
import { inflate } from '../transport/inflate.ts';
import { silentTransport } from '../transport/silent-transport.ts';
import { socketTransport } from '../transport/socket-transport.ts';
import type { Transport } from '../transport/transport.ts';
import { afterFirstCards } from '../view/first-cards.ts';
import { opensOn } from '../view/opening-view.ts';
import { createBoardStore } from './create-board-store.ts';
import { openedOnServer } from './opened-on-server.ts';

const opened = new WeakMap<InitialState, Promise<BoardStore>>();
/** Stores that began with their front; `null` for a page that began with the whole debate. */
const fronts = new WeakMap<FrontOpening, Promise<BoardStore> | null>();

/** Milliseconds a board with only the front waits for the whole debate before it requests it from the server. */
const PATIENCE = 10_000;

/**
 * Returns the store of a board. If the whole debate arrives later and the page opens on the map, it begins with the front, and continues
 * with the whole.
 */
export function useOpenedBoard(
  opening: InitialState | Promise<InitialState>,
  front: FrontOpening | undefined,
  connect: () => Transport = socketTransport,
): BoardStore {
  const begun = front && frontStore(front, opening, connect);
  if (begun) return use(begun);
  // biome-ignore lint/correctness/useHookAtTopLevel: the same way in each rendering of a page.
  return useOpenedStore('then' in opening ? use(opening) : opening, connect);
}

/** True if the page opens on the front of the map. A link to a claim opens elsewhere. */
function beginsWithFront(): boolean {
  return typeof window !== 'undefined' && opensOn() === 'map' && window.location.hash === '';
}

/** Decided once per page: the address follows the selection later, and submitted operations are in the existing store. */
function frontStore(
  front: FrontOpening,
  opening: InitialState | Promise<InitialState>,
  connect: () => Transport,
): Promise<BoardStore> | null {
  const known = fronts.get(front);
  if (known !== undefined) return known;
  const store = beginsWithFront() ? openFront(front, Promise.resolve(opening), connect) : null;
  fronts.set(front, store);
  return store;
}

async function openFront(
  { excerpt, cursor, votes, ratings, ...front }: FrontOpening,
  opening: Promise<InitialState>,
  connect: () => Transport,
): Promise<BoardStore> {
  // It may fail before anything waits for it.
  opening.catch(() => {});
  const { state, branches } = await finishInSlices(excerptState(excerpt, { ...cursor, votes, ratings }));
  const store = createBoardStore(front, state, connect(), false, branches);
  const askForAll = () => store.requestAll();
  // The response with the rest may be cut off or hang; the map's scripts may fail to load, and then there are no cards.
  setTimeout(askForAll, PATIENCE);
  opening.catch(askForAll);
  // After the first cards: unpacking the whole debate takes longer than drawing them.
  afterFirstCards(0, () => {
    opening.then(stateOfOpening).then((whole) => store.complete(whole), askForAll);
  });
  return store;
}

/**
 * Returns the store of a page's state: on the server at once, in a browser after unpacking it slice by slice. Without `connect` it shows
 * a moment of the past. That, and an `isOnlyRead` one, can't be changed here.
 */
export function useOpenedStore(
  opening: InitialState,
  connect: (() => Transport) | null = socketTransport,
  isOnlyRead = connect === null,
): BoardStore {
  const onServer = typeof window === 'undefined';
  if (onServer && !opening.zipped) return openAtOnce(opening, isOnlyRead);
  // A suspended component forgets its state: the promise is found again by the opening.
  const store =
    opened.get(opening) ??
    unzipped(opening).then((packed) =>
      onServer ? openOnServer(packed, isOnlyRead) : openInSlices(packed, connect, isOnlyRead),
    );
  opened.set(opening, store);
  return use(store);
}

async function unzipped(opening: InitialState): Promise<InitialState> {
  if (!opening.zipped) return opening;
  return { ...opening, packed: [await inflate(opening.packed.join(''))], zipped: false };
}

function openAtOnce(opening: InitialState, isOnlyRead: boolean): BoardStore {
  return createBoardStore(opening, finish(decodeInitialState(opening)), silentTransport(), isOnlyRead);
}

async function openOnServer(opening: InitialState, isOnlyRead: boolean): Promise<BoardStore> {
  return createBoardStore(opening, await openedOnServer(opening), silentTransport(), isOnlyRead);
}

async function openInSlices(
  opening: InitialState,
  connect: (() => Transport) | null,
  isOnlyRead: boolean,
): Promise<BoardStore> {
  const state = await stateInSlices(opening);
  return createBoardStore(opening, state, connect?.() ?? silentTransport(), isOnlyRead);
}

/** Unpacks an opening's debate slice by slice. */
export async function stateOfOpening(opening: InitialState): Promise<DebateState> {
  return stateInSlices(await unzipped(opening));
}

function stateInSlices(opening: InitialState): Promise<DebateState> {
  return finishInSlices(decodeInitialState(opening));
}
