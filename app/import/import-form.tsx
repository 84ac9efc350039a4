'use client';

import { type FormEvent, useState } from 'react';
import { VISIBILITIES, type Visibility } from '../../domain/debate/records/head.ts';
import type { Rejection } from '../../domain/debate/rejections.ts';
import type { ImportPreview } from '../../domain/formats/import-preview.ts';
import { RejectionNote } from '../_board/claim/rejection-note.tsx';
import { Choice } from '../_board/manage/choice.tsx';
import { useHydrated } from '../_board/use-hydrated.ts';
import { Button } from '../_ui/button/button.tsx';
import { Field } from '../_ui/field.tsx';
import { NameField } from '../_ui/form-page/name-field.tsx';
import { useMessages } from '../_ui/messages/use-messages.ts';
import { signInAsGuest } from '../_ui/post-json.ts';
import styles from '../new/new-debate.module.css';
import { FoundNote } from './found-note.tsx';
import { ProblemNote } from './problem-note.tsx';
import { type Problem, sendFile } from './send-file.ts';

const SAID = {
  public: 'visibilityPublic',
  unlisted: 'visibilityUnlisted',
  private: 'visibilityPrivate',
} as const;

/** A file is chosen, looked into, and made a debate: nothing is made before one has seen what is in it. */
export function ImportForm({ signedIn }: { signedIn: boolean }) {
  const t = useMessages('importing');
  const making = useMessages('newDebate');
  const ready = useHydrated();
  const [named, setNamed] = useState(signedIn);
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<ImportPreview | null>(null);
  const [visibility, setVisibility] = useState<Visibility>('private');
  const [refusal, setRefusal] = useState<Rejection | 'unreachable' | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  const send = async (chosen: File, name: string) => {
    if (!named) {
      const refused = await signInAsGuest(name);
      if (refused !== null) return setRefusal(refused);
      setNamed(true);
    }
    const answer = await sendFile(chosen, found ? visibility : null);
    if (answer === 'unreachable') return setRefusal(answer);
    if (!answer.ok) {
      setProblem(answer.problem ?? null);
      return answer.problem ? undefined : setRefusal(answer.rejection);
    }
    if (answer.debateId) window.location.assign(`/debates/${answer.debateId}`);
    else setFound(answer.preview);
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // Read from the form: a file may have been chosen before this script had come.
    const fields = new FormData(event.currentTarget);
    setBusy(true);
    setRefusal(null);
    setProblem(null);
    await send(fields.get('file') as File, String(fields.get('name') ?? '').trim());
    setBusy(false);
  };
  const forgetFound = () => {
    setFound(null);
    setProblem(null);
    setRefusal(null);
  };

  return (
    <form className={styles.form} method="post" onSubmit={submit}>
      <noscript>
        <p className={styles.noScript}>{t('noScript')}</p>
      </noscript>
      {!signedIn && <NameField label={t('yourName')} hint={t('yourNameHint')} />}
      <Field label={t('file')} hint={t('fileHint')}>
        {(tie) => <input {...tie} type="file" name="file" required onChange={forgetFound} />}
      </Field>
      {found && <FoundNote found={found} />}
      {found && (
        <Choice
          label={making('visibility')}
          options={VISIBILITIES.toReversed().map((one) => [one, making(SAID[one])] as const)}
          chosen={visibility}
          onChoose={setVisibility}
        />
      )}
      {problem && <ProblemNote problem={problem} />}
      {refusal === 'unreachable' ? (
        <p role="alert">{t('unreachable')}</p>
      ) : (
        <RejectionNote rejection={refusal} />
      )}
      <Button look="primary" type="submit" disabled={busy || !ready} className={styles.create}>
        {found ? t(busy ? 'creating' : 'create') : t(busy ? 'looking' : 'look')}
      </Button>
    </form>
  );
}
