'use client';

import { Fragment, useEffect, useState } from 'react';
import { lazyComponent } from '#app/_ui/lazy-component.ts';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { callRoute } from '#app/_ui/requests/call-route.ts';
import { useHydrated } from '#app/_ui/use-hydrated.ts';
import { isPassing } from '#domain/debate/engine/rejections.ts';
import { letsIn } from '#domain/debate/head/readers.ts';
import { formatRoomCode, roomCode } from '#domain/debate/participants/room-code.ts';
import { useIsDebateOpen } from '../../core/status/use-is-debate-open.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { countJoined } from './is-gathering.ts';
import styles from './stage-board.module.css';

const QrCode = lazyComponent(async () => ({ default: (await import('#app/_ui/codes/qr-code.tsx')).QrCode }));

/** Milliseconds between two requests for the codes: one may be created, changed or revoked while the room waits. */
const LOOKED_AFTER = 20_000;

/**
 * How to join: the address, with the code if the person who opened the stage may invite. An address that lets nobody in isn't shown: it
 * would lead the room to a page that it can't open.
 */
export function JoinCorner({ showsCode }: { showsCode: boolean }) {
  const t = useMessages('stage');
  const debateId = useBoard((state) => state.debateId);
  const head = useBoard(({ replica }) => replica.view.head);
  const isOpen = useIsDebateOpen();
  const joined = useBoard(({ replica }) => countJoined(replica.view.participants));
  const hydrated = useHydrated();
  const code = useJoinCode(debateId, showsCode);
  if (!hydrated) return <aside className={styles.join} />;
  const path = code ? `/join/${code}` : head && letsIn(head) ? debateAddress(debateId) : null;
  return (
    <aside className={styles.join} aria-label={t('join')}>
      {isOpen && path && <WayIn path={path} code={code ?? null} />}
      {isOpen && path === null && code === null && <p>{t('noCode')}</p>}
      {joined > 0 && (
        <p className={styles.joined} role="status">
          {t('joined', { count: joined })}
        </p>
      )}
    </aside>
  );
}

function WayIn({ path, code }: { path: string; code: string | null }) {
  const t = useMessages('stage');
  const { origin, host } = window.location;
  return (
    <>
      <div className={styles.qr}>
        <QrCode text={`${origin}${path}`} label={t('qr', { address: `${origin}${path}` })} />
      </div>
      <p className={styles.address}>
        <span>{t('join')}</span>
        <strong>
          {host}
          {(code ? ['/join'] : path.split(/(?=\/)/)).map((part) => (
            <Fragment key={part}>
              <wbr />
              {part}
            </Fragment>
          ))}
        </strong>
      </p>
      {code && (
        <p className={styles.code}>
          <span>{t('code')}</span>
          <strong>{formatRoomCode(code)}</strong>
        </p>
      )}
    </>
  );
}

/**
 * Returns the code for the room; `null`: there is none; undefined: it isn't known, or must not be shown. The last one stays while it can't be
 * asked for, and goes with the right to see it.
 */
function useJoinCode(debateId: string, isShown: boolean): string | null | undefined {
  const [code, setCode] = useState<string | null>();
  useEffect(() => {
    if (!isShown) return;
    let ended = false;
    const look = async () => {
      const answer = await callRoute('GET /api/debates/[id]/invitations', { params: { id: debateId } });
      if (ended || answer === 'unreachable') return;
      if (answer.ok) setCode(roomCode(answer.invitations));
      else if (!isPassing(answer.rejection)) setCode(undefined);
    };
    void look();
    const timer = window.setInterval(look, LOOKED_AFTER);
    return () => {
      ended = true;
      window.clearInterval(timer);
    };
  }, [debateId, isShown]);
  return code;
}
