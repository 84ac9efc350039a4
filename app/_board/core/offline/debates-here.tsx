'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { RelativeTime } from '#app/_ui/time/relative-time.tsx';
import { useHydrated } from '#app/_ui/use-hydrated.ts';
import styles from './debates-here.module.css';
import type { ShownCopy } from './save-message.ts';
import { SavedList } from './saved-list.tsx';
import { type SavedEntry, savedDebates } from './saved-summary.ts';
import { useSavePage } from './use-save-page.ts';
import { useSavedFor } from './use-saved-for.ts';
import { useServerAway } from './use-server-away.ts';
import { useShownCopy } from './use-shown-copy.ts';

interface DebatesHereProps {
  /** Id of the person who is signed in. */
  readonly personId: string | null;
  /** Their id in each of their debates. */
  readonly participantIds: readonly string[];
  /** The debates as the server lists them. */
  readonly children: ReactNode;
}

/** Lists the debates that can be opened now: those from the server or, while it is unreachable, those this browser has kept. */
export function DebatesHere({ personId, participantIds, children }: DebatesHereProps) {
  const t = useMessages('offline');
  const isTheirs = useSavedFor(personId);
  useSavePage(isTheirs, showsNone);
  const isAway = useServerAway();
  const copy = useShownCopy();
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
  if (isAway) return <Kept participantIds={participantIds} />;
  return (
    <>
      {copy && <Outdated copy={copy} />}
      {children}
    </>
  );
}

/** Says that the list is a kept copy, because the server took too long, and loads the current one. */
function Outdated({ copy: { madeAt } }: { copy: ShownCopy }) {
  const t = useMessages('offline');
  return (
    <div role="status" className={styles.away}>
      <p>{t('copy')}</p>
      {madeAt !== null && (
        <p>
          {t('savedAt')} <RelativeTime at={madeAt} />
        </p>
      )}
      <a href="/">{t('loadCurrent')}</a>
    </div>
  );
}

function Kept({ participantIds }: Pick<DebatesHereProps, 'participantIds'>) {
  const t = useMessages('offline');
  const [kept, setKept] = useState<readonly SavedEntry[] | null>(null);
  useEffect(() => {
    savedDebates().then(setKept, () => setKept([]));
  }, []);
  if (kept === null) return null;
  return (
    <>
      <Away text={kept.length === 0 ? t('none') : t('text')} />
      <SavedList debates={kept} participantIds={participantIds} />
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
