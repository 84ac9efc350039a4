import type { ReactNode } from 'react';
import { GRACE } from '#domain/debate/engine/limits.ts';
import { parley } from '#server/handle.ts';
import type { TakenDownDebate } from '#server/services/debates/debates.ts';
import { Button } from '../../_ui/button/button.tsx';
import { ButtonLink } from '../../_ui/button/button-link.tsx';
import { PageForm } from '../../_ui/form-page/page-form.tsx';
import { catalogue, messages } from '../../_ui/messages/messages.ts';
import { Shell } from '../../_ui/shell/shell.tsx';
import styles from '../../notice.module.css';

interface TakenDownProps {
  readonly debateId: string;
  readonly takedown: TakenDownDebate;
  readonly children?: ReactNode;
}

/** Shown to a debate's owner, its moderators and administrators in place of a debate that an administrator hid or deleted. */
export function TakenDown({ debateId, takedown, children }: TakenDownProps) {
  const t = messages('takedown');
  const { restriction, reason, at, title, viewer, deletedAt } = takedown;
  const { operator } = parley().privacyFacts;
  const day = new Intl.DateTimeFormat(catalogue().locale, { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <Shell
      title={t(restriction === 'deleted' ? 'deletedTitle' : 'hiddenTitle')}
      kicker={<bdi>“{title}”</bdi>}
    >
      <p className={styles.text} data-restricted={restriction}>
        {t(restriction === 'deleted' ? 'deletedText' : 'hiddenText', { date: day.format(at) })}
      </p>
      <blockquote className={styles.reason} dir="auto">
        {reason}
      </blockquote>
      {operator !== null && viewer !== 'administrator' && (
        <p className={styles.text}>{t('contact', { operator })}</p>
      )}
      {deletedAt !== null && (
        <p className={styles.text}>{t('goneOn', { date: day.format(deletedAt + GRACE) })}</p>
      )}
      {viewer === 'owner' && deletedAt === null && (
        <PageForm action="/api/account/delete-debate" hidden={{ debate: debateId }}>
          <p className={styles.text}>{t('deleteText')}</p>
          <Button type="submit">{t('delete')}</Button>
        </PageForm>
      )}
      {children}
      <p className={styles.ways}>
        {viewer === 'administrator' && (
          <ButtonLink href={`/admin/debate?id=${encodeURIComponent(debateId)}`}>{t('administer')}</ButtonLink>
        )}
        <ButtonLink href="/">{messages('site')('home')}</ButtonLink>
      </p>
    </Shell>
  );
}
