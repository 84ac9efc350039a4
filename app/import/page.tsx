import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { parley } from '../../server/handle.ts';
import { messages } from '../_ui/messages/messages.ts';
import styles from '../new/new-debate.module.css';
import { ImportForm } from './import-form.tsx';

export function generateMetadata(): Metadata {
  return { title: messages('importing')('title') };
}

/** Where a debate comes in from a file. */
export default async function ImportPage() {
  const t = messages('importing');
  const site = messages('site');
  const person = await parley().auth.currentPerson(await headers());
  return (
    <main className={styles.page}>
      <a className={styles.back} href="/">
        {site('home')}
      </a>
      <h1>{t('title')}</h1>
      <p className={styles.lead}>{t('lead')}</p>
      <ImportForm signedIn={person !== null} />
    </main>
  );
}
