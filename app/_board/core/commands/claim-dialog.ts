'use client';

import { createContext, useContext } from 'react';
import type { OperationOf } from '#domain/debate/engine/operations.ts';
import type { FlagKind } from '#domain/debate/moderation/review.ts';

/** Content to hide, or to send back to its author: one contribution, or a person's contributions. */
export interface ToHide {
  readonly what: 'claim' | 'comment' | 'question' | 'person' | 'return';
  readonly id: string;
}

/** Content to be flagged. */
export interface ToMark {
  readonly on: string;
  /** The initially selected flag. */
  readonly what?: FlagKind;
}

/** Text that can be placed elsewhere on the board. */
export type Placeable =
  | {
      readonly kind: 'argument';
      /** Its intended ids, by which what depends on it refers to it. `null` for a new one. */
      readonly ids: { readonly claimId: string; readonly linkId: string } | null;
      readonly claim: Omit<OperationOf<'claim.add'>, 'target' | 'claimId' | 'linkId'>;
    }
  | { readonly kind: 'comment'; readonly commentId: string | null; readonly text: string };

/** A dialog about a claim, with what it is about. */
export type ClaimDialog =
  | {
      readonly kind: 'move' | 'cross-link' | 'cite';
      readonly claimId: string;
      /** Other claims that are moved together with it. */
      readonly others?: readonly string[];
      /** Called when the dialog has done its task. */
      readonly onDone?: () => void;
    }
  | { readonly kind: 'merge'; readonly claimId: string; readonly into?: string }
  | { readonly kind: 'made-of'; readonly commentId: string }
  | { readonly kind: 'split' | 'suggest'; readonly claimId: string }
  /** All suggested wordings that concern the viewer. */
  | { readonly kind: 'suggestions' }
  | ({ readonly kind: 'hide' } & ToHide)
  | ({ readonly kind: 'mark' } & ToMark)
  | { readonly kind: 'retract'; readonly claimIds: readonly string[] }
  | { readonly kind: 'report'; readonly on: string }
  | { readonly kind: 'place'; readonly words: Placeable; readonly onDone: () => number };

const OpenContext = createContext<(dialog: ClaimDialog) => void>(() => {});

/** Provides the function that opens a dialog about a claim. */
export const OpenDialogProvider = OpenContext.Provider;

/** Returns a function that opens a dialog about a claim. */
export function useOpenClaimDialog(): (dialog: ClaimDialog) => void {
  return useContext(OpenContext);
}
