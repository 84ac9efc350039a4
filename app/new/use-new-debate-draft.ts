'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { discardNewDebate, fieldsIn, fillIn, keepNewDebate, readNewDebate } from './new-debate-draft.ts';
import { type PositionDraft, writtenPositions } from './position-draft.ts';
import type { TakenOver } from './taken-over.ts';

interface DraftedForm {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly positions: readonly PositionDraft[];
  readonly from: TakenOver | null;
  /** Called with the kept draft; the fields are filled in, except those of positions. */
  readonly onRestored: (
    fields: Readonly<Record<string, string>>,
    positions: readonly PositionDraft[] | null,
  ) => void;
}

/**
 * Keeps the form of a new debate in the tab until it is sent, since links lead away from it. `draft`: the name under which; `null`: it is
 * not kept.
 */
export function useNewDebateDraft(
  draft: string | null,
  { form, positions, from, onRestored }: DraftedForm,
): {
  readonly keep: () => void;
  /** Keeps the form when its positions have changed. */
  readonly keepSoon: () => void;
  readonly discard: () => void;
} {
  const isMotionShared = (from?.motion ?? '') === '';
  const initial = useRef(positions);
  const isChanged = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form appears.
  useEffect(() => {
    const kept = draft === null ? null : readNewDebate(draft, isMotionShared);
    if (!kept || !form.current) return;
    fillIn(form.current, kept.fields ?? {});
    // Rows with other keys: they begin with the kept words.
    const restored = kept.positions?.map((position, at) => ({ ...position, key: `kept-${at}` }));
    onRestored(kept.fields ?? {}, restored ?? null);
  }, []);
  const keep = () => {
    isChanged.current = true;
    if (draft === null || !form.current) return;
    const written = new FormData(form.current);
    const now = { fields: fieldsIn(written), positions: writtenPositions(positions, written) };
    const { title = '', motion = '' } = now.fields;
    const isBegun =
      wordsOf(now.positions) !== wordsOf(initial.current) ||
      title !== (from?.title ?? '') ||
      (!isMotionShared && motion !== from?.motion);
    keepNewDebate(draft, isMotionShared, now, isBegun);
  };
  // Positions are added and removed without an input, and are in the form only now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `keep` reads the form of this moment.
  useEffect(() => {
    if (isChanged.current) keep();
  }, [positions]);
  return {
    keep,
    keepSoon: () => {
      isChanged.current = true;
    },
    discard: () => {
      isChanged.current = false;
      if (draft !== null) discardNewDebate(draft, isMotionShared);
    },
  };
}

function wordsOf(positions: readonly PositionDraft[]): string {
  return JSON.stringify(positions.map(({ name, summary }) => [name, summary]));
}
