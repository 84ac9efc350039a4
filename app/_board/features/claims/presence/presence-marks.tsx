'use client';

import { usePresentAt } from '#app/_board/core/claims/use-presence.ts';
import { useShortName } from '#app/_board/core/people/use-called.ts';
import { useBoard } from '#app/_board/core/store/board-context.tsx';
import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { Avatar } from '#app/_ui/people/avatar.tsx';
import { VisuallyHidden } from '#app/_ui/visually-hidden.tsx';
import type { Present } from '#domain/protocol/server-messages.ts';
import styles from './presence-marks.module.css';

/** Maximum number of faces at one claim; the others are counted. */
const SHOWN = 4;

/** Other people at a claim, and which of them are typing; `still`: only those who aren't typing. */
export function PresenceMarks({ targetId, still = false }: { targetId: string; still?: boolean }) {
  const present = usePresentAt(targetId);
  const me = useBoard(({ replica }) => replica.participantId);
  const others = present
    .filter(({ participantId, writing }) => participantId !== me && !(still && writing))
    .sort((a, b) => Number(b.writing) - Number(a.writing));
  if (others.length === 0) return null;
  return (
    <span className={styles.marks}>
      {others.slice(0, SHOWN).map((one) => (
        <PresenceMark key={one.connection} present={one} />
      ))}
      {others.length > SHOWN && <MoreHere count={others.length - SHOWN} />}
    </span>
  );
}

function MoreHere({ count }: { count: number }) {
  const t = useMessages('board');
  return (
    <Note as="span">
      <span aria-hidden="true">{t('hereMore', { count })}</span>
      <VisuallyHidden>{t('hereToo', { count })}</VisuallyHidden>
    </Note>
  );
}

function PresenceMark({ present }: { present: Present }) {
  const t = useMessages('board');
  const people = useMessages('people');
  const id = present.participantId ?? '';
  const name = useShortName(id) ?? people('somebody');
  return (
    <span className={present.writing ? styles.writing : undefined}>
      <Avatar id={id} name={name} size="small" writing={present.writing} />
      {present.writing ? (
        <Note as="span">{t('isTyping', { name })}</Note>
      ) : (
        <VisuallyHidden>{t('isHere', { name })}</VisuallyHidden>
      )}
    </span>
  );
}
