import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { parley } from '../../server/handle.ts';
import { messages } from '../_ui/messages/messages.ts';
import styles from '../new/new-debate.module.css';
import { StartProblem } from '../start-problem.tsx';
import { ImportForm } from './import-form.tsx';

export function generateMetadata(): Metadata {
  return { title: messages('importing')('title') };
}

/** Where a debate comes in from a file. */
export default async function ImportPage() {
  const t = messages('importing');
  const site = messages('site');
  const { auth, debateStarts } = parley();
  const person = await auth.currentPerson(await headers());
  const problem = await debateStarts.problem(person);
  return (
    <main className={styles.page}>
      <a className={styles.back} href="/">
        {site('home')}
      </a>
      <h1>{t('title')}</h1>
      {problem === null ? (
        <>
          <p className={styles.lead}>{t('lead')}</p>
          <ImportForm signedIn={person !== null} />
        </>
      ) : (
        <StartProblem problem={problem} signedIn={person !== null} className={styles.lead} />
      )}
    </main>
  );
}
