'use client';

import { useMessages } from '../../_ui/messages/use-messages.ts';
import { RejectionNote } from '../core/commands/rejection-note.tsx';
import { useAsk } from '../core/commands/use-ask.ts';
import { Choice } from '../core/forms/choice.tsx';
import styles from '../core/forms/manage.module.css';
import { useBoard } from '../core/store/board-context.tsx';
import { MotionForm } from './motion-form.tsx';
import { NamesPart } from './names-part.tsx';
import { PositionList } from './position-list.tsx';
import { StatusPart } from './status-part.tsx';

/** The motion, the positions, and what people may do without approval. */
export function DebateSection() {
  return (
    <>
      <MotionForm />
      <PositionList />
      <TakingPart />
      <NamesPart />
      <StatusPart />
    </>
  );
}

function TakingPart() {
  const t = useMessages('manage');
  const settings = useBoard(({ replica }) => replica.view.head?.settings);
  const { ask, refusal } = useAsk();
  if (!settings) return null;
  return (
    <section className={styles.part}>
      <h3>{t('taking')}</h3>
      <Choice
        label={t('guests')}
        hint={t('guestsHint')}
        chosen={settings.guests}
        options={[
          ['debater', t('guestsDebater')],
          ['suggester', t('guestsSuggester')],
          ['observer', t('guestsObserver')],
          ['none', t('guestsNone')],
        ]}
        onChoose={(guests) => ask({ type: 'debate.configure', guests })}
      />
      <Choice
        label={t('accounts')}
        hint={t(settings.guests === 'none' ? 'accountsHintClosed' : 'accountsHint')}
        chosen={settings.accounts ? 'yes' : 'no'}
        options={[
          ['no', t('accountsNo')],
          ['yes', t('accountsYes')],
        ]}
        onChoose={(accounts) => ask({ type: 'debate.configure', accounts: accounts === 'yes' })}
      />
      <Choice
        label={t('pace')}
        hint={t('paceHint')}
        chosen={`${settings.pace}`}
        options={[...new Set([0, 3, 5, 10, 20, settings.pace])]
          .sort((a, b) => (a || Infinity) - (b || Infinity))
          .map((pace) => [`${pace}`, t('paceOf', { pace })] as const)}
        onChoose={(pace) => ask({ type: 'debate.configure', pace: Number(pace) })}
      />
      <Choice
        label={t('wording')}
        chosen={settings.wording}
        options={[
          ['shared', t('wordingShared')],
          ['own', t('wordingOwn')],
        ]}
        onChoose={(wording) => ask({ type: 'debate.configure', wording })}
      />
      <RejectionNote rejection={refusal} />
    </section>
  );
}
