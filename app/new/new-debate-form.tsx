'use client';

import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import { LIMITS } from '../../domain/debate/engine/limits.ts';
import type { RejectionCode } from '../../domain/debate/engine/rejections.ts';
import { BALLOTS, NAMES, type Visibility } from '../../domain/debate/head/head.ts';
import type { ImportError } from '../../domain/protocol/route-answers.ts';
import { RejectionNote } from '../_board/core/commands/rejection-note.tsx';
import { Button } from '../_ui/button/button.tsx';
import { Field } from '../_ui/field.tsx';
import { NameField } from '../_ui/form-page/name-field.tsx';
import { ImportErrorNote } from '../_ui/import-error-note.tsx';
import { Note } from '../_ui/layout/note.tsx';
import { Stack } from '../_ui/layout/stack.tsx';
import { useMessages } from '../_ui/messages/use-messages.ts';
import { callRoute, type Failure, signInAsGuest } from '../_ui/requests/call-route.ts';
import { useHydrated } from '../_ui/use-hydrated.ts';
import { TemplateNote } from '../formats/template-note.tsx';
import { DraftPicture } from './draft-picture.tsx';
import styles from './new-debate.module.css';
import type { OwnForm } from './new-debate-draft.ts';
import { blankPosition, type PositionDraft, writtenPositions } from './position-draft.ts';
import { PositionFields } from './position-fields.tsx';
import { sendTemplate, withChoices } from './send-template.ts';
import type { TakenOver } from './taken-over.ts';
import { titleOfMotion } from './title-of-motion.ts';
import { useNewDebateDraft } from './use-new-debate-draft.ts';

const VISIBILITIES = [
  ['public', 'visibilityPublic'],
  ['unlisted', 'visibilityUnlisted'],
  ['private', 'visibilityPrivate'],
] as const;

/** Rejections about who may start debates: the rule changed while the form was filled in. */
const STARTS: readonly RejectionCode[] = ['start_accounts', 'start_invited', 'start_administrators'];

/** Options for who can edit other people's claims. A new public debate begins with suggestions only. */
const WORDINGS = [
  ['own', 'wordingOwn'],
  ['shared', 'wordingShared'],
] as const;

/** New claims per person in 10 minutes, in a new public debate: more than one person argues, less than a flood. */
const PUBLIC_PACE = 10;

/** Content of the picture beside the fields, and what follows from it. */
interface Draft {
  readonly motion: string;
  readonly positions: readonly PositionDraft[];
  readonly visibility: Visibility;
}

interface NewDebateFormProps {
  readonly signedIn: boolean;
  /** The debate it is started from; `null`: none. */
  readonly from: TakenOver | null;
  /** Address of the guide to the debate format it is started from. */
  readonly guide?: string;
  /** False where there is no room for the picture. */
  readonly isPictured?: boolean;
  /** The form that the tab keeps, and its writer; absent: it isn't kept. */
  readonly kept?: OwnForm;
}

/** The motion and its positions, with a picture of how the debate will open; a name for people who have none yet; then settings. */
export function NewDebateForm({ signedIn, from, guide, isPictured = true, kept }: NewDebateFormProps) {
  const t = useMessages('newDebate');
  const naming = useMessages('names');
  const voting = useMessages('agenda');
  const [positions, setPositions] = useState<readonly PositionDraft[]>(
    from && from.positions.length > 0
      ? from.positions
      : [
          { ...blankPosition([]), name: t('defaultFor') },
          { ...blankPosition(['blue']), name: t('defaultAgainst') },
        ],
  );
  const [named, setNamed] = useState(signedIn);
  const [draft, setDraft] = useState<Draft>({
    motion: from?.motion ?? '',
    positions,
    visibility: from?.visibility ?? 'public',
  });
  const motionId = useId();
  const motion = useRef<HTMLTextAreaElement>(null);
  const [wording, setWording] = useState<'shared' | 'own' | null>(null);
  const ready = useHydrated();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const [unread, setUnread] = useState<ImportError | null>(null);
  const template = from && 'template' in from.of ? from.of.template : null;
  const form = useRef<HTMLFormElement>(null);
  const draw = () => {
    const fields = new FormData(form.current ?? undefined);
    setDraft({
      motion: String(fields.get('motion') ?? '').trim(),
      positions: writtenPositions(positions, fields),
      visibility: VISIBILITIES.find(([value]) => value === fields.get('visibility'))?.[0] ?? 'public',
    });
  };
  // A colour or an option may have been selected, and text entered, before the scripts loaded.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form appears.
  useEffect(() => {
    const fields = new FormData(form.current ?? undefined);
    setPositions((known) => writtenPositions(known, fields));
    // It is drawn as what the page began with otherwise.
    if (fields.get('wording') === 'shared') setWording('shared');
    draw();
  }, []);
  const { keep, keepSoon, discardAll, startOver } = useNewDebateDraft(kept ?? null, {
    form,
    positions,
    wording,
    from,
    onRestored: (fields, restored) => {
      if (restored) setPositions(restored);
      if (fields.wording === 'shared' || fields.wording === 'own') setWording(fields.wording);
      draw();
    },
    onStartedOver: (begun) => {
      setPositions(begun);
      setWording(null);
      setProblem(null);
      setUnread(null);
      draw();
      // The button that was pressed disappears.
      motion.current?.focus();
    },
  });

  const send = async (fields: FormData): Promise<Failure | null> => {
    const text = (name: string) => String(fields.get(name) ?? '').trim();
    if (!named) {
      const refusal = await signInAsGuest(text('name'));
      if (refusal !== null) return refusal;
      setNamed(true);
    }
    const about = {
      title: text('title') || titleOfMotion(text('motion')),
      motion: text('motion'),
      positions: writtenPositions(positions, fields).map(({ key, ...position }) => position),
    };
    const answer =
      template === null
        ? await callRoute('POST /api/debates', {
            body: {
              ...about,
              visibility: text('visibility'),
              names: text('names'),
              ballots: text('ballots'),
              ...(!from && {
                wording: text('wording'),
                ...(text('visibility') === 'public' && { pace: PUBLIC_PACE }),
              }),
              ...(from && { from: { ...from.of, claims: fields.has('claims') } }),
            },
          })
        : await sendTemplate(
            withChoices(template, about, { names: text('names'), ballots: text('ballots') }),
            text('visibility'),
          );
    if (answer === 'unreachable') return answer;
    setUnread((!answer.ok && answer.problem) || null);
    if (!answer.ok) return answer.rejection;
    if (answer.debateId) {
      discardAll();
      // The form stays busy until the debate's page replaces it, and is free again if the browser brings it back.
      window.addEventListener('pageshow', () => setBusy(false), { once: true });
      window.location.assign(debateAddress(answer.debateId));
    }
    return null;
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const refusal = await send(new FormData(event.currentTarget));
    setProblem(refusal);
    if (refusal !== null) setBusy(false);
  };

  return (
    <form
      ref={form}
      className={isPictured ? styles.columns : styles.column}
      method="post"
      onSubmit={submit}
      onInput={() => {
        draw();
        keep();
      }}
    >
      <div className={styles.form}>
        {template && <TemplateNote template={template} guide={guide} />}
        <noscript>
          <p className={styles.noScript}>{t('noScript')}</p>
        </noscript>
        <div className={styles.motion}>
          <label htmlFor={motionId}>{t('motion')}</label>
          <textarea
            ref={motion}
            id={motionId}
            name="motion"
            required
            dir="auto"
            rows={2}
            defaultValue={from?.motion}
            placeholder={t('motionExample')}
            aria-describedby={`${motionId}-hint`}
            maxLength={LIMITS.motionCharacters}
          />
          <Note id={`${motionId}-hint`}>{t('motionHint')}</Note>
          {startOver && (
            <div>
              <Button size="small" look="quiet" onClick={startOver}>
                {t('startOver')}
              </Button>
            </div>
          )}
        </div>
        <PositionFields
          positions={positions}
          onChange={(next) => {
            keepSoon();
            setPositions(next);
          }}
        />
        {!signedIn && <NameField label={t('yourName')} hint={t('yourNameHint')} />}
        {from && from.claims > 0 && (
          <Stack as="fieldset" gap={1}>
            <legend>{t('takeOver')}</legend>
            <label>
              <input type="checkbox" name="claims" />
              {t('takeOverClaims', { count: from.claims })}
            </label>
            <Note>{t('takeOverHint')}</Note>
          </Stack>
        )}
        <details className={styles.settings}>
          <summary>
            {t('settings')}
            <span className={styles.chosen}>{t('chosenVisibility', { visibility: draft.visibility })}</span>
          </summary>
          <div className={styles.form}>
            <Field label={t('debateTitle')} hint={t('debateTitleHint')}>
              {(tie) => (
                <input
                  {...tie}
                  name="title"
                  dir="auto"
                  defaultValue={from?.title}
                  maxLength={LIMITS.titleCharacters}
                />
              )}
            </Field>
            <Stack as="fieldset" gap={1}>
              <legend>{t('visibility')}</legend>
              {VISIBILITIES.map(([value, label], index) => (
                <label key={value}>
                  <input
                    type="radio"
                    name="visibility"
                    value={value}
                    defaultChecked={from ? from.visibility === value : index === 0}
                  />
                  {t(label)}
                </label>
              ))}
            </Stack>
            {!from && (
              <Stack as="fieldset" gap={1}>
                <legend>{t('wording')}</legend>
                {WORDINGS.map(([value, label]) => (
                  <label key={value}>
                    <input
                      type="radio"
                      name="wording"
                      value={value}
                      checked={(wording ?? (draft.visibility === 'public' ? 'own' : 'shared')) === value}
                      onChange={() => setWording(value)}
                    />
                    {t(label)}
                  </label>
                ))}
              </Stack>
            )}
            <Stack as="fieldset" gap={1}>
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
              <Note>{naming('newHint')}</Note>
            </Stack>
            <Stack as="fieldset" gap={1}>
              <legend>{voting('ballots')}</legend>
              {BALLOTS.map((ballots) => (
                <label key={ballots}>
                  <input
                    type="radio"
                    name="ballots"
                    value={ballots}
                    defaultChecked={(from?.ballots ?? 'open') === ballots}
                  />
                  {voting(`ballotsKind.${ballots}`)}
                </label>
              ))}
              <Note>{t('ballotsHint')}</Note>
            </Stack>
          </div>
        </details>
        {unread ? (
          <ImportErrorNote problem={unread} />
        ) : problem === 'unreachable' ? (
          <p role="alert">{t('unreachable')}</p>
        ) : (
          <>
            <RejectionNote rejection={problem} />
            {problem && STARTS.includes(problem.code) && <Note>{t('startLater')}</Note>}
          </>
        )}
        <Button look="primary" type="submit" disabled={!ready} unavailable={busy} className={styles.create}>
          {busy ? t('creating') : t('create')}
        </Button>
      </div>
      {isPictured && (
        <DraftPicture motion={draft.motion} positions={drawnPositions(positions, draft.positions)} />
      )}
    </form>
  );
}

/** Returns the present positions, with their text as of the last edit. */
function drawnPositions(
  positions: readonly PositionDraft[],
  written: readonly PositionDraft[],
): readonly PositionDraft[] {
  return positions.map((position) => ({
    ...(written.find(({ key }) => key === position.key) ?? position),
    hue: position.hue,
  }));
}
