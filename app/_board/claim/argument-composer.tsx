'use client';

import type { Relation, Target } from '../../../domain/debate/links/link.ts';
import { lazyComponent, preloadComponent } from '../../_ui/lazy-component.ts';

/** Fetches the form before it is asked for: when the pointer or the focus nears a button that opens it. */
export const loadArgumentForm = () => preloadComponent(load);
const load = () => import('./argument-form.tsx');

/** Where a new argument is written; its form comes when it is first wanted. */
export const ArgumentComposer = lazyComponent(load);

export interface ArgumentComposerProps {
  readonly target: Target;
  readonly relation: Relation;
  /** The argument stands now (its id), or its writer has given up (null). */
  readonly onDone: (claimId: string | null) => void;
}
