'use client';

import { type MouseEvent, useRef, useState } from 'react';
import type { Operation } from '#domain/debate/engine/operations.ts';
import type { Status } from '#domain/debate/head/head.ts';
import { hidesClaims } from '#domain/debate/phases/phases.ts';
import type { QuietEnd } from '#domain/debate/settings/quiet.ts';
import { Button } from '../../_ui/button/button.tsx';
import { isRepeatedClick } from '../../_ui/button/is-repeated-click.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useReaderTime } from '../../_ui/time/use-reader-time.ts';
import { useMay } from '../core/claims/use-claim.ts';
import { useSubmit } from '../core/commands/join-context.tsx';
import { useFocusAfterAct } from '../core/focus/use-focus-after-act.ts';
import { useStatusSentence } from '../core/status/use-status-sentence.ts';
import { useBoard } from '../core/store/board-context.tsx';
import { GroupLink } from '../features/groups/group-strip.tsx';
import styles from './header.module.css';

/** Says that the debate is read-only, and why, or will be; with a way back for people who may reopen it. */
export function StatusNote({ quietEnd }: { readonly quietEnd: QuietEnd | null }) {
  const t = useMessages('status');
  const { day } = useReaderTime();
  const sentenceOf = useStatusSentence();
  const head = useBoard(({ replica }) => replica.view.head);
  const mayOpen = useMay('debate.setStatus');
  const seq = useBoard(({ replica }) => replica.view.seq);
  // Anything written since the page was made cancels it.
  const [opened] = useState(seq);
  const end = seq === opened ? quietEnd : null;
  const act = useActAndGoOn();
  const isHiding = useBoard(({ replica }) => hidesClaims(replica.view));
  if (!head || (head.status === 'open' && !head.deleted && end === null)) return null;
  if (head.deleted) {
    return (
      <p className={styles.statusNote}>
        {sentenceOf(head)}{' '}
        <Button size="small" onClick={act({ type: 'debate.delete', deleted: false })}>
          {t('restoreDebate')}
        </Button>
      </p>
    );
  }
  const { closed } = head.restrictions ?? {};
  const isGroup = head.plenary !== null;
  return (
    <p className={styles.statusNote}>
      {sentenceOf(head)} {end && t(endSentence(end, head.status), { date: day(end.at) })}{' '}
      {isHiding && head.status !== 'open' && `${t('isStillHidden')} `}
      {closed && closed.reason !== '' && <span dir="auto">{t('theReason', { reason: closed.reason })}</span>}
      {mayOpen && !closed && head.status !== 'open' && !isGroup && (
        <Button size="small" onClick={act({ type: 'debate.setStatus', status: 'open' })}>
          {t('open')}
        </Button>
      )}
      {isGroup && <GroupLink />}
    </p>
  );
}

/** Returns the presses that run an operation and take the note with their button away: the focus goes to the debate. */
function useActAndGoOn(): (operation: Operation) => (event: MouseEvent) => void {
  const submit = useSubmit();
  const debate = useRef<HTMLElement>(null);
  const standing = useBoard(({ replica: { view } }) => `${view.head?.status} ${view.head?.deleted}`);
  const going = useFocusAfterAct(debate, standing);
  return (operation) => (event) => {
    if (isRepeatedClick(event)) return;
    debate.current = document.getElementById('debate');
    going();
    submit([operation]);
  };
}

function endSentence({ what }: QuietEnd, status: Status): 'expires' | 'isQuiet' | 'isClosedQuiet' {
  if (what === 'delete') return 'expires';
  return status === 'closed' ? 'isClosedQuiet' : 'isQuiet';
}
