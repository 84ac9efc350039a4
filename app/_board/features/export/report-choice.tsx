'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import {
  MODERATION_SECTIONS,
  REPORT_SECTIONS,
  type ReportSection,
} from '#domain/formats/exports/report-sections.ts';
import { useIsModerator } from '../../core/claims/use-claim.ts';
import styles from './export-dialog.module.css';

/** Chooses sections of a report, of those that it can have. Only moderators are offered the moderation log; its notes come with it. */
export function ReportChoice({
  sections,
  chosen,
  isRequired = false,
  onChoose,
}: {
  sections: readonly ReportSection[];
  chosen: readonly ReportSection[];
  /** True if there is no file without a section. */
  isRequired?: boolean;
  onChoose: (sections: readonly ReportSection[]) => void;
}) {
  const t = useMessages('exporting');
  const isModerator = useIsModerator();
  const offered = sections.filter((one) => isModerator || !MODERATION_SECTIONS.includes(one));
  const choose = (section: ReportSection, isWanted: boolean) => {
    const wanted = new Set(chosen);
    if (isWanted) wanted.add(section);
    else wanted.delete(section);
    if (section === 'moderation' && !isWanted) wanted.delete('notes');
    onChoose(REPORT_SECTIONS.filter((one) => wanted.has(one)));
  };
  return (
    <fieldset className={styles.sections}>
      <legend>{t('sections')}</legend>
      {offered.map((section) => (
        <label key={section}>
          <input
            type="checkbox"
            checked={chosen.includes(section)}
            disabled={section === 'notes' && !chosen.includes('moderation')}
            onChange={({ target }) => choose(section, target.checked)}
          />
          {t(`section.${section}`)}
        </label>
      ))}
      {isRequired && !sections.some((one) => chosen.includes(one)) && (
        <p role="alert" className={styles.missing}>
          {t('noSection')}
        </p>
      )}
    </fieldset>
  );
}
