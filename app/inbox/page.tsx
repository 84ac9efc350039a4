import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { parley } from '../../server/handle.ts';
import { Button } from '../_ui/button/button.tsx';
import { FormPage } from '../_ui/form-page/form-page.tsx';
import { PageForm } from '../_ui/form-page/page-form.tsx';
import { PageLink } from '../_ui/links/page-link.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { DebateNotifications } from './debate-notifications.tsx';
import styles from './inbox.module.css';
import { InboxFilter } from './inbox-filter.tsx';
import { FIRST_PAGE, type InboxView, inboxAddress, readInboxView } from './inbox-view.ts';

interface InboxPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ searchParams }: InboxPageProps): Promise<Metadata> {
  const { after, unread } = readInboxView(await searchParams);
  return {
    title: messages('inbox')('pageTitle', {
      unread: unread ? 'yes' : 'no',
      page: after === null ? 'first' : 'older',
    }),
  };
}

/** The viewer's notifications, from all their debates. */
export default async function InboxPage({ searchParams }: InboxPageProps) {
  const t = messages('inbox');
  const { auth, inbox } = parley();
  const person = await auth.currentPerson(await headers());
  if (person === null) redirect('/sign-in?returnTo=/inbox');
  const view = readInboxView(await searchParams);
  const { debates, last, newestAt } = await inbox.list(person, view);
  const until = view.until || newestAt;
  const markShown = { until: `${until}`, read: 'true', returnTo: inboxAddress(view) };
  const isAlone = view.debateId !== null || (debates.length === 1 && view.after === null && last === null);
  return (
    <FormPage
      title={t('title')}
      lead={t('lead')}
      back={{ href: '/', label: messages('site')('home') }}
      width="medium"
    >
      <InboxFilter view={view} />
      {debates.length === 0 && (
        <p className={styles.none}>
          {last === null ? t('none', { unread: view.unread ? 'yes' : 'no' }) : t('noneHere')}
        </p>
      )}
      {debates.map((debate) => (
        <DebateNotifications
          key={debate.debateId}
          debate={debate}
          isAlone={isAlone}
          mark={{ ...markShown, debate: debate.debateId }}
        />
      ))}
      <Pages view={view} older={last === null ? null : { ...view, after: last, until }} />
      <div className={styles.foot}>
        {debates.length > 0 && (
          <PageForm
            action="/api/notes/read"
            hidden={{ ...markShown, ...(view.debateId !== null && { debate: view.debateId }) }}
          >
            <Button type="submit">{t('markAll')}</Button>
          </PageForm>
        )}
        <PageLink href="/account">{t('choose')}</PageLink>
      </div>
    </FormPage>
  );
}

function Pages({ view, older }: { view: InboxView; older: InboxView | null }) {
  const t = messages('inbox');
  if (view.after === null && older === null) return null;
  return (
    <nav className={styles.pages}>
      {view.after !== null && (
        <PageLink href={inboxAddress({ ...view, ...FIRST_PAGE })}>{t('newest')}</PageLink>
      )}
      {older !== null && (
        <PageLink rel="next" href={inboxAddress(older)}>
          {t('older')}
        </PageLink>
      )}
    </nav>
  );
}
