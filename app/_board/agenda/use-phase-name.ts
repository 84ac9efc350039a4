'use client';

import type { Phase } from '../../../domain/debate/agenda/agenda.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';

/** What a phase is called: as those who run the debate named it, else by its kind. */
export function usePhaseName(): (phase: Pick<Phase, 'kind' | 'title'>) => string {
  const t = useMessages('agenda');
  return ({ kind, title }) => title || t(`kind.${kind}`);
}
