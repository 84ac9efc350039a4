'use client';

import { useRef } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
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
import { useWordings } from './use-wordings.ts';
import styles from './wordings.module.css';

/** The wordings of a claim, latest first, each with its changes; earlier ones of a long list when asked for. */
export default function Wordings({ claim }: { claim: Claim }) {
  const t = useMessages('history');
  const { part, isFetching, failed, again, showEarlier } = useWordings(claim);
  const list = useRef<HTMLOListElement>(null);
  const retrying = useFocusAfterAct(list, part === null);
  const showing = useFocusAfterAct(list, part?.earlier === 0);
  const failure = failed && !isFetching && <p role="alert">{t('failedWordings')}</p>;
  if (part === null)
    return (
      <>
        {isFetching && <p role="status">{t('fetching')}</p>}
        {failure}
        {failed && (
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
        )}
      </>
    );
  const { wordings, earlier } = part;
  return (
    <>
      <ol ref={list} tabIndex={-1} className={styles.list} aria-busy={isFetching} reversed>
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
          // The changes of the first are only known with the one before it.
          .slice(earlier === 0 ? 0 : 1)
          .reverse()}
      </ol>
      {failed === 'earlier' && failure}
      {earlier > 0 && (
        <Button
          size="small"
          unavailable={isFetching}
          onClick={() => {
            showing();
            showEarlier();
          }}
        >
          {t('more')}
        </Button>
      )}
    </>
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
