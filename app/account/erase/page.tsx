import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { parley } from '#server/handle.ts';
import { readFlash } from '#server/http/answers/flash-message.ts';
import { Button } from '../../_ui/button/button.tsx';
import { FormButtons, FormHint, FormPage, FormSection } from '../../_ui/form-page/form-page.tsx';
import { messages } from '../../_ui/messages/messages.ts';
import { ErasureOptions } from '../../erasure-options.tsx';
import { FlashNote } from '../../flash-note.tsx';
import { OwnedDebates } from '../../owned-debates.tsx';
import { Proof } from '../proof.tsx';
import { NotingForm } from './noting-form.tsx';

export function generateMetadata(): Metadata {
  return { title: messages('privacy')('eraseTitle') };
}

/** Page for deleting the account: what is removed, what stays, and what has to be done first. */
export default async function ErasePage() {
  const t = messages('privacy');
  const account = messages('account');
  const { auth, people, erasures } = parley();
  const sent = await headers();
  const person = await auth.currentPerson(sent);
  const facts = person && (await people.find({ id: person.id }));
  if (person === null || facts === null) redirect('/sign-in?returnTo=/account/erase');
  const owned = await erasures.owned(person.id);
  return (
    <FormPage
      title={t('eraseTitle')}
      lead={t('eraseLead', { name: person.name })}
      back={{ href: '/account', label: account('back') }}
    >
      <FlashNote flash={readFlash(sent, '/account/erase')} done={() => ''} />
      {owned.length > 0 ? (
        <FormSection title={t('eraseOwned')}>
          <p>{t('eraseOwnedText')}</p>
          <OwnedDebates debates={owned} />
        </FormSection>
      ) : (
        <FormSection>
          <NotingForm action="/api/account/erase" participantIds={await erasures.partsOf(person.id)}>
            <ErasureOptions
              legend={t('eraseChoice')}
              name={[t('eraseName'), t('eraseNameText')]}
              words={[t('eraseWords'), t('eraseWordsText')]}
              sure={t('eraseSure')}
            />
            <Proof person={person} account={facts} returnTo="/account/erase" />
            <FormHint>
              {t('eraseExport')} <a href="/api/account/data">{t('download')}</a>
            </FormHint>
            <FormButtons>
              <Button look="primary" type="submit">
                {t('eraseGo')}
              </Button>
            </FormButtons>
          </NotingForm>
        </FormSection>
      )}
    </FormPage>
  );
}
