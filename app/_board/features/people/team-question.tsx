'use client';

import { useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { hueStyle } from '#app/_ui/people/hue.ts';
import { usePositions } from '../../core/claims/use-claim.ts';
import { useSubmit } from '../../core/commands/join-context.tsx';
import styles from '../../core/people/people.module.css';

/** Asks new participants which position they speak for. It can be chosen later in the list of people. */
export default function TeamQuestion({ participantId }: { participantId: string }) {
  const t = useMessages('managedPeople');
  const positions = usePositions();
  const submit = useSubmit();
  const [forNone, setForNone] = useState(false);
  if (forNone) return null;
  return (
    <section className={styles.notice} aria-label={t('chooseTeam')}>
      <span>{t('chooseTeam')}</span>
      {positions.map(({ id, name, hue }) => (
        <Button
          key={id}
          dir="auto"
          style={hueStyle(hue)}
          className={styles.choice}
          onClick={() => submit([{ type: 'team.choose', participantId, team: id }])}
        >
          {name}
        </Button>
      ))}
      <Button look="quiet" onClick={() => setForNone(true)}>
        {t('forNone')}
      </Button>
    </section>
  );
}
