'use client';

import { useRef, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Rejection } from '#domain/debate/engine/rejections.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import type { Suggestion } from '#domain/debate/suggestions/suggestion.ts';
import { isStale, textOfSuggestion } from '#domain/debate/suggestions/suggestions.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { excerpt } from '../../core/claims/excerpt.ts';
import { approvalProblemNow, useMay } from '../../core/claims/use-claim.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useSubmit } from '../../core/commands/join-context.tsx';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { MoreButton, useShownPart } from '../../core/forms/shown-part.tsx';
import { useSaidName } from '../../core/people/person-name.tsx';
import { useBoard } from '../../core/store/board-context.tsx';
import panelStyles from '../../core/view/panel.module.css';
import { DifferenceText } from './difference-text.tsx';
import { ReturnDialog } from './return-dialog.tsx';
import styles from './suggestions.module.css';
import { useSuggestionsOn } from './use-suggestions.ts';

/** Wordings suggested for a claim, for people who may see them, each as its difference from the present one. */
export default function SuggestionList({ claim }: { claim: Claim }) {
  const t = useMessages('suggestions');
  const all = useSuggestionsOn(claim.id);
  if (all.length === 0) return null;
  return (
    <section
      className={panelStyles.section}
      data-section="suggestions"
      aria-labelledby={`${claim.id}-suggested`}
    >
      <h3 className={panelStyles.heading} id={`${claim.id}-suggested`}>
        {t('title', { count: all.length })}
      </h3>
      <SuggestionItems claim={claim} suggestions={all} />
    </section>
  );
}

interface SuggestionItemsProps {
  readonly claim: Claim;
  readonly suggestions: readonly Suggestion[];
}

/** Suggestions shown at first, and added at a time: one claim may have hundreds. */
const AT_ONCE = 10;

/** Suggestions, each with its actions. */
export function SuggestionItems({ claim, suggestions }: SuggestionItemsProps) {
  const list = useRef<HTMLUListElement>(null);
  const part = useShownPart(suggestions, { atOnce: AT_ONCE });
  return (
    <>
      <ul ref={list} className={styles.list}>
        {part.shown.map((one) => (
          <li key={one.id}>
            <SuggestionItem suggestion={one} claim={claim} />
          </li>
        ))}
      </ul>
      <MoreButton list={list} part={part} />
    </>
  );
}

function SuggestionItem({ suggestion, claim }: { suggestion: Suggestion; claim: Claim }) {
  const t = useMessages('suggestions');
  const readable = useReadable();
  const announce = useAnnounce();
  const submit = useSubmit();
  const me = useBoard(({ replica }) => replica.participantId);
  const mayAnswer = useMay('suggestion.settle', claim.author, claim.id) && !claim.retracted;
  const mayAccept = useBoard((state) => approvalProblemNow(state, claim.id)) === null && mayAnswer;
  const [problem, setProblem] = useState<Rejection | null>(null);
  const [returning, setReturning] = useState(false);
  const { id, author, note, answer, outcome, by } = suggestion;
  const [suggester, answerer] = [useSaidName(author), useSaidName(by)];
  const claims = useBoard(({ replica }) => replica.view.claims);
  const text = textOfSuggestion({ claims }, suggestion);
  const saysIt = text === claim.text;
  const isOwn = author !== '' && author === me;
  const accept = () =>
    submit(
      [{ type: 'suggestion.settle', suggestionId: id, outcome: 'accepted', seen: claim.text, note: '' }],
      (refusal) => {
        setProblem(refusal ?? null);
        if (!refusal) announce(t('acceptedToast', { text: excerpt(readable(text), 80) }));
      },
    );
  return (
    <article className={styles.suggestion} data-suggestion={id} data-outcome={outcome ?? undefined}>
      <p className={styles.author} dir="auto">
        {t('by', { name: suggester })}
      </p>
      {outcome === null ? (
        <DifferenceText before={claim.text} after={text} />
      ) : (
        <DifferenceText before={suggestion.was} after={suggestion.text} />
      )}
      {note && (
        <p className={styles.note} dir="auto">
          {readable(note)}
        </p>
      )}
      {outcome === null && saysIt && <p className={styles.stale}>{t('fits')}</p>}
      {outcome === null && !saysIt && isStale({ claims }, suggestion) && (
        <p className={styles.stale} role="note">
          {t('stale')}
        </p>
      )}
      {outcome === 'sent_back' && (
        <p className={styles.note} dir="auto">
          {by === ''
            ? t('returned', { answer: readable(answer) })
            : t('returnedBy', { name: answerer, answer: readable(answer) })}
        </p>
      )}
      <RejectionNote rejection={problem} />
      {outcome === null && (
        <div className={styles.acts}>
          {mayAccept && !saysIt && (
            <Button size="small" look="primary" onClick={accept}>
              {t('accept')}
            </Button>
          )}
          {mayAnswer && (
            <Button size="small" onClick={() => setReturning(true)}>
              {t('return')}
            </Button>
          )}
          {isOwn && (
            <Button
              size="small"
              look="quiet"
              onClick={() => submit([{ type: 'suggestion.withdraw', suggestionId: id }])}
            >
              {t('withdraw')}
            </Button>
          )}
        </div>
      )}
      {returning && <ReturnDialog suggestion={suggestion} onClose={() => setReturning(false)} />}
    </article>
  );
}
