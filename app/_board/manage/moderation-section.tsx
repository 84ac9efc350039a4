'use client';

import { useState } from 'react';
import type { DebateState } from '../../../domain/debate/state.ts';
import { WHOLE_DEBATE } from '../../../domain/debate/whole-debate.ts';
import { Button } from '../../_ui/button/button.tsx';
import { Field } from '../../_ui/field.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { excerpt } from '../claim/excerpt.ts';
import { RejectionNote } from '../claim/rejection-note.tsx';
import HideDialog from '../moderation/hide-dialog.tsx';
import { WithheldNote } from '../moderation/withheld-note.tsx';
import { useBoard } from '../store/board-context.tsx';
import { Choice } from './choice.tsx';
import styles from './manage.module.css';
import { ModerationLog } from './moderation-log.tsx';
import { ReasonsForm } from './reasons-form.tsx';
import { useAsk } from './use-ask.ts';

/** What is hidden now, all of one person's at once, what was done by whom, and for which reasons. */
export function ModerationSection() {
  return (
    <>
      <DebateLock />
      <HiddenList />
      <HideAllOf />
      <ModerationLog />
      <ReasonsForm />
    </>
  );
}

function DebateLock() {
  const t = useMessages('moderation');
  const isLocked = useBoard(({ replica }) => replica.view.locks.has(WHOLE_DEBATE));
  const { ask, refusal } = useAsk();
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
        onChoose={(chosen) =>
          ask(chosen === 'yes' ? { type: 'content.lock', on, branch: true } : { type: 'content.unlock', on })
        }
      />
      <RejectionNote rejection={refusal} />
    </section>
  );
}

function HiddenList() {
  const t = useMessages('moderation');
  const withheld = useBoard(({ replica }) => replica.view.withheld);
  const view = useBoard(({ replica }) => replica.view);
  const latest = [...withheld.values()].sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
  return (
    <section className={styles.part}>
      <h3>{t('hiddenNow')}</h3>
      {latest.length === 0 && <p className={styles.hint}>{t('nothingHidden')}</p>}
      {latest.map(({ id }) => (
        <div key={id} className={styles.line}>
          <p dir="auto">{excerpt(writtenAs(view, id)?.text ?? t('gone'), 200)}</p>
          <WithheldNote id={id} author={writtenAs(view, id)?.author ?? ''} />
        </div>
      ))}
    </section>
  );
}

function HideAllOf() {
  const t = useMessages('moderation');
  const people = useBoard((state) => state.people);
  const participants = useBoard(({ replica }) => replica.view.participants);
  const others = [...participants.values()].filter(({ role }) => role !== 'owner' && role !== 'moderator');
  const [chosen, setChosen] = useState('');
  const [hiding, setHiding] = useState(false);
  return (
    <section className={styles.part}>
      <h3>{t('hideAll')}</h3>
      <Field label={t('person')}>
        {(tie) => (
          <div className={styles.row}>
            <select {...tie} value={chosen} onChange={(event) => setChosen(event.target.value)}>
              <option value="" />
              {others.map(({ id }) => (
                <option key={id} value={id}>
                  {people.get(id)?.name ?? id}
                </option>
              ))}
            </select>
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

function writtenAs(view: DebateState, id: string) {
  return view.claims.get(id) ?? view.comments.get(id);
}
