'use client';

import { createContext, type RefObject, useContext } from 'react';
import type { OutlineFolds } from './outline-folds.ts';

/** Shared by all lines of the outline; the same object for as long as the outline is shown. */
interface OutlineParts {
  readonly debateId: string;
  readonly folds: OutlineFolds;
  /** True if it is so long that lines out of view wait until they come near. */
  readonly large: boolean;
  /** True once the outline is live, not while lines are hydrated from the server's rendering. Read on demand, not subscribed to. */
  readonly hydrated: RefObject<boolean>;
}

const PartsContext = createContext<OutlineParts | null>(null);

export const OutlineProvider = PartsContext.Provider;

export function useOutline(): OutlineParts {
  const parts = useContext(PartsContext);
  if (parts === null) throw new Error('useOutline outside of an OutlineProvider');
  return parts;
}
