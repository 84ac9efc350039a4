'use client';

import type { Phase } from '../../../../domain/debate/agenda/agenda.ts';
import { useMessages } from '../../../_ui/messages/use-messages.ts';

/** Returns a function that names a phase: the moderators' name for it, otherwise its kind. */
export function usePhaseName(): (phase: Pick<Phase, 'kind' | 'title'>) => string {
  const t = useMessages('agenda');
  return ({ kind, title }) => title || t(`kind.${kind}`);
}
