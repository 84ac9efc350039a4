'use client';

import { use } from 'react';
import type { DebateState } from '../../../domain/debate/state.ts';
import { finish } from '../../../domain/debate/steps.ts';
import { type DebateOpening, openedState } from '../../../domain/protocol/opening.ts';
import { inSlices } from '../in-slices.ts';
import { silentTransport } from '../silent-transport.ts';
import type { BoardStore } from './board-store.ts';
import { createBoardStore } from './create-board-store.ts';
import { inflate } from './inflate.ts';
import { openedOnServer } from './opened-on-server.ts';
import { socketTransport } from './socket-transport.ts';
import type { Transport } from './transport.ts';

const opened = new WeakMap<DebateOpening, Promise<BoardStore>>();

/**
 * The store of what a page brought along: on the server at once, in a browser when it is unpacked, slice by slice. Without a way
 * to `connect` it shows a moment of the past; that, and what `isOnlyRead`, is changed by nobody here.
 */
export function useOpenedStore(
  opening: DebateOpening,
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

async function unzipped(opening: DebateOpening): Promise<DebateOpening> {
  if (!opening.zipped) return opening;
  return { ...opening, packed: [await inflate(opening.packed.join(''))], zipped: false };
}

function openAtOnce(opening: DebateOpening, isOnlyRead: boolean): BoardStore {
  return createBoardStore(opening, finish(openedState(opening)), silentTransport(), isOnlyRead);
}

async function openOnServer(opening: DebateOpening, isOnlyRead: boolean): Promise<BoardStore> {
  return createBoardStore(opening, await openedOnServer(opening), silentTransport(), isOnlyRead);
}

async function openInSlices(
  opening: DebateOpening,
  connect: (() => Transport) | null,
  isOnlyRead: boolean,
): Promise<BoardStore> {
  const state = await stateInSlices(opening);
  return createBoardStore(opening, state, connect?.() ?? silentTransport(), isOnlyRead);
}

/** The debate that an opening brings along, unpacked slice by slice. */
export async function stateOfOpening(opening: DebateOpening): Promise<DebateState> {
  return stateInSlices(await unzipped(opening));
}

function stateInSlices(opening: DebateOpening): Promise<DebateState> {
  return new Promise((resolve) => {
    inSlices(openedState(opening), resolve);
  });
}
