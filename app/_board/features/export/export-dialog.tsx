'use client';

import { useState } from 'react';
import { Dialog } from '#app/_ui/dialogs/dialog.tsx';
import { Field } from '#app/_ui/field.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { isAnonymous } from '#domain/debate/head/names.ts';
import type { DrawnName } from '#domain/formats/exports/drawn-formats.ts';
import { WHOLE_KIT } from '#domain/formats/exports/paper-kit.ts';
import {
  MODERATION_SECTIONS,
  REPORT_SECTIONS,
  USUAL_SECTIONS,
} from '#domain/formats/exports/report-sections.ts';
import type { FormatName } from '#domain/formats/formats.ts';
import { truncateText } from '#domain/formats/whole-text.ts';
import { useIsModerator } from '../../core/claims/use-claim.ts';
import { useTextOf } from '../../core/claims/use-target.ts';
import { DownloadPart } from '../../core/download/download-part.tsx';
import { Choice } from '../../core/forms/choice.tsx';
import { useBoard } from '../../core/store/board-context.tsx';
import { SaveTemplate } from '../../core/templates/save-template.tsx';
import { useViewPart } from '../../core/view/view-provider.tsx';
import styles from './export-dialog.module.css';
import { KitSheets } from './kit-choice.tsx';
import { PictureChoice, USUAL_LOOK } from './picture-choice.tsx';
import { PolisNote } from './polis-note.tsx';
import { ReportChoice } from './report-choice.tsx';

/** The most wanted format first. */
const FORMATS = [
  'pdf',
  'brief',
  'kit',
  'svg',
  'png',
  'html',
  'markdown',
  'csv',
  'argdown',
  'kialo',
  'polis',
  'aif',
  'graphml',
  'dot',
  'tgf',
  'apx',
  'annotations',
  'parley',
  'template',
] as const satisfies readonly (FormatName | DrawnName)[];

/** Number of characters that identify a branch's first claim. */
const SHOWN = 80;

const PEOPLE = ['names', 'pseudonyms', 'none'] as const;

interface ExportDialogProps {
  readonly onClose: () => void;
  /** Number of the entry at whose moment in the past to export; absent: the present. */
  readonly at?: number;
  /** The format that is chosen first. */
  readonly first?: (typeof FORMATS)[number];
}

/** Exports the debate, or only the branch in view, as a file. The server writes it, as the viewer may see it. */
export default function ExportDialog({ onClose, at, first = 'html' }: ExportDialogProps) {
  const t = useMessages('exporting');
  const templates = useMessages('templates');
  const branch = useViewPart((parts) => parts.branch);
  const text = useTextOf(branch);
  const debateId = useBoard((board) => board.debateId);
  const isModerator = useIsModerator();
  const isNameless = useBoard(({ replica: { view } }) => isAnonymous(view));
  const [format, setFormat] = useState(first);
  const [part, setPart] = useState<'whole' | 'branch'>(text === '' ? 'whole' : 'branch');
  const [people, setPeople] = useState<(typeof PEOPLE)[number]>('names');
  const [look, setLook] = useState(USUAL_LOOK);
  const [sections, setSections] = useState(USUAL_SECTIONS);
  const [kit, setKit] = useState(WHOLE_KIT);
  // A report that names nobody has no list of participants.
  const hasPeople = !isNameless && people !== 'none';
  const possible = REPORT_SECTIONS.filter((section) => hasPeople || section !== 'participants');
  const reported = sections.filter((section) => possible.includes(section));
  const logged = sections.filter((section) => MODERATION_SECTIONS.includes(section));
  const isPicture = format === 'svg' || format === 'png';
  const asked = new URLSearchParams({
    format,
    people,
    ...(isPicture && { theme: look.theme }),
    ...(format === 'png' && { width: `${look.width}` }),
    ...(format === 'pdf' && { sections: reported.join(',') }),
    ...(format === 'kit' && { sheets: kit.sheets.join(','), paper: kit.paper }),
    ...(format === 'csv' && logged.length > 0 && { sections: logged.join(',') }),
    ...(part === 'branch' && branch !== null && { branch }),
    ...(at !== undefined && { at: `${at}` }),
  });
  const address = `/api/debates/${debateId}/export?${asked}`;
  return (
    <Dialog
      title={t('title')}
      text={
        format === 'template'
          ? templates('saveText')
          : format === 'kit'
            ? t('kitText')
            : t(at === undefined ? 'text' : 'textPast', {
                votes: format === 'polis' ? 'said' : isNameless ? 'anonymous' : 'totals',
              })
      }
      onClose={onClose}
    >
      <div className={styles.form}>
        <Field label={t('format')}>
          {(tie) => (
            <select
              {...tie}
              value={format}
              onChange={({ target }) => setFormat(FORMATS.find((one) => one === target.value) ?? 'html')}
            >
              {FORMATS.map((one) => (
                <option key={one} value={one}>
                  {t(`formats.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {format === 'polis' && <PolisNote isPast={at !== undefined} />}
        {text !== '' && format !== 'template' && (
          <Choice
            label={t('what')}
            options={[
              ['branch', t('branch', { text: truncateText(text, SHOWN) })],
              ['whole', t('whole')],
            ]}
            chosen={part}
            onChoose={setPart}
          />
        )}
        {format !== 'template' && !isNameless && (
          <Choice
            label={t('people')}
            options={PEOPLE.map((one) => [one, t(one)] as const)}
            chosen={people}
            onChoose={setPeople}
          />
        )}
        {format === 'pdf' && (
          <ReportChoice sections={possible} chosen={sections} isRequired onChoose={setSections} />
        )}
        {format === 'csv' && isModerator && (
          <ReportChoice sections={MODERATION_SECTIONS} chosen={sections} onChoose={setSections} />
        )}
        {format === 'kit' && <KitSheets kit={kit} onChoose={setKit} />}
        {isPicture && <PictureChoice look={look} sized={format === 'png'} onChoose={setLook} />}
        {format === 'template' ? (
          <SaveTemplate at={at} />
        ) : (
          <DownloadPart
            key={address}
            address={address}
            disabled={
              (format === 'pdf' && reported.length === 0) || (format === 'kit' && kit.sheets.length === 0)
            }
          />
        )}
      </div>
    </Dialog>
  );
}
