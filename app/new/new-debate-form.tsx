'use client';

import { type FormEvent, useEffect, useRef, useState } from 'react';
import { LIMITS } from '../../domain/debate/limits.ts';
import { NAMES } from '../../domain/debate/records/head.ts';
import type { Rejection, RejectionCode } from '../../domain/debate/rejections.ts';
import { RejectionNote } from '../_board/claim/rejection-note.tsx';
import { useHydrated } from '../_board/use-hydrated.ts';
import { Button } from '../_ui/button/button.tsx';
import { Field } from '../_ui/field.tsx';
import { NameField } from '../_ui/form-page/name-field.tsx';
import { useMessages } from '../_ui/messages/use-messages.ts';
import { postJson, signInAsGuest } from '../_ui/post-json.ts';
import styles from './new-debate.module.css';
import { blankPosition, type PositionDraft, writtenPositions } from './position-draft.ts';
import { PositionFields } from './position-fields.tsx';
import type { TakenOver } from './taken-over.ts';

const VISIBILITIES = [
  ['public', 'visibilityPublic'],
  ['unlisted', 'visibilityUnlisted'],
  ['private', 'visibilityPrivate'],
] as const;

/** Refusals that come of who may start debates: the rule changed while the form was filled in. */
const STARTS: readonly RejectionCode[] = ['start_accounts', 'start_invited', 'start_administrators'];

/** Who may change other people's claims. A new public debate begins with suggestions only. */
const WORDINGS = [
  ['own', 'wordingOwn'],
  ['shared', 'wordingShared'],
] as const;

/** New claims of one person in 10 minutes, in a new public debate: more than one argues, less than a flood. */
const PUBLIC_PACE = 10;

interface NewDebateFormProps {
  readonly signedIn: boolean;
  /** What it is started from; null: from nothing. */
  readonly from: TakenOver | null;
}

/** Motion, title, positions, who may read, and what is told of who writes what; a name too, from one who has none yet. */
export function NewDebateForm({ signedIn, from }: NewDebateFormProps) {
  const t = useMessages('newDebate');
  const naming = useMessages('names');
  const [positions, setPositions] = useState<readonly PositionDraft[]>(
    from?.positions ?? [
      { ...blankPosition([]), name: t('defaultFor') },
      { ...blankPosition(['blue']), name: t('defaultAgainst') },
    ],
  );
  const [named, setNamed] = useState(signedIn);
  const [isPublic, setIsPublic] = useState(true);
  const [wording, setWording] = useState<'shared' | 'own' | null>(null);
  const ready = useHydrated();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Rejection | 'unreachable' | null>(null);
  const form = useRef<HTMLFormElement>(null);
  // A colour may have been chosen before the scripts came.
  useEffect(() => {
    const fields = new FormData(form.current ?? undefined);
    setPositions((known) => writtenPositions(known, fields));
  }, []);

  const send = async (fields: FormData): Promise<Rejection | 'unreachable' | null> => {
    const text = (name: string) => String(fields.get(name) ?? '').trim();
    if (!named) {
      const refusal = await signInAsGuest(text('name'));
      if (refusal !== null) return refusal;
      setNamed(true);
    }
    const answer = await postJson('/api/debates', {
      title: text('title'),
      motion: text('motion'),
      visibility: text('visibility'),
      names: text('names'),
      ...(!from && {
        wording: text('wording'),
        ...(text('visibility') === 'public' && { pace: PUBLIC_PACE }),
      }),
      positions: writtenPositions(positions, fields).map(({ name, hue, summary, of }) => ({
        name,
        hue,
        summary,
        of,
      })),
      ...(from && { from: { debateId: from.debateId, claims: fields.has('claims') } }),
    });
    if (answer === 'unreachable') return answer;
    if (!answer.ok) return answer.rejection;
    window.location.assign(`/debates/${answer.debateId ?? ''}`);
    return null;
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    const refusal = await send(new FormData(event.currentTarget));
    setProblem(refusal);
    if (refusal !== null) setBusy(false);
  };

  return (
    <form ref={form} className={styles.form} method="post" onSubmit={submit}>
      <noscript>
        <p className={styles.noScript}>{t('noScript')}</p>
      </noscript>
      {!signedIn && <NameField label={t('yourName')} hint={t('yourNameHint')} />}
      <Field label={t('motion')} hint={t('motionHint')}>
        {(tie) => (
          <textarea
            {...tie}
            name="motion"
            required
            dir="auto"
            defaultValue={from?.motion}
            maxLength={LIMITS.motionCharacters}
          />
        )}
      </Field>
      <Field label={t('debateTitle')} hint={t('debateTitleHint')}>
        {(tie) => (
          <input
            {...tie}
            name="title"
            required
            dir="auto"
            defaultValue={from?.title}
            maxLength={LIMITS.titleCharacters}
          />
        )}
      </Field>
      <PositionFields positions={positions} onChange={setPositions} />
      {from && from.claims > 0 && (
        <fieldset className={styles.visibility}>
          <legend>{t('takeOver')}</legend>
          <label>
            <input type="checkbox" name="claims" />
            {t('takeOverClaims', { count: from.claims })}
          </label>
          <p className={styles.hint}>{t('takeOverHint')}</p>
        </fieldset>
      )}
      <fieldset className={styles.visibility}>
        <legend>{t('visibility')}</legend>
        {VISIBILITIES.map(([value, label], index) => (
          <label key={value}>
            <input
              type="radio"
              name="visibility"
              value={value}
              defaultChecked={from ? from.visibility === value : index === 0}
              onChange={() => setIsPublic(value === 'public')}
            />
            {t(label)}
          </label>
        ))}
      </fieldset>
      {!from && (
        <fieldset className={styles.visibility}>
          <legend>{t('wording')}</legend>
          {WORDINGS.map(([value, label]) => (
            <label key={value}>
              <input
                type="radio"
                name="wording"
                value={value}
                checked={(wording ?? (isPublic ? 'own' : 'shared')) === value}
                onChange={() => setWording(value)}
              />
              {t(label)}
            </label>
          ))}
        </fieldset>
      )}
      <fieldset className={styles.visibility}>
        <legend>{naming('beside')}</legend>
        {NAMES.map((names, index) => (
          <label key={names}>
            <input
              type="radio"
              name="names"
              value={names}
              defaultChecked={from ? from.names === names : index === 0}
            />
            {naming(names)}
          </label>
        ))}
        <p className={styles.hint}>{naming('newHint')}</p>
      </fieldset>
      {problem === 'unreachable' ? (
        <p role="alert">{t('unreachable')}</p>
      ) : (
        <>
          <RejectionNote rejection={problem} />
          {problem && STARTS.includes(problem.code) && <p className={styles.hint}>{t('startLater')}</p>}
        </>
      )}
      <Button look="primary" type="submit" disabled={busy || !ready} className={styles.create}>
        {busy ? t('creating') : t('create')}
      </Button>
    </form>
  );
}
