import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { parley } from '#server/handle.ts';
import { readFlash } from '#server/http/answers/flash-message.ts';
import { Button } from '../../_ui/button/button.tsx';
import { FormButtons, FormPage, FormSection } from '../../_ui/form-page/form-page.tsx';
import { PageForm } from '../../_ui/form-page/page-form.tsx';
import { PageLink } from '../../_ui/links/page-link.tsx';
import { messages } from '../../_ui/messages/messages.ts';
import styles from '../../account/rows.module.css';
import { ErasureOptions } from '../../erasure-options.tsx';
import { FlashNote } from '../../flash-note.tsx';
import { NotFoundNotice } from '../../not-found-notice.tsx';

export function generateMetadata(): Metadata {
  return { title: messages('admin')('erase') };
}

interface AdminErasePageProps {
  readonly searchParams: Promise<{ readonly person?: string }>;
}

/** Page on which an administrator erases a person who asked for it. */
export default async function AdminErasePage({ searchParams }: AdminErasePageProps) {
  const t = messages('privacy');
  const { auth, people, erasures, answerNotFound } = parley();
  const sent = await headers();
  const administrator = await auth.currentPerson(sent);
  if (administrator?.needsSecondFactor) redirect('/account/second-factor');
  const { person: id } = await searchParams;
  const person = administrator?.administrator && id ? await people.find({ id }) : null;
  if (!person) {
    answerNotFound();
    return <NotFoundNotice />;
  }
  const owned = await erasures.owned(person.id);
  return (
    <FormPage
      title={t('adminTitle', { name: person.name || t('adminNameless') })}
      lead={t('adminLead')}
      back={{ href: '/admin', label: messages('admin')('title') }}
    >
      <FlashNote flash={readFlash(sent, '/admin/erase')} done={() => ''} />
      {owned.length > 0 ? (
        <FormSection title={t('adminOwned')}>
          <p>{t('adminOwnedText')}</p>
          <ul className={styles.rows}>
            {owned.map((debate) => (
              <li key={debate.id} className={styles.row}>
                <PageLink className={styles.name} href={`/admin/debate?id=${debate.id}`} dir="auto">
                  {debate.title}
                </PageLink>
              </li>
            ))}
          </ul>
        </FormSection>
      ) : (
        <FormSection>
          <PageForm action="/api/admin/erase" hidden={{ id: person.id }}>
            <ErasureOptions
              legend={t('eraseChoice')}
              name={[t('adminName'), '']}
              words={[t('adminWords'), '']}
              sure={t('eraseSure')}
            />
            <FormButtons>
              <Button look="primary" type="submit">
                {t('adminGo')}
              </Button>
            </FormButtons>
          </PageForm>
        </FormSection>
      )}
    </FormPage>
  );
}
