'use client';

import { useMemo, useState } from 'react';
import { WHOLE_DEBATE } from '#domain/debate/locks/lock.ts';
import { isModerating } from '#domain/debate/participants/participant.ts';
import { Button } from '../../_ui/button/button.tsx';
import { Field } from '../../_ui/field.tsx';
import { lazyComponent } from '../../_ui/lazy-component.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { RejectionNote } from '../core/commands/rejection-note.tsx';
import { useAsk } from '../core/commands/use-ask.ts';
import { useConfirm } from '../core/commands/use-confirm.ts';
import { Choice } from '../core/forms/choice.tsx';
import styles from '../core/forms/manage.module.css';
import { SearchedSelect } from '../core/forms/searched-select.tsx';
import { sortByName } from '../core/people/sort-by-name.ts';
import { useCalled, useNames } from '../core/people/use-called.ts';
import { useBoard } from '../core/store/board-context.tsx';
import HideDialog from '../features/moderation/hide-dialog.tsx';
import { ModerationLog } from './moderation-log.tsx';
import { ModerationQueue } from './moderation-queue.tsx';
import { ReasonsForm } from './reasons-form.tsx';

const LikelyDuplicates = lazyComponent(() => import('../features/lineage/likely-duplicates.tsx'));

/** The queue and hidden content, likely duplicates, all of one person's contributions at once, the log of acts, and the reasons. */
export function ModerationSection({ queue }: { queue?: boolean }) {
  const names = useNames();
  return (
    <>
      <ModerationQueue takesFocus={queue} />
      <LikelyDuplicates always />
      <DebateLock />
      <Approval />
      {names !== 'anonymous' && <HideAllOf />}
      <ModerationLog />
      <ReasonsForm />
    </>
  );
}

function DebateLock() {
  const t = useMessages('moderation');
  const isLocked = useBoard(({ replica }) => replica.view.locks.has(WHOLE_DEBATE));
  const { ask, refusal } = useAsk();
  const confirm = useConfirm();
  const on = WHOLE_DEBATE;
  return (
    <section className={styles.part}>
      <Choice
        label={t('lockDebate')}
        chosen={isLocked ? 'yes' : 'no'}
        options={[
          ['no', t('lockDebateNo')],
          ['yes', t('lockDebateYes')],
        ]}
        onChoose={(chosen) => {
          const locks = chosen === 'yes';
          const done = ask(
            locks ? { type: 'content.lock', on, branch: true } : { type: 'content.unlock', on },
          );
          if (done) confirm(t(locks ? 'did.locked' : 'did.unlocked'));
        }}
      />
      <RejectionNote rejection={refusal} />
    </section>
  );
}

/** The people whose contributions wait for approval, by choice. */
const HELD = {
  none: [],
  suggesters: ['suggester'],
  debaters: ['debater'],
  all: ['debater', 'suggester'],
  newcomers: ['newcomer'],
} as const;

function Approval() {
  const t = useMessages('moderation');
  const held = useBoard(({ replica }) => replica.view.head?.settings.approval ?? []);
  const { ask, refusal } = useAsk();
  const confirm = useConfirm();
  const chosen = held.length > 1 ? 'all' : held[0] === undefined ? 'none' : (`${held[0]}s` as const);
  return (
    <section className={styles.part}>
      <Choice
        label={t('heldOf')}
        chosen={chosen}
        options={[
          ['none', t('heldNone')],
          ['newcomers', t('heldNewcomers')],
          ['suggesters', t('heldSuggesters')],
          ['debaters', t('heldDebaters')],
          ['all', t('heldAll')],
        ]}
        onChoose={(whose) => {
          if (ask({ type: 'debate.configure', approval: HELD[whose] })) confirm(t('did.approval'));
        }}
      />
      <RejectionNote rejection={refusal} />
    </section>
  );
}

function HideAllOf() {
  const t = useMessages('moderation');
  const people = useBoard((state) => state.people);
  const called = useCalled();
  const participants = useBoard(({ replica }) => replica.view.participants);
  const nobody = useMessages('people')('erased');
  const find = useMessages('managedPeople')('find');
  const [chosen, setChosen] = useState('');
  const [hiding, setHiding] = useState(false);
  const others = useMemo(() => {
    const nameOf = (id: string) => {
      const person = people.get(id);
      return person ? called(person) : id;
    };
    const named = [...participants.values()]
      .filter(({ role }) => !isModerating(role))
      .map(({ id, erased }) => ({ value: id, text: erased ? nobody : nameOf(id) }));
    return sortByName(named, ({ text }) => text);
  }, [participants, people, called, nobody]);
  return (
    <section className={styles.part}>
      <h3>{t('hideAll')}</h3>
      <Field label={t('person')}>
        {(tie) => (
          <div className={styles.row}>
            <SearchedSelect {...tie} value={chosen} onChoose={setChosen} options={others} find={find}>
              <option value="" />
            </SearchedSelect>
            <Button disabled={chosen === ''} onClick={() => setHiding(true)}>
              {t('hideAllOpen')}
            </Button>
          </div>
        )}
      </Field>
      {hiding && <HideDialog hide={{ what: 'person', id: chosen }} onClose={() => setHiding(false)} />}
    </section>
  );
}
