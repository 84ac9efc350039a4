'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { NO_AGENDA, type Phase } from '#domain/debate/phases/agenda.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { refusalToSay } from '../../core/commands/refusal-to-say.ts';
import { useRejectionSentence } from '../../core/commands/use-rejection-sentence.ts';
import { usePhaseName } from '../../core/phases/use-phase-name.ts';
import { useBoardStore } from '../../core/store/board-context.tsx';
import type { AgendaActs } from './use-agenda.ts';

/**
 * Returns a function that removes a phase, and offers to put it back where it was. A change of the agenda can't be undone as such: others
 * may have changed it since.
 */
export function useRemovePhase({ agenda: { phases }, set }: AgendaActs): (phase: Phase) => boolean {
  const t = useMessages('agenda');
  const store = useBoardStore();
  const announce = useAnnounce();
  const sentence = useRejectionSentence();
  const nameOf = usePhaseName();
  return (phase) => {
    const place = phases.indexOf(phase);
    const putBack = () => {
      const now = store.state().replica.view.agenda ?? NO_AGENDA;
      const restored = now.phases.toSpliced(place, 0, phase);
      const refusal = refusalToSay(
        store.submit({ type: 'agenda.set', phases: restored, base: now.revision }),
      );
      announce(refusal ? sentence(refusal) : t('putBack', { phase: nameOf(phase) }));
    };
    const isRemoved = set(phases.toSpliced(place, 1));
    if (isRemoved) announce(t('removed', { phase: nameOf(phase) }), putBack);
    return isRemoved;
  };
}
