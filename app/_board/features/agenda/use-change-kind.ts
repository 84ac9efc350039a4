'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Phase, PhaseKind } from '#domain/debate/phases/agenda.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { usePhaseName } from '../../core/phases/use-phase-name.ts';
import { ofKind } from './presets.ts';
import type { AgendaActs } from './use-agenda.ts';

/** Turns a phase into another kind, and adds others after the last. */
type ChangeKind = (phaseId: string, kind: PhaseKind, added?: readonly Phase[]) => void;

/** Returns a function that turns a phase into another kind, and announces it: its other fields change too. */
export function useChangeKind({ agenda, set }: AgendaActs): ChangeKind {
  const t = useMessages('agenda');
  const announce = useAnnounce();
  const phaseName = usePhaseName();
  const { phases } = agenda;
  return (phaseId, kind, added = []) => {
    const phase = phases.find((one) => one.id === phaseId && one.kind !== kind);
    if (!phase && added.length === 0) return;
    set(
      [...phases.map((one) => (one === phase ? ofKind(one, kind) : one)), ...added],
      () => phase && announce(t('kindChanged', { phase: phaseName(phase), kind: t(`kind.${kind}`) })),
    );
  };
}
