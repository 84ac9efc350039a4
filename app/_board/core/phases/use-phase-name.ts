'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Phase } from '#domain/debate/phases/agenda.ts';

/** Returns a function that names a phase: the moderators' name for it, otherwise its kind. */
export function usePhaseName(): (phase: Pick<Phase, 'kind' | 'title'>) => string {
  const t = useMessages('agenda');
  return ({ kind, title }) => title || t(`kind.${kind}`);
}
