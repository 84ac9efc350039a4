'use client';

import { createContext, type RefObject, useContext } from 'react';
import type { Folds } from './folds.ts';

/** What every line of the outline needs, the same object for as long as the outline is shown. */
interface OutlineParts {
  readonly debateId: string;
  readonly folds: Folds;
  /** So long that lines out of view wait until they come near. */
  readonly large: boolean;
  /** Does the outline live? Not yet while lines are taken over from what the server rendered. Asked for, not followed. */
  readonly hydrated: RefObject<boolean>;
}

const PartsContext = createContext<OutlineParts | null>(null);

export const OutlineProvider = PartsContext.Provider;

export function useOutline(): OutlineParts {
  const parts = useContext(PartsContext);
  if (parts === null) throw new Error('useOutline outside of an OutlineProvider');
  return parts;
}
