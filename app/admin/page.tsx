import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { parley } from '../../server/handle.ts';
import { readFlash } from '../../server/http/answers/flash-message.ts';
import type { DebateFilter } from '../../server/services/administration/administration.ts';
import { FormPage, FormSection } from '../_ui/form-page/form-page.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { FlashNote } from '../flash-note.tsx';
import { NotFoundNotice } from '../not-found-notice.tsx';
import { type AdminList, asDebateFilter, asList, ListTabs } from './admin-lists.tsx';
import { DebateTable } from './debate-table.tsx';
import { FindForm } from './find-form.tsx';
import { LimitTables } from './limit-tables.tsx';
import { PersonTable } from './person-table.tsx';
import { SettingsPart } from './settings-part.tsx';

/** Results of this page's forms, by catalogue key. */
const DONE = [
  'factorsRemoved',
  'appointed',
  'dismissed',
  'erased',
  'startsChosen',
  'startAllowed',
  'startStopped',
] as const;

interface AdminPageProps {
  readonly searchParams: Promise<
    Readonly<Record<'list' | 'find' | 'page' | 'filter', string | string[] | undefined>>
  >;
}

export async function generateMetadata({ searchParams }: AdminPageProps): Promise<Metadata> {
  const t = messages('admin');
  const { list, page } = await searchParams;
  return { title: t('pageTitle', { list: t(asList(list)), page: Number(page ?? 1) || 1 }) };
}

/** Page for administrators: people, debates, limits. For everyone else it doesn't exist. */
export default async function AdminPage({ searchParams }: AdminPageProps) {
  const t = messages('admin');
  const site = messages('site');
  const { auth, answerNotFound } = parley();
  const sent = await headers();
  const person = await auth.currentPerson(sent);
  if (person?.needsSecondFactor) redirect('/account/second-factor');
  if (!person?.administrator) {
    answerNotFound();
    return <NotFoundNotice />;
  }
  const asked = await searchParams;
  const list = asList(asked.list);
  const done = (key: string) => t(DONE.find((one) => one === key) ?? 'ended');
  return (
    <FormPage title={t('title')} back={{ href: '/', label: site('home') }} width="wide">
      <FlashNote flash={readFlash(sent, '/admin')} done={done} />
      <ListTabs chosen={list} />
      <FormSection title={t(list)}>
        <ChosenList
          list={list}
          find={typeof asked.find === 'string' ? asked.find : ''}
          page={Number(asked.page ?? 1)}
          filter={asDebateFilter(asked.filter)}
          ownId={person.id}
        />
      </FormSection>
    </FormPage>
  );
}

interface ChosenListProps {
  readonly list: AdminList;
  readonly find: string;
  readonly page: number;
  readonly filter: DebateFilter;
  readonly ownId: string;
}

async function ChosenList({ list, find, page, filter, ownId }: ChosenListProps) {
  const { administration, debateStarts } = parley();
  if (list === 'limits') return <LimitTables />;
  if (list === 'settings') return <SettingsPart />;
  return (
    <>
      <FindForm list={list} find={find} />
      {list === 'people' ? (
        <PersonTable
          people={await administration.people(page, find)}
          find={find}
          ownId={ownId}
          approves={(await debateStarts.setting()).rule === 'invited'}
        />
      ) : (
        <DebateTable debates={await administration.debates(page, find, filter)} find={find} filter={filter} />
      )}
    </>
  );
}
