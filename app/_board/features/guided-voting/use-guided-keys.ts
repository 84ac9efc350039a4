'use client';

import { useEffect, useRef } from 'react';
import { isComposing } from '#app/_ui/is-composing.ts';
import type { Answer } from '#domain/debate/votes/vote.ts';
import { isTurnedOff } from '../../core/keys/letter-keys.ts';

/** Actions of the keys of guided voting; where one is absent, its keys are not taken. */
export interface GuidedKeyActs {
  readonly answer?: (answer: Answer) => void;
  readonly skip?: () => void;
  readonly back?: () => void;
  readonly leave: () => void;
}

const ANSWER_KEYS: Readonly<Record<string, Answer>> = {
  a: 'agree',
  d: 'disagree',
  p: 'pass',
  1: 'agree',
  2: 'disagree',
  3: 'pass',
};

/** Handles the keys of guided voting before the board's own: whatever has the focus, except fields, menus and dialogs. */
export function useGuidedKeys(acts: GuidedKeyActs): void {
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isComposing(event) || isForOthers(event)) return;
      if (isTurnedOff(event.key)) return;
      const act = actFor(event.key, latest.current);
      // A key held down answers one claim, and is not the board's once nothing is asked any longer.
      if (act === undefined && !(event.repeat && isAnswerKey(event.key))) return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) act?.();
    };
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}

function isAnswerKey(key: string): boolean {
  return Object.hasOwn(ANSWER_KEYS, key.toLowerCase());
}

function actFor(key: string, { answer, skip, back, leave }: GuidedKeyActs): (() => void) | undefined {
  const given = ANSWER_KEYS[key.toLowerCase()];
  if (given !== undefined) return answer && (() => answer(given));
  const isMirrored = document.documentElement.dir === 'rtl';
  switch (key) {
    case 'ArrowRight':
      return isMirrored ? back : skip;
    case 'ArrowLeft':
      return isMirrored ? skip : back;
    case 'Escape':
      return leave;
    default:
      return undefined;
  }
}

function isForOthers({ target }: KeyboardEvent): boolean {
  if (document.querySelector('[role="dialog"]:not([data-closed])')) return true;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="menu"]') !== null)
  );
}
