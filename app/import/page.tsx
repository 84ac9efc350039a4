import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { parley } from '../../server/handle.ts';
import { messages } from '../_ui/messages/messages.ts';
import { PageShell } from '../_ui/shell/page-shell.tsx';
import { StartProblem } from '../start-problem.tsx';
import { ImportForm } from './import-form.tsx';

export function generateMetadata(): Metadata {
  return { title: messages('importing')('title') };
}

/** Page for importing a debate from a file. */
export default async function ImportPage() {
  const t = messages('importing');
  const site = messages('site');
  const { auth, debateStarts } = parley();
  const person = await auth.currentPerson(await headers());
  const problem = await debateStarts.problem(person);
  return (
    <PageShell
      title={t('title')}
      lead={problem === null && t('lead')}
      back={{ href: '/', label: site('home') }}
      width="medium"
    >
      {problem === null ? (
        <ImportForm signedIn={person !== null} />
      ) : (
        <StartProblem problem={problem} signedIn={person !== null} />
      )}
    </PageShell>
  );
}
