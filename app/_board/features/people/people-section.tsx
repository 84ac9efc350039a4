'use client';

import { useState } from 'react';
import { Field } from '#app/_ui/field.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { useAsk } from '../../core/commands/use-ask.ts';
import { Choice } from '../../core/forms/choice.tsx';
import styles from '../../core/forms/manage.module.css';
import { useTyped } from '../../core/forms/use-typed.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { PersonLine } from './person-line.tsx';
import { useParticipants } from './use-participants.ts';

/** Maximum number of people shown: more are found by name. */
const SHOWN = 50;

/** The participants with their roles and teams, and decisions about each. */
export function PeopleSection() {
  return (
    <>
      <PeopleList />
      <Teams />
    </>
  );
}

function PeopleList() {
  const t = useMessages('managedPeople');
  const [wanted, setWanted] = useState('');
  const found = useParticipants(wanted);
  return (
    <section className={styles.part}>
      <h3>{t('list')}</h3>
      <Field label={t('find')}>
        {(tie) => (
          <input {...tie} type="search" value={wanted} onChange={(event) => setWanted(event.target.value)} />
        )}
      </Field>
      <p role="status" className={styles.hint}>
        {t('found', { count: found.length })}
      </p>
      <p className={styles.hint}>{t('roleHint')}</p>
      <ul className={styles.persons}>
        {found.slice(0, SHOWN).map((person) => (
          <PersonLine key={person.id} person={person} />
        ))}
      </ul>
      {found.length > SHOWN && <p className={styles.hint}>{t('more', { count: found.length - SHOWN })}</p>}
    </section>
  );
}

function Teams() {
  const t = useMessages('managedPeople');
  const settings = useBoard(({ replica }) => replica.view.head?.settings);
  const { ask, refusal } = useAsk();
  if (!settings) return null;
  return (
    <section className={styles.part}>
      <h3>{t('teams')}</h3>
      <Choice
        label={t('teamsLabel')}
        chosen={settings.teams}
        options={[
          ['off', t('teamsOff')],
          ['chosen', t('teamsChosen')],
          ['assigned', t('teamsAssigned')],
        ]}
        onChoose={(teams) => ask({ type: 'debate.configure', teams })}
      />
      {settings.teams !== 'off' && (
        <Choice
          label={t('sides')}
          hint={t('sidesHint')}
          chosen={settings.sides}
          options={[
            ['free', t('sidesFree')],
            ['own', t('sidesOwn')],
          ]}
          onChoose={(sides) => ask({ type: 'debate.configure', sides })}
        />
      )}
      {settings.teams !== 'off' && (
        <Recognition
          recognition={settings.recognition}
          onChoose={(recognition) => ask({ type: 'debate.configure', recognition })}
        />
      )}
      <RejectionNote rejection={refusal} />
    </section>
  );
}

interface RecognitionProps {
  readonly recognition: number;
  readonly onChoose: (recognition: number) => void;
}

/** Sets how many of a position's people must agree before a best case that another team wrote is recognized. */
function Recognition({ recognition, onChoose }: RecognitionProps) {
  const t = useMessages('steelmen');
  const { typed, type, leave } = useTyped((words) => {
    const wanted = Math.min(Math.max(Math.round(Number(words)), 1), LIMITS.recognition);
    if (!Number.isNaN(wanted) && wanted !== recognition) onChoose(wanted);
    return true;
  });
  return (
    <Field label={t('recognition')} hint={t('recognitionHint')}>
      {(tie) => (
        <input
          {...tie}
          type="number"
          inputMode="numeric"
          min={1}
          max={LIMITS.recognition}
          value={typed ?? recognition}
          onChange={(event) => type(event.target.value)}
          onBlur={leave}
        />
      )}
    </Field>
  );
}
