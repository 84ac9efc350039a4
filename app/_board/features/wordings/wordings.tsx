'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { callRoute } from '#app/_ui/requests/call-route.ts';
import { RelativeTime } from '#app/_ui/time/relative-time.tsx';
import type { Claim } from '#domain/debate/map/claim.ts';
import { revisionIn } from '#domain/debate/texts/texts.ts';
import type { PastWording } from '#domain/history/wordings.ts';
import { diffText } from '#domain/ot/text-change.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { useMay, useMergedInto } from '../../core/claims/use-claim.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useSubmit } from '../../core/commands/join-context.tsx';
import { useRejectionSentence } from '../../core/commands/use-rejection-sentence.ts';
import { useFocusAfterAct } from '../../core/focus/use-focus-after-act.ts';
import { PersonName } from '../../core/people/person-name.tsx';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';
import { TextDifference } from './text-difference.tsx';
import styles from './wordings.module.css';

/** The wordings of a claim, latest first, each with its changes. */
export default function Wordings({ claim }: { claim: Claim }) {
  const t = useMessages('history');
  const { wordings, isFetching, hasFailed, again } = useWordings(claim);
  const list = useRef<HTMLOListElement>(null);
  const retrying = useFocusAfterAct(list, wordings === null);
  if (wordings === null)
    return (
      <>
        {isFetching && <p role="status">{t('fetching')}</p>}
        {hasFailed && (
          <>
            {!isFetching && <p role="alert">{t('failedWordings')}</p>}
            <Button
              size="small"
              unavailable={isFetching}
              onClick={() => {
                retrying();
                again();
              }}
            >
              {t('retry')}
            </Button>
          </>
        )}
      </>
    );
  return (
    <ol ref={list} tabIndex={-1} className={styles.list} reversed>
      {wordings
        .map((wording, index) => (
          <Wording
            key={`${wording.at} ${wording.number}`}
            claim={claim}
            wording={wording}
            before={wordings[index - 1]}
            isLast={index === wordings.length - 1}
          />
        ))
        .reverse()}
    </ol>
  );
}

interface WordingProps {
  readonly claim: Claim;
  readonly wording: PastWording;
  readonly before: PastWording | undefined;
  readonly isLast: boolean;
}

function Wording({ claim, wording: { at, number, text, by }, before, isLast }: WordingProps) {
  const t = useMessages('history');
  const debateId = useBoard((state) => state.debateId);
  const isMerged = useMergedInto(claim.id) !== undefined;
  const mayEdit = useMay('claim.edit', claim.author, claim.id) && !claim.retracted && !isMerged;
  const restore = useRestore(claim);
  const readable = useReadable();
  const isAgain = before !== undefined && number <= before.number;
  return (
    <li className={styles.wording}>
      <p className={styles.head}>
        <strong>{t(isAgain ? 'again' : 'number', { number })}</strong>
        {by.map((id) => (
          <span key={id} dir="auto">
            <PersonName id={id} />
          </span>
        ))}
        <RelativeTime at={at} />
        {isLast && <span>{t('present')}</span>}
      </p>
      <p dir="auto" className={styles.text}>
        {before ? <TextDifference before={before.text} after={text} /> : readable(text)}
      </p>
      <p className={styles.acts}>
        {mayEdit && text !== claim.text && (
          <Button look="quiet" size="small" onClick={() => restore(text)}>
            {t('restore')}
          </Button>
        )}
        <a href={`${debateAddress(debateId)}/history?at=${at}#${claim.id}`}>{t('mapThen')}</a>
      </p>
    </li>
  );
}

/** Returns a function that restores an earlier wording: an edit like any other, which others may undo. */
function useRestore(claim: Claim): (text: string) => void {
  const t = useMessages('history');
  const store = useBoardStore();
  const submit = useSubmit();
  const announce = useAnnounce();
  const sentence = useRejectionSentence();
  return (text) => {
    const { view } = store.state().replica;
    const now = view.claims.get(claim.id)?.text ?? claim.text;
    const base = revisionIn(view, claim.id);
    const edit = { type: 'claim.edit', claimId: claim.id, base, change: diffText(now, text) } as const;
    submit([edit], (refusal) => announce(refusal ? sentence(refusal) : t('restored')));
  };
}

/** Returns the wordings, loaded again when there is another; `null` until they are loaded. `again` retries what has failed. */
function useWordings({ id, wording, wordings: count }: Claim) {
  const debateId = useBoard((state) => state.debateId);
  const [wordings, setWordings] = useState<readonly PastWording[] | null>(null);
  const [isFetching, setFetching] = useState(true);
  const [hasFailed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another wording means fetching them again.
  useEffect(() => {
    const giveUp = new AbortController();
    const params = { id: debateId, claimId: id };
    const { signal } = giveUp;
    setFetching(true);
    void callRoute('GET /api/debates/[id]/claims/[claimId]/wordings', { params, signal }).then((answer) => {
      if (signal.aborted) return;
      setFetching(false);
      // Unreachable, or closed meanwhile: what is shown stays.
      const isThere = answer !== 'unreachable' && answer.ok;
      setFailed(!isThere);
      if (isThere) setWordings(answer.wordings);
    });
    return () => giveUp.abort();
  }, [debateId, id, wording, count, attempt]);
  return { wordings, isFetching, hasFailed, again: () => setAttempt(attempt + 1) };
}
