'use client';

import { use } from 'react';
import { finish, type Steps } from '../../../domain/collections/steps.ts';
import type { DebateState } from '../../../domain/debate/engine/state.ts';
import { excerptState } from '../../../domain/front/front-excerpt.ts';
import {
  decodeInitialState,
  type FrontOpening,
  type InitialState,
} from '../../../domain/protocol/initial-state.ts';
import { afterFirstCards } from '../first-cards.ts';
import { inSlices } from '../in-slices.ts';
import { opensOn } from '../opening-view.ts';
import { silentTransport } from '../silent-transport.ts';
import type { BoardStore } from './board-store.ts';
import { createBoardStore } from './create-board-store.ts';
import { inflate } from './inflate.ts';
import { openedOnServer } from './opened-on-server.ts';
import { socketTransport } from './socket-transport.ts';
import type { Transport } from './transport.ts';

const opened = new WeakMap<InitialState, Promise<BoardStore>>();
/** Stores that began with their front; null for a page that began with all of its debate. */
const fronts = new WeakMap<FrontOpening, Promise<BoardStore> | null>();

/** Milliseconds a board waits for all of its debate, of which it has the front, before it asks the server for it. */
const PATIENCE = 10_000;

/**
 * The store of a board. If all of its debate comes later and the page opens on the map, it begins with the front, and goes on with
 * all of it.
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

/** Whether the page opens on the front of the map. A link to a claim leads elsewhere. */
function beginsWithFront(): boolean {
  return typeof window !== 'undefined' && opensOn() === 'map' && window.location.hash === '';
}

/** Decided once per page: the address follows the selection later, and what was asked for is in the store that there is. */
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
  { excerpt, place, votes, weights, ...front }: FrontOpening,
  opening: Promise<InitialState>,
  connect: () => Transport,
): Promise<BoardStore> {
  // Perhaps it fails before anybody waits for it.
  opening.catch(() => {});
  const { state, branches } = await inSlicesOf(excerptState(excerpt, { ...place, votes, weights }));
  const store = createBoardStore(front, state, connect(), false, branches);
  const askForAll = () => store.askForAll();
  // The answer with the rest may be cut, or hang; the map's scripts may not come, and with them no cards.
  setTimeout(askForAll, PATIENCE);
  opening.catch(askForAll);
  // After the first cards: unpacking all of it takes longer than drawing them.
  afterFirstCards(0, () => {
    opening.then(stateOfOpening).then((whole) => store.complete(whole), askForAll);
  });
  return store;
}

/**
 * The store of what a page brought along: on the server at once, in a browser when it is unpacked, slice by slice. Without a way
 * to `connect` it shows a moment of the past; that, and what `isOnlyRead`, is changed by nobody here.
 */
export function useOpenedStore(
  opening: InitialState,
  connect: (() => Transport) | null = socketTransport,
  isOnlyRead = connect === null,
): BoardStore {
  const onServer = typeof window === 'undefined';
  if (onServer && !opening.zipped) return openAtOnce(opening, isOnlyRead);
  // What has suspended forgets its state: the promise is found again by the opening.
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

/** The debate that an opening brings along, unpacked slice by slice. */
export async function stateOfOpening(opening: InitialState): Promise<DebateState> {
  return stateInSlices(await unzipped(opening));
}

function stateInSlices(opening: InitialState): Promise<DebateState> {
  return inSlicesOf(decodeInitialState(opening));
}

function inSlicesOf<Result>(steps: Steps<Result>): Promise<Result> {
  return new Promise((resolve) => {
    inSlices(steps, resolve);
  });
}
