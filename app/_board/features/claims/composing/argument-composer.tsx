'use client';

import { lazyComponent, preloadComponent } from '#app/_ui/lazy-component.ts';
import type { Relation, Target } from '#domain/debate/map/link.ts';

/** Preloads the form when the pointer or the focus nears a button that opens it. */
export const loadArgumentForm = () => preloadComponent(load);
const load = () => import('./argument-form.tsx');

/** Form for a new argument, loaded when it is first needed. */
export const ArgumentComposer = lazyComponent(load);

export interface ArgumentComposerProps {
  readonly target: Target;
  readonly relation: Relation;
  /** Called with the id of the new argument, or of the claim chosen instead; with `null` if the participant canceled. */
  readonly onDone: (claimId: string | null) => void;
}
