'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { useMessages } from '../../../_ui/messages/use-messages.ts';
import { useHydrated } from '../../../_ui/use-hydrated.ts';
import styles from './debates-here.module.css';
import { KeptList } from './kept-list.tsx';
import { type KeptEntry, keptDebates } from './kept-summary.ts';
import { useKeptFor } from './use-kept-for.ts';
import { useKeptPage } from './use-kept-page.ts';
import { useServerAway } from './use-server-away.ts';

interface DebatesHereProps {
  /** Id of the person who is signed in. */
  readonly personId: string | null;
  /** The debates as the server lists them. */
  readonly children: ReactNode;
}

/** Lists the debates that can be opened now: those from the server or, while it is unreachable, those this browser has kept. */
export function DebatesHere({ personId, children }: DebatesHereProps) {
  const t = useMessages('offline');
  const isTheirs = useKeptFor(personId);
  useKeptPage(isTheirs, showsNone);
  const isAway = useServerAway();
  const isHydrated = useHydrated();
  const canKeep = !isHydrated || 'serviceWorker' in navigator;
  if (!canKeep) {
    return (
      <>
        {isAway && <Away text={t('offlineUnsaved')} />}
        {children}
        <p className={styles.limit}>{t('limit')}</p>
      </>
    );
  }
  return isAway ? <Kept /> : children;
}

function Kept() {
  const t = useMessages('offline');
  const [kept, setKept] = useState<readonly KeptEntry[] | null>(null);
  useEffect(() => {
    keptDebates().then(setKept, () => setKept([]));
  }, []);
  if (kept === null) return null;
  return (
    <>
      <Away text={kept.length === 0 ? t('none') : t('text')} />
      <KeptList debates={kept} />
    </>
  );
}

function Away({ text }: { text: string }) {
  return (
    <p role="status" className={styles.away}>
      {text}
    </p>
  );
}

/** A list belongs to no single debate. */
function showsNone(): null {
  return null;
}
