'use client';

import { type KeyboardEvent, useCallback } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Target } from '#domain/debate/map/link.ts';
import { ANSWERS } from '#domain/debate/votes/vote.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { useVote } from '../../core/commands/use-vote.ts';
import { isTurnedOff } from '../../core/keys/letter-keys.ts';
import { useViewPart } from '../../core/view/view-provider.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import { useClaimActs } from './use-claim-acts.ts';

/**
 * Handles the keys for a focused claim or position, the same on the map and in the outline: s a 1 2 3 w e c f, Enter, Delete, Alt with
 * the arrows. Returns true if the key was one of them. Moving between claims is up to each view.
 */
export function useClaimKeys(): (event: KeyboardEvent, target: Target) => boolean {
  const acts = useClaimActs();
  const t = useMessages('claim');
  const vote = useVote();
  const announce = useAnnounce();
  const branch = useViewPart((parts) => parts.branch);
  const { select, lookAt } = useViewActs();
  return useCallback(
    (event, target) => {
      if (isWriting(event) || event.ctrlKey || event.metaKey || isTurnedOff(event.key)) return false;
      const act = actFor(event, target);
      if (act === null) return false;
      event.preventDefault();
      act();
      return true;

      function actFor({ key, altKey }: KeyboardEvent, { kind, id }: Target): (() => void) | null {
        const claim = kind === 'claim';
        if (altKey) {
          if (claim && key === 'ArrowUp') return () => acts.reorder(id, -1);
          if (claim && key === 'ArrowDown') return () => acts.reorder(id, 1);
          return null;
        }
        const answer = ANSWERS[['1', '2', '3'].indexOf(key)];
        // The pressed button, which says what was given, is elsewhere or not on screen.
        if (answer)
          return claim ? () => vote(id, answer, (given) => announce(t(`voted.${given ?? 'none'}`))) : null;
        switch (key) {
          case 'Enter':
            return () => select(target);
          case 's':
            return () => acts.argue(target, 'support');
          case 'a':
            return () => acts.argue(target, 'attack');
          case 'w':
            return claim ? () => acts.weigh(id) : null;
          case 'c':
            return () => acts.comment(target);
          case 'f':
            return () => lookAt(branch === id ? null : id);
          case 'e':
            return claim ? () => acts.edit(id) : null;
          case 'Delete':
          case 'Backspace':
            return claim ? () => acts.retractOrRestore(id) : null;
          default:
            return null;
        }
      }
    },
    [acts, vote, announce, t, select, lookAt, branch],
  );
}

/** True if the key is meant for a field or a control inside, not for the claim itself. */
function isWriting({ target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT', 'BUTTON', 'A'].includes(target.tagName);
}
