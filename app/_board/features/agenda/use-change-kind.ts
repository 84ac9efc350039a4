'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { PhaseKind } from '#domain/debate/phases/agenda.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { usePhaseName } from '../../core/phases/use-phase-name.ts';
import { ofKind } from './presets.ts';
import type { AgendaActs } from './use-agenda.ts';

/** Returns a function that turns a phase into another kind, and announces it: its other fields change too. */
export function useChangeKind({ agenda, set }: AgendaActs): (phaseId: string, kind: PhaseKind) => void {
  const t = useMessages('agenda');
  const announce = useAnnounce();
  const phaseName = usePhaseName();
  const { phases } = agenda;
  return (phaseId, kind) => {
    const phase = phases.find(({ id }) => id === phaseId);
    if (!phase || phase.kind === kind) return;
    set(
      phases.map((one) => (one === phase ? ofKind(phase, kind) : one)),
      () => announce(t('kindChanged', { phase: phaseName(phase), kind: t(`kind.${kind}`) })),
    );
  };
}
