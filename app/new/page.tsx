import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { parley } from '../../server/handle.ts';
import { messages } from '../_ui/messages/messages.ts';
import styles from './new-debate.module.css';
import { NewDebateForm } from './new-debate-form.tsx';

export function generateMetadata(): Metadata {
  return { title: messages('newDebate')('title') };
}

/** Where a debate begins. */
export default async function NewDebatePage() {
  const t = messages('newDebate');
  const site = messages('site');
  const person = await parley().auth.currentPerson(await headers());
  return (
    <main className={styles.page}>
      <a className={styles.back} href="/">
        {site('home')}
      </a>
      <h1>{t('title')}</h1>
      <p className={styles.lead}>{t('lead')}</p>
      <NewDebateForm signedIn={person !== null} />
    </main>
  );
}
