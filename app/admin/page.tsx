import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { parley } from '../../server/handle.ts';
import { readTold } from '../../server/http/told.ts';
import { FormPage, FormSection } from '../_ui/form-page/form-page.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { NothingHere } from '../nothing-here.tsx';
import { ToldNote } from '../told-note.tsx';
import { DebateTable } from './debate-table.tsx';
import { LimitTables } from './limit-tables.tsx';
import { PersonTable } from './person-table.tsx';

export function generateMetadata(): Metadata {
  return { title: messages('admin')('title') };
}

interface AdminPageProps {
  readonly searchParams: Promise<{ readonly people?: string; readonly debates?: string }>;
}

/** What administrators see: people, debates, limits. For everybody else it is not there. */
export default async function AdminPage({ searchParams }: AdminPageProps) {
  const t = messages('admin');
  const site = messages('site');
  const { auth, administration, answerNotFound } = parley();
  const sent = await headers();
  const person = await auth.currentPerson(sent);
  if (!person?.administrator) {
    answerNotFound();
    return <NothingHere />;
  }
  const { people, debates } = await searchParams;
  return (
    <FormPage title={t('title')} back={{ href: '/', label: site('home') }} wide>
      <ToldNote told={readTold(sent, '/admin')} done={(key) => t(key === 'erased' ? 'erased' : 'ended')} />
      <FormSection title={t('people')}>
        <PersonTable people={await administration.people(Number(people ?? 1))} />
      </FormSection>
      <FormSection title={t('debates')}>
        <DebateTable debates={await administration.debates(Number(debates ?? 1))} />
      </FormSection>
      <FormSection title={t('limits')}>
        <LimitTables />
      </FormSection>
    </FormPage>
  );
}
