'use client';

import { type FormEvent, useRef, useState } from 'react';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import { refuse } from '../../domain/debate/engine/refusal.ts';
import { VISIBILITIES, type Visibility } from '../../domain/debate/head/head.ts';
import type { TableColumns, TablePreview } from '../../domain/formats/csv/claim-table.ts';
import type { ImportPreview } from '../../domain/formats/imports/import-preview.ts';
import type { Template } from '../../domain/formats/template/template-schema.ts';
import type { ImportError } from '../../domain/protocol/route-answers.ts';
import { RejectionNote } from '../_board/core/commands/rejection-note.tsx';
import { Choice } from '../_board/core/forms/choice.tsx';
import { Button } from '../_ui/button/button.tsx';
import { Field } from '../_ui/field.tsx';
import { NameField } from '../_ui/form-page/name-field.tsx';
import { ImportErrorNote } from '../_ui/import-error-note.tsx';
import { useMessages } from '../_ui/messages/use-messages.ts';
import { type Failure, signInAsGuest } from '../_ui/requests/call-route.ts';
import { sendFile } from '../_ui/requests/send-file.ts';
import { useHydrated } from '../_ui/use-hydrated.ts';
import styles from '../new/new-debate.module.css';
import { NewDebateForm } from '../new/new-debate-form.tsx';
import { templateToStart } from '../new/taken-over.ts';
import { chosenFile, isPasted, pastedText } from './chosen-file.ts';
import { ColumnsNote } from './columns-note.tsx';
import { FoundNote } from './found-note.tsx';
import { SourceFields } from './source-fields.tsx';

const SAID = {
  public: 'visibilityPublic',
  unlisted: 'visibilityUnlisted',
  private: 'visibilityPrivate',
} as const;

type Answer = Awaited<ReturnType<typeof sendFile>>;

/** Supported formats; first the one for people who come from a spreadsheet. */
const FORMATS = ['csv', 'parley', 'template', 'argdown', 'aif', 'kialo', 'polis', 'tgf'] as const;

/** Form to choose a file or paste text, preview it, and turn it into a debate: nothing is created before its content was shown. */
export function ImportForm({ signedIn }: { signedIn: boolean }) {
  const t = useMessages('importing');
  const making = useMessages('newDebate');
  const ready = useHydrated();
  const [named, setNamed] = useState(signedIn);
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<ImportPreview | null>(null);
  const [template, setTemplate] = useState<Template | null>(null);
  const [isBack, setIsBack] = useState(false);
  const [pasted, setPasted] = useState('');
  const [isText, setIsText] = useState(false);
  const [isMissing, setIsMissing] = useState(false);
  const [table, setTable] = useState<TablePreview | null>(null);
  const [columns, setColumns] = useState<TableColumns>({});
  const [visibility, setVisibility] = useState<Visibility>('private');
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const [problem, setProblem] = useState<ImportError | null>(null);
  /** The number of the last request; raised too if its file or format changes, since its answer is then about another file. */
  const latest = useRef(0);

  const showTable = (shown: TablePreview | undefined) => {
    setTable(shown ?? null);
    setColumns(shown?.taken ?? {});
  };
  const ask = async (chosen: File, format: string, name: string): Promise<Answer> => {
    if (!named) {
      const refused = await signInAsGuest(name);
      if (refused === 'unreachable') return refused;
      if (refused !== null) return refuse(refused);
      setNamed(true);
    }
    return sendFile(chosen, { format, columns: table && columns }, found ? visibility : null);
  };
  const show = (answer: Exclude<Answer, 'unreachable'>) => {
    if (!answer.ok) {
      setProblem(answer.problem ?? null);
      if (answer.problem?.table) showTable(answer.problem.table);
      else if (!answer.problem) setRefusal(answer.rejection);
    } else if (answer.preview.template) setTemplate(answer.preview.template);
    else {
      setFound(answer.preview);
      showTable(answer.preview.table);
    }
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    // Read from the form: a file may have been chosen before this script loaded.
    const fields = new FormData(event.currentTarget);
    const [format, name] = ['format', 'name'].map((field) => String(fields.get(field) ?? '').trim());
    const file = chosenFile(event.currentTarget);
    setIsMissing(file === null);
    if (file === null) return;
    setPasted(pastedText(event.currentTarget));
    setIsText(isPasted(file));
    setBusy(true);
    setRefusal(null);
    setProblem(null);
    latest.current += 1;
    const request = latest.current;
    const answer = await ask(file, format ?? '', name ?? '');
    if (answer !== 'unreachable' && answer.ok && answer.debateId) {
      // The form stays busy until the debate's page replaces it, and is free again if the browser brings it back.
      window.addEventListener('pageshow', () => setBusy(false), { once: true });
      return window.location.assign(debateAddress(answer.debateId));
    }
    if (request !== latest.current) return;
    if (answer === 'unreachable') setRefusal(answer);
    else show(answer);
    setBusy(false);
  };
  const forgetFound = () => {
    showTable(undefined);
    forgetPreview();
  };
  const forgetPreview = () => {
    latest.current += 1;
    setIsMissing(false);
    setBusy(false);
    setFound(null);
    setProblem(null);
    setRefusal(null);
  };

  if (template)
    return (
      <>
        <NewDebateForm signedIn={named} from={templateToStart(template)} isPictured={false} />
        <div className={styles.other}>
          <Button
            look="quiet"
            onClick={() => {
              setIsBack(true);
              setTemplate(null);
            }}
          >
            {t('another')}
          </Button>
        </div>
      </>
    );
  return (
    <form className={styles.form} method="post" onSubmit={submit}>
      <noscript>
        <p className={styles.noScript}>{t('noScript')}</p>
      </noscript>
      {!signedIn && <NameField label={t('yourName')} hint={t('yourNameHint')} />}
      <SourceFields pasted={pasted} isBack={isBack} onChange={forgetFound} />
      <Field label={t('format')}>
        {(tie) => (
          <select {...tie} name="format" defaultValue="" onChange={forgetFound}>
            <option value="">{t('formats.detect')}</option>
            {FORMATS.map((format) => (
              <option key={format} value={format}>
                {t(`formats.${format}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {table && (
        <ColumnsNote
          table={table}
          chosen={columns}
          onChoose={(chosen) => {
            forgetPreview();
            setColumns(chosen);
          }}
        />
      )}
      {found && <FoundNote found={found} />}
      {found && (
        <Choice
          label={making('visibility')}
          options={VISIBILITIES.toReversed().map((one) => [one, making(SAID[one])] as const)}
          chosen={visibility}
          onChoose={setVisibility}
        />
      )}
      {isMissing && <p role="alert">{t('missing')}</p>}
      {problem && <ImportErrorNote problem={problem} isText={isText} />}
      <RejectionNote rejection={refusal} />
      <Button look="primary" type="submit" disabled={!ready} unavailable={busy} className={styles.create}>
        {found ? t(busy ? 'creating' : 'create') : t(busy ? 'looking' : 'look')}
      </Button>
    </form>
  );
}
