'use client';

import { useEffect, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { ButtonLink } from '#app/_ui/button/button-link.tsx';
import { Dialog } from '#app/_ui/dialogs/dialog.tsx';
import { Note } from '#app/_ui/layout/note.tsx';
import { useUnread } from '#app/_ui/links/use-unread.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Failure } from '#app/_ui/requests/call-route.ts';
import { NOTIFICATION_LEVELS } from '#domain/notifications/notification.ts';
import { excerpt } from '../../core/claims/excerpt.ts';
import { useTextOf } from '../../core/claims/use-target.ts';
import { useRejectionSentence } from '../../core/commands/use-rejection-sentence.ts';
import { Choice } from '../../core/forms/choice.tsx';
import { changeChoice, fetchChoice } from '../../core/notifications/fetch-choice.ts';
import { useChoice } from '../../core/notifications/known-choices.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import styles from './notes.module.css';

/** Notification settings for this debate, with a link to the inbox. */
export default function NotificationSettingsDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages('notifications');
  const sentence = useRejectionSentence();
  const debateId = useBoard((state) => state.debateId);
  const choice = useChoice(debateId);
  const unread = useUnread(true);
  const [problem, setProblem] = useState<Failure | null>(null);
  useEffect(() => void fetchChoice(debateId).then(setProblem), [debateId]);
  const change = (to: Parameters<typeof changeChoice>[1]) => void changeChoice(debateId, to).then(setProblem);
  return (
    <Dialog title={t('title')} text={t('text')} onClose={onClose}>
      {choice && (
        <>
          <Choice
            label={t('level')}
            options={NOTIFICATION_LEVELS.map((level) => [level, t('levelName', { level })] as const)}
            chosen={choice.level}
            onChoose={(level) => change({ level })}
          />
          {choice.muted.length > 0 && (
            <section className={styles.muted}>
              <h3>{t('muted')}</h3>
              <Note>{t('mutedText')}</Note>
              <ul>
                {choice.muted.map((id) => (
                  <MutedBranch key={id} id={id} onUnmute={() => change({ branch: id, muted: false })} />
                ))}
              </ul>
            </section>
          )}
        </>
      )}
      <p role="status" className={styles.problem}>
        {problem && sentence(problem)}
      </p>
      <div>
        <ButtonLink href="/inbox">{t('inbox', { unread })}</ButtonLink>
      </div>
    </Dialog>
  );
}

function MutedBranch({ id, onUnmute }: { id: string; onUnmute: () => void }) {
  const t = useMessages('notifications');
  const text = useTextOf(id);
  return (
    <li className={styles.branch}>
      <span dir="auto">{excerpt(text, 120) || t('gone')}</span>
      <Button size="small" onClick={onUnmute}>
        {t('unmute')}
      </Button>
    </li>
  );
}
