'use client';

import { createContext, useContext } from 'react';
import type { Replay } from '#domain/front/replay.ts';

/** `pending` while the map waits for the last moment. `null` outside of a replay, and without the last moment. */
export type ReplayNow = Replay | 'pending' | null;

const ReplayContext = createContext<ReplayNow>(null);

export const ReplayProvider = ReplayContext.Provider;

/** The replay whose moments the map shows. */
export function useReplay(): ReplayNow {
  return useContext(ReplayContext);
}
