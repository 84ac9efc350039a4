'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { formatRoomCode, roomCode } from '#domain/debate/participants/room-code.ts';
import { KIT_PAPERS, KIT_SHEETS, type KitChoice } from '#domain/formats/exports/paper-kit.ts';
import { useIsModerator } from '../../core/claims/use-claim.ts';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { Choice } from '../../core/forms/choice.tsx';
import { ROOM_CODE } from '../../core/invitations/make-code-button.tsx';
import { useInvitations } from '../../core/invitations/use-invitations.ts';
import { useIsDebateOpen } from '../../core/status/use-is-debate-open.ts';
import styles from './export-dialog.module.css';

/** Chooses the sheets of a paper kit and the paper. */
export function KitSheets({ kit, onChoose }: { kit: KitChoice; onChoose: (kit: KitChoice) => void }) {
  const t = useMessages('exporting');
  const isModerator = useIsModerator();
  const isOpen = useIsDebateOpen();
  const { sheets } = kit;
  const choose = (name: (typeof KIT_SHEETS)[number], isWanted: boolean) =>
    onChoose({
      ...kit,
      sheets: KIT_SHEETS.filter((each) => (each === name ? isWanted : sheets.includes(each))),
    });
  return (
    <>
      <fieldset className={styles.sections}>
        <legend>{t('sheets')}</legend>
        {KIT_SHEETS.map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={sheets.includes(name)}
              onChange={({ target }) => choose(name, target.checked)}
            />
            {t(`sheet.${name}`)}
          </label>
        ))}
        {sheets.length === 0 && (
          <p role="alert" className={styles.missing}>
            {t('noSheet')}
          </p>
        )}
      </fieldset>
      <Choice
        label={t('paper')}
        options={KIT_PAPERS.map((paper) => [paper, t(`papers.${paper}`)] as const)}
        chosen={kit.paper}
        onChoose={(paper) => onChoose({ ...kit, paper })}
      />
      {isModerator && isOpen && <PrintedCode />}
    </>
  );
}

/** States with which code the cards are printed, or makes one. */
function PrintedCode() {
  const t = useMessages('exporting');
  const { listed, problem, make } = useInvitations();
  const code = listed && roomCode(listed.invitations);
  return (
    <div className={styles.code}>
      <Note role="status">
        {listed && (code ? t('withCode', { code: formatRoomCode(code) }) : t('withoutCode'))}
      </Note>
      {listed && !code && (
        <Button size="small" onClick={() => void make(ROOM_CODE)}>
          {t('makeCode')}
        </Button>
      )}
      <RejectionNote rejection={problem} />
    </div>
  );
}
