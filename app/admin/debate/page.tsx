import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { cache, type ReactNode } from 'react';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { RESTRICTIONS, type Restriction } from '#domain/debate/head/head.ts';
import { parley } from '#server/handle.ts';
import { readFlash } from '#server/http/answers/flash-message.ts';
import type { AdministeredDebate } from '#server/services/administration/debate-restrictions.ts';
import { Button } from '../../_ui/button/button.tsx';
import { Field } from '../../_ui/field.tsx';
import { FormButtons, FormHint, FormPage, FormSection } from '../../_ui/form-page/form-page.tsx';
import { PageForm } from '../../_ui/form-page/page-form.tsx';
import { Stack } from '../../_ui/layout/stack.tsx';
import { PageLink } from '../../_ui/links/page-link.tsx';
import { messages } from '../../_ui/messages/messages.ts';
import { RefusableTextArea } from '../../_ui/refused-field.tsx';
import { RelativeTime } from '../../_ui/time/relative-time.tsx';
import { Proof } from '../../account/proof.tsx';
import { ServerOutdated } from '../../debates/[id]/server-outdated.tsx';
import { FlashNote } from '../../flash-note.tsx';
import { NotFoundNotice } from '../../not-found-notice.tsx';
import styles from '../restrictions.module.css';

interface AdminDebatePageProps {
  readonly searchParams: Promise<{ readonly id?: string; readonly act?: string; readonly typed?: string }>;
}

/** The debate as the viewer administers it; read once for the page and its title. */
const readDebate = cache(async (id: string) => {
  const { auth, debateRestrictions } = parley();
  return debateRestrictions.find(await auth.currentPerson(await headers()), id);
});

export async function generateMetadata({ searchParams }: AdminDebatePageProps): Promise<Metadata> {
  const debate = await readDebate((await searchParams).id ?? '');
  return { title: debate === null || debate === 'outdated' ? messages('admin')('title') : debate.title };
}

/** Administrators' actions on one debate, and its restrictions. Shows none of its content. */
export default async function AdminDebatePage({ searchParams }: AdminDebatePageProps) {
  const t = messages('administering');
  const { auth, people, shownSecrets, answerNotFound } = parley();
  const sent = await headers();
  const { id = '', act, typed } = await searchParams;
  const person = await auth.currentPerson(sent);
  const account = person && (await people.find({ id: person.id }));
  const debate = await readDebate(id);
  if (debate === 'outdated') return <ServerOutdated />;
  if (debate === null || person === null || account === null) {
    answerNotFound();
    return <NotFoundNotice />;
  }
  const chosen = RESTRICTIONS.find((restriction) => restriction === act) ?? null;
  const page = chosen === null ? `/admin/debate?id=${encodeURIComponent(id)}` : actAddress(id, chosen);
  const reason = await shownSecrets.take(person.id, typed?.toString());
  const proof = <Proof person={person} account={account} returnTo={page} />;
  return (
    <FormPage
      title={debate.title}
      back={{ href: '/admin?list=debates', label: messages('admin')('debates') }}
    >
      <FlashNote flash={readFlash(sent, '/admin/debate')} done={doneSentence} />
      {debate.plenary === null ? (
        <>
          <InForce debate={debate} />
          {chosen === null ? (
            <Acts debate={debate} />
          ) : (
            <Confirmation debateId={id} restriction={chosen} typed={reason ?? ''} proof={proof} />
          )}
        </>
      ) : (
        <FormSection>
          <p>{t('ofPlenary')}</p>
          <PageLink href={`/admin/debate?id=${encodeURIComponent(debate.plenary)}`}>
            {t('toPlenary')}
          </PageLink>
        </FormSection>
      )}
      <Owner debate={debate} proof={proof} />
    </FormPage>
  );
}

/** Returns the sentence for what a form on this page did. */
function doneSentence(done: string): string {
  const t = messages('administering');
  const [how, restriction] = done.split('.');
  const known = RESTRICTIONS.find((one) => one === restriction);
  if (!known) return t('handedOver');
  return t(how === 'lifted' ? `lifted.${known}` : `restricted.${known}`);
}

/** The present restrictions, each with its reason and a button to lift it. */
function InForce({ debate: { id, restrictions } }: { debate: AdministeredDebate }) {
  const t = messages('administering');
  if (restrictions.length === 0) return null;
  return (
    <FormSection title={t('inForce')}>
      {restrictions.map(({ restriction, reason, at }) => (
        <Stack gap={2} key={restriction}>
          <p>
            <strong>{t(`inForceName.${restriction}`)}</strong> · <RelativeTime at={at} />
          </p>
          <blockquote className={styles.reason} dir="auto">
            {reason}
          </blockquote>
          <PageForm action="/api/admin/restrict" hidden={{ debate: id, restriction, lift: 'yes' }}>
            <FormButtons>
              <Button type="submit">{t(`lift.${restriction}`)}</Button>
            </FormButtons>
          </PageForm>
        </Stack>
      ))}
    </FormSection>
  );
}

/** Possible actions, each on a page that asks for the reason. */
function Acts({ debate: { id, restrictions } }: { debate: AdministeredDebate }) {
  const t = messages('administering');
  const left = RESTRICTIONS.filter((one) => !restrictions.some(({ restriction }) => restriction === one));
  return (
    <FormSection title={t('acts')}>
      <FormHint>{t('actsText')}</FormHint>
      <FormButtons>
        {left.map((restriction) => (
          <PageLink look="plain" key={restriction} href={actAddress(id, restriction)}>
            {t(`act.${restriction}`)}
          </PageLink>
        ))}
        <PageLink look="quiet" href={debateAddress(id)}>
          {t('open')}
        </PageLink>
      </FormButtons>
    </FormSection>
  );
}

function actAddress(id: string, act: Restriction): string {
  return `/admin/debate?${new URLSearchParams({ id, act })}`;
}

interface ConfirmationProps {
  readonly debateId: string;
  readonly restriction: Restriction;
  /** The reason from a rejected submission of this form. */
  readonly typed: string;
  /** Asks the administrator to reauthenticate, if needed, before they type a reason that could be lost. */
  readonly proof: ReactNode;
}

/** Says what will happen, and takes the reason. */
function Confirmation({ debateId, restriction, typed, proof }: ConfirmationProps) {
  const t = messages('administering');
  return (
    <FormSection title={t(`question.${restriction}`)}>
      <p>{t(`consequence.${restriction}`)}</p>
      <PageForm action="/api/admin/restrict" hidden={{ debate: debateId, restriction, act: restriction }}>
        {proof}
        <Field label={t('reason')} hint={t('reasonHint')}>
          {(tie) => (
            <RefusableTextArea
              {...tie}
              about="text"
              name="reason"
              defaultValue={typed}
              required
              rows={3}
              dir="auto"
              maxLength={LIMITS.restrictionCharacters}
            />
          )}
        </Field>
        <FormButtons>
          <Button look="primary" type="submit">
            {t(`sure.${restriction}`)}
          </Button>
          <PageLink look="quiet" href={`/admin/debate?id=${encodeURIComponent(debateId)}`}>
            {messages('controls')('cancel')}
          </PageLink>
        </FormButtons>
      </PageForm>
    </FormSection>
  );
}

/** The owner, who can be erased, and the moderators to whom the debate can be handed over before. */
function Owner({ debate, proof }: { debate: AdministeredDebate; proof: ReactNode }) {
  const { id, owner, moderators, plenary } = debate;
  const t = messages('administering');
  if (owner === null) return null;
  return (
    <FormSection id="owner" title={t('owner')}>
      <p dir="auto">{owner.name || messages('admin')('erasing')}</p>
      {plenary === null && moderators.length > 0 && (
        <PageForm action="/api/admin/hand-over" hidden={{ debate: id }}>
          <Field label={t('handOver')} hint={t('handOverHint')}>
            {(tie) => (
              <select {...tie} name="to">
                {moderators.map(({ participantId, name }) => (
                  <option key={participantId} value={participantId}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {proof}
          <FormButtons>
            <Button type="submit">{t('handOverDo')}</Button>
          </FormButtons>
        </PageForm>
      )}
      <FormHint>{t(moderators.length > 0 ? 'eraseOwnerText' : 'eraseOwnerAlone')}</FormHint>
      <PageLink href={`/admin/erase?person=${encodeURIComponent(owner.userId)}`}>{t('eraseOwner')}</PageLink>
    </FormSection>
  );
}
