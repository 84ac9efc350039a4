'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import {
  discardNewDebate,
  discardNewDebates,
  fieldsIn,
  fillIn,
  keepNewDebate,
  type OwnForm,
  readNewDebate,
} from './new-debate-draft.ts';
import { type PositionDraft, writtenPositions } from './position-draft.ts';
import type { TakenOver } from './taken-over.ts';

interface DraftedForm {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly positions: readonly PositionDraft[];
  /** The setting that was chosen; `null`: it follows the visibility, and isn't kept. */
  readonly wording: 'shared' | 'own' | null;
  readonly from: TakenOver | null;
  /** Called with the kept draft; the fields are filled in, except those of positions. */
  readonly onRestored: (
    fields: Readonly<Record<string, string>>,
    positions: readonly PositionDraft[] | null,
  ) => void;
  /** Called with the positions that the form began with; the other fields are as they were then. */
  readonly onStartedOver: (positions: readonly PositionDraft[]) => void;
}

/**
 * Keeps the form of a new debate in the tab until it is sent, since links lead away from it. `kept`: the form and its writer;
 * `null`: it is not kept.
 */
export function useNewDebateDraft(
  kept: OwnForm | null,
  { form, positions, wording, from, onRestored, onStartedOver }: DraftedForm,
): {
  readonly keep: () => void;
  /** Keeps the form when its positions have changed. */
  readonly keepSoon: () => void;
  /** Deletes the drafts of all forms, once the debate was started. */
  readonly discardAll: () => void;
  /** Empties the form, and deletes its draft; `null`: nothing was restored. */
  readonly startOver: (() => void) | null;
} {
  const isMotionShared = (from?.motion ?? '') === '';
  const initial = useRef(positions);
  const isChanged = useRef(false);
  const [isRestored, setRestored] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form appears.
  useEffect(() => {
    const draft = kept && readNewDebate(kept, isMotionShared);
    if (!draft || !form.current) return;
    fillIn(form.current, draft.fields ?? {});
    // Rows with other keys: they begin with the kept words.
    const restored = draft.positions?.map((position, at) => ({ ...position, key: `kept-${at}` }));
    onRestored(draft.fields ?? {}, restored ?? null);
    setRestored(true);
  }, []);
  const keep = () => {
    isChanged.current = true;
    if (!kept || !form.current) return;
    const written = new FormData(form.current);
    if (wording === null) written.delete('wording');
    const now = { fields: fieldsIn(written), positions: writtenPositions(positions, written) };
    const { title = '', motion = '' } = now.fields;
    const isBegun =
      wordsOf(now.positions) !== wordsOf(initial.current) ||
      title !== (from?.title ?? '') ||
      (!isMotionShared && motion !== from?.motion);
    keepNewDebate(kept, isMotionShared, now, isBegun);
  };
  // Positions are added and removed without an input, and are in the form only now; a wording is chosen only now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `keep` reads the form of this moment.
  useEffect(() => {
    if (isChanged.current) keep();
  }, [positions, wording]);
  const startOver = (own: OwnForm) => {
    isChanged.current = false;
    discardNewDebate(own, isMotionShared);
    form.current?.reset();
    onStartedOver(initial.current);
    setRestored(false);
  };
  return {
    keep,
    keepSoon: () => {
      isChanged.current = true;
    },
    discardAll: () => {
      isChanged.current = false;
      if (kept) discardNewDebates(kept);
    },
    startOver: isRestored && kept ? () => startOver(kept) : null,
  };
}

function wordsOf(positions: readonly PositionDraft[]): string {
  return JSON.stringify(positions.map(({ name, summary }) => [name, summary]));
}
