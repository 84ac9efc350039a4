'use client';

import field from '#app/_ui/field.module.css';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { usePositions } from '../claims/use-claim.ts';
import { useBoard } from '../store/board-context.tsx';

interface TeamSelectProps {
  readonly participantId: string;
  readonly label: string;
  readonly onChoose: (team: string | null) => void;
}

/** Selects the position a person speaks for. Nothing if people speak for none. */
export function TeamSelect({ participantId, label, onChoose }: TeamSelectProps) {
  const t = useMessages('managedPeople');
  const positions = usePositions();
  const teams = useBoard(({ replica }) => replica.view.head?.settings.teams ?? 'off');
  const team = useBoard(({ replica }) => replica.view.participants.get(participantId)?.team ?? null);
  if (teams === 'off') return null;
  return (
    <select
      className={field.input}
      aria-label={label}
      value={team ?? ''}
      onChange={(event) => onChoose(event.target.value || null)}
    >
      <option value="">{t('noTeam')}</option>
      {positions.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
