'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useActor } from '../../core/claims/use-claim.ts';
import { useSubmit } from '../../core/commands/join-context.tsx';
import styles from '../../core/people/people.module.css';
import { TeamSelect } from '../../core/people/team-select.tsx';
import { useBoard } from '../../core/store/board-context.tsx';

/** The position that the viewer speaks for, if people choose it themselves. */
export function OwnTeam() {
  const t = useMessages('managedPeople');
  const actor = useActor();
  const submit = useSubmit();
  const isChosen = useBoard(({ replica }) => replica.view.head?.settings.teams === 'chosen');
  if (!actor || !isChosen) return null;
  return (
    <div className={styles.ownTeam}>
      <span aria-hidden="true">{t('ownTeam')}</span>
      <TeamSelect
        participantId={actor.id}
        label={t('ownTeam')}
        onChoose={(team) => submit([{ type: 'team.choose', participantId: actor.id, team }])}
      />
    </div>
  );
}
