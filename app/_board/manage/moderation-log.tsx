'use client';

import { memo, useMemo, useRef, useState } from 'react';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { WHOLE_DEBATE } from '#domain/debate/locks/lock.ts';
import { FLAGS } from '#domain/debate/moderation/review.ts';
import { isSanction, type ModerationAction } from '#domain/debate/moderation-log/moderation-action.ts';
import { contributionIn } from '#domain/debate/visibility/hidden-content.ts';
import { Button } from '../../_ui/button/button.tsx';
import { Note } from '../../_ui/layout/note.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { RelativeTime } from '../../_ui/time/relative-time.tsx';
import { excerpt } from '../core/claims/excerpt.ts';
import { useFocusAfterAct } from '../core/focus/use-focus-after-act.ts';
import styles from '../core/forms/manage.module.css';
import { MoreButton, useShownPart } from '../core/forms/shown-part.tsx';
import { useReasonName } from '../core/moderation/use-reason-name.ts';
import { PersonName } from '../core/people/person-name.tsx';
import { useName } from '../core/people/use-called.ts';
import { useBoard } from '../core/store/board-context.tsx';
import { hasSameItems } from '../core/store/has-same-items.ts';
import { useReadOut } from '../core/writing/use-read-out.ts';
import { ContributionContext } from './contribution-context.tsx';

/** Number of acts shown at first, the newest, and added each time earlier ones are asked for. */
const SHOWN = 100;

/** Log of moderators' acts on contributions and decisions about people, newest first, with counts by reason. */
export function ModerationLog() {
  const t = useMessages('moderation');
  const review = useMessages('review');
  const reports = useBoard(({ replica }) => replica.view.reports);
  const acts = useBoard(({ replica }) => replica.view.moderationLog);
  const [shown, setShown] = useState(SHOWN);
  const list = useRef<HTMLOListElement>(null);
  const showing = useFocusAfterAct(list, shown);
  const newest = useMemo(() => [...acts.values()].sort((a, b) => b.seq - a.seq), [acts]);
  const counts = useMemo(() => countsOfActs(newest), [newest]);
  return (
    <section className={styles.part}>
      <h3>{t('log')}</h3>
      {newest.length === 0 && <p className={styles.hint}>{t('nothingDone')}</p>}
      <Counts label={t('counts')} counts={counts.contributions} />
      <Counts label={t('countsOfPeople')} counts={counts.people} of="measure" />
      <Counts label={review('marks')} counts={counts.flags} of="mark" />
      <Counts label={review('reports')} counts={countsOf([...reports.values()])} />
      <ol ref={list} tabIndex={-1} className={styles.acts} aria-label={t('log')}>
        {newest.slice(0, shown).map((act) => (
          <ActLine key={act.id} act={act} />
        ))}
      </ol>
      {newest.length > shown && (
        <div>
          <Button
            onClick={() => {
              showing();
              setShown(shown + SHOWN);
            }}
          >
            {t('earlier')}
          </Button>
        </div>
      )}
    </section>
  );
}

interface CountsProps {
  readonly label: string;
  readonly counts: readonly (readonly [reason: string, count: number])[];
  readonly of?: Counted;
}

/** Lists that are counted: reasons of the debate, flags, or reasons for decisions about people. */
type Counted = 'reason' | 'mark' | 'measure';

function Counts({ label, counts, of = 'reason' }: CountsProps) {
  const nameOf = useCountedName();
  if (counts.length === 0) return null;
  return (
    <div>
      <p className={styles.hint}>{label}</p>
      <dl className={styles.counts} aria-label={label}>
        {counts.map(([reason, count]) => (
          <div key={reason}>
            <dt>{nameOf(reason, of)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Returns a function that names a reason or a flag. */
function useCountedName(): (reason: string, of: Counted) => string {
  const review = useMessages('review');
  const people = useMessages('managedPeople');
  const reasonName = useReasonName();
  return (reason, of) => {
    const mark = of === 'mark' && FLAGS.find((one) => one === reason);
    if (mark) return review(`flag.${mark}`);
    return of === 'measure' ? people('reasonName', { reason }) : reasonName(reason);
  };
}

/** One act. Memoized: entries about other things leave the whole log as it is. */
const ActLine = memo(function ActLine({
  act: { what, on, by, at, reason, note },
}: {
  act: ModerationAction;
}) {
  const t = useMessages('moderation');
  const people = useMessages('people');
  const nameOf = useCountedName();
  const name = useName(isSanction(what) ? (on[0] ?? '') : '');
  const readOut = useReadOut();
  const [first = '', second = ''] = on;
  const poll = useBoard(({ replica }) => replica.view.polls.get(first));
  const other = readOut(useBoard(({ replica }) => replica.view.claims.get(second)?.text) ?? t('gone'));
  const text = useBoard(({ replica }) => nameOfSubject(replica.view, first)) ?? t('gone');
  return (
    <li>
      {by === SYSTEM && !isRestriction(what) && t('timeIsUp')}
      {by !== '' && by !== SYSTEM && !isRestriction(what) && <PersonName id={by} />}{' '}
      {poll
        ? t(what === 'hidden' ? 'answerHidden' : 'answerRestored', {
            question: excerpt(readOut(poll.question), 80),
          })
        : isRestriction(what)
          ? t(what === 'restricted' ? 'actOfAdministrator' : 'liftedByAdministrator', { restriction: reason })
          : isSanction(what)
            ? t(`actOnPerson.${what}`, { name: name ?? people('somebody') })
            : t(`act.${what}`, {
                count: on.length,
                text: excerpt(readOut(text), 80),
                other: excerpt(other, 80),
              })}
      {reason && !isRestriction(what) && <> · {nameOf(reason, countedOf(what))}</>} · <RelativeTime at={at} />
      {note && (
        <p dir="auto" className={styles.hint}>
          {note}
        </p>
      )}
      <ActContext on={on} />
    </li>
  );
});

/** Returns the text or name of what an act was about. */
function nameOfSubject(view: DebateState, id: string): string | undefined {
  const text = contributionIn(view, id)?.text ?? view.positions.get(id)?.name;
  return text ?? (id === WHOLE_DEBATE ? view.head?.title : undefined);
}

/** The author of the contribution an act was about, and its place; for several, a list of them. */
function ActContext({ on }: { on: readonly string[] }) {
  const contributions = useBoard(
    ({ replica }) => on.flatMap((id) => contributionIn(replica.view, id) ?? []),
    hasSameItems,
  );
  return <ContributionsOfAct contributions={contributions} />;
}

/** The contributions of an act: the one with its author and place, several as a list that is drawn once it is open. */
function ContributionsOfAct({
  contributions,
}: {
  contributions: readonly { readonly id: string; readonly author: string; readonly text: string }[];
}) {
  const t = useMessages('moderation');
  const readOut = useReadOut();
  const list = useRef<HTMLUListElement>(null);
  const [isOpen, setOpen] = useState(false);
  const part = useShownPart(contributions);
  const [first] = contributions;
  if (!first) return null;
  if (contributions.length === 1)
    return (
      <Note as="div">
        {first.author !== '' && (
          <p>
            {t('author')} <PersonName id={first.author} />
          </p>
        )}
        <ContributionContext id={first.id} />
      </Note>
    );
  return (
    <Note as="details" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('which', { count: contributions.length })}</summary>
      {isOpen && (
        <ul ref={list}>
          {part.shown.map(({ id, text }) => (
            <li key={id} dir="auto" tabIndex={-1}>
              {excerpt(readOut(text), 120)}
            </li>
          ))}
        </ul>
      )}
      {isOpen && <MoreButton list={list} part={part} />}
    </Note>
  );
}

/** True for an act that has one of the debate's reasons. */
function isForReason({ what }: ModerationAction): boolean {
  return what === 'hidden' || what === 'sent_back' || what === 'retracted';
}

/** True if an administrator of the server restricted the debate, or lifted a restriction. */
function isRestriction(what: ModerationAction['what']): what is 'restricted' | 'unrestricted' {
  return what === 'restricted' || what === 'unrestricted';
}

/** Returns which list the reason of an act belongs to. */
function countedOf(what: ModerationAction['what']): Counted {
  if (what === 'flagged' || what === 'unflagged') return 'mark';
  return isSanction(what) ? 'measure' : 'reason';
}

/** Counts by reason: contributions acted on, decisions about people, and flags. */
function countsOfActs(acts: readonly ModerationAction[]) {
  return {
    contributions: countsOf(acts.filter(isForReason), ({ on }) => on.length),
    people: countsOf(acts.filter(({ what, reason }) => isSanction(what) && reason !== '')),
    flags: countsOf(acts.filter(({ what }) => what === 'flagged')),
  };
}

/** Counts by reason, the most frequent first. */
function countsOf<Item extends { readonly reason: string }>(
  all: readonly Item[],
  countOf: (item: Item) => number = () => 1,
): [reason: string, count: number][] {
  const counts = new Map<string, number>();
  for (const item of all) counts.set(item.reason, (counts.get(item.reason) ?? 0) + countOf(item));
  return [...counts].sort(([, a], [, b]) => b - a);
}
