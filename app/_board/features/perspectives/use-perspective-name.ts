'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { perspectiveNamed } from '#domain/analysis/perspectives/perspective.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { shortName } from '../../core/people/use-called.ts';
import { useBoard } from '../../core/store/board-context.tsx';

/** Returns a function that formats whose perspective it is, by its name. */
export function usePerspectiveName(): (name: string) => string {
  const t = useMessages('perspectives');
  const readable = useReadable();
  const positions = useBoard(({ replica }) => replica.view.positions);
  const people = useBoard((board) => board.people);
  return (name) => {
    const of = perspectiveNamed(name);
    switch (of?.kind) {
      case 'own':
        return t('own');
      case 'team':
        return readable(positions.get(of.id)?.name ?? '');
      case 'group':
        return t('group', { letter: String.fromCharCode(65 + of.number) });
      case 'person':
        return shortName(people.get(of.id)) ?? t('someone');
      default:
        return t('everyone');
    }
  };
}
