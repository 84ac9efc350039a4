'use client';

import { use } from 'react';
import { finish } from '../../../domain/debate/steps.ts';
import { type DebateOpening, openedState } from '../../../domain/protocol/opening.ts';
import { inSlices } from '../in-slices.ts';
import { silentTransport } from '../silent-transport.ts';
import type { BoardStore } from './board-store.ts';
import { createBoardStore } from './create-board-store.ts';
import { inflate } from './inflate.ts';
import { socketTransport } from './socket-transport.ts';
import type { Transport } from './transport.ts';

const opened = new WeakMap<DebateOpening, Promise<BoardStore>>();

/** The store of what a page brought along: on the server at once, in a browser when it is unpacked, slice by slice. */
export function useOpenedStore(opening: DebateOpening, connect = socketTransport): BoardStore {
  const onServer = typeof window === 'undefined';
  if (onServer && !opening.zipped) return openAtOnce(opening);
  // What has suspended forgets its state: the promise is found again by the opening.
  const store =
    opened.get(opening) ??
    unzipped(opening).then((packed) => (onServer ? openAtOnce(packed) : openInSlices(packed, connect)));
  opened.set(opening, store);
  return use(store);
}

async function unzipped(opening: DebateOpening): Promise<DebateOpening> {
  if (!opening.zipped) return opening;
  return { ...opening, packed: [await inflate(opening.packed.join(''))], zipped: false };
}

function openAtOnce(opening: DebateOpening): BoardStore {
  return createBoardStore(opening, finish(openedState(opening)), silentTransport());
}

function openInSlices(opening: DebateOpening, connect: () => Transport): Promise<BoardStore> {
  return new Promise((resolve) => {
    inSlices(openedState(opening), (state) => resolve(createBoardStore(opening, state, connect())));
  });
}
