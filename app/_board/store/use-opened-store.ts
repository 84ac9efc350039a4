'use client';

import { use } from 'react';
import { finish } from '../../../domain/debate/steps.ts';
import { type DebateOpening, openedState } from '../../../domain/protocol/opening.ts';
import { inSlices } from '../in-slices.ts';
import { silentTransport } from '../silent-transport.ts';
import type { BoardStore } from './board-store.ts';
import { createBoardStore } from './create-board-store.ts';
import { socketTransport } from './socket-transport.ts';

const opened = new WeakMap<DebateOpening, Promise<BoardStore>>();

/** The store of what a page brought along: on the server at once, in a browser when it is unpacked, slice by slice. */
export function useOpenedStore(opening: DebateOpening): BoardStore {
  if (typeof window === 'undefined') {
    return createBoardStore(opening, finish(openedState(opening)), silentTransport());
  }
  // What has suspended forgets its state: the promise is found again by the opening.
  const store = opened.get(opening) ?? openInSlices(opening);
  opened.set(opening, store);
  return use(store);
}

function openInSlices(opening: DebateOpening): Promise<BoardStore> {
  return new Promise((resolve) => {
    inSlices(openedState(opening), (state) => resolve(createBoardStore(opening, state, socketTransport())));
  });
}
