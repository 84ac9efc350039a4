'use client';

import { useRef, useState } from 'react';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { WHOLE_DEBATE } from '#domain/debate/locks/lock.ts';
import { FLAGS } from '#domain/debate/moderation/review.ts';
import type { ModerationAction } from '#domain/debate/moderation-log/moderation-action.ts';
import { SANCTIONS, type Sanction } from '#domain/debate/moderation-log/moderation-action.ts';
import { contributionIn } from '#domain/debate/visibility/hidden-content.ts';
import { Button } from '../../_ui/button/button.tsx';
import { Note } from '../../_ui/layout/note.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { RelativeTime } from '../../_ui/time/relative-time.tsx';
import { excerpt } from '../core/claims/excerpt.ts';
import { useFocusAfterAct } from '../core/focus/use-focus-after-act.ts';
import styles from '../core/forms/manage.module.css';
import { useReasonName } from '../core/moderation/use-reason-name.ts';
import { PersonName } from '../core/people/person-name.tsx';
import { useName } from '../core/people/use-called.ts';
import { useBoard } from '../core/store/board-context.tsx';
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
  const view = useBoard(({ replica }) => replica.view);
  const [shown, setShown] = useState(SHOWN);
  const list = useRef<HTMLOListElement>(null);
  const showing = useFocusAfterAct(list, shown);
  const newest = [...acts.values()].sort((a, b) => b.seq - a.seq);
  return (
    <section className={styles.part}>
      <h3>{t('log')}</h3>
      {newest.length === 0 && <p className={styles.hint}>{t('nothingDone')}</p>}
      <Counts label={t('counts')} counts={countsOf(newest.filter(isForReason).flatMap(each))} />
      <Counts
        label={t('countsOfPeople')}
        counts={countsOf(newest.filter(({ what, reason }) => isMeasure(what) && reason !== ''))}
        of="measure"
      />
      <Counts
        label={review('marks')}
        counts={countsOf(newest.filter(({ what }) => what === 'flagged'))}
        of="mark"
      />
      <Counts label={review('reports')} counts={countsOf([...reports.values()])} />
      <ol ref={list} tabIndex={-1} className={styles.acts} aria-label={t('log')}>
        {newest.slice(0, shown).map((act) => (
          <ActLine key={act.id} act={act} view={view} />
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

function ActLine({
  act: { what, on, by, at, reason, note },
  view,
}: {
  act: ModerationAction;
  view: DebateState;
}) {
  const t = useMessages('moderation');
  const people = useMessages('people');
  const nameOf = useCountedName();
  const name = useName(isMeasure(what) ? (on[0] ?? '') : '');
  const readOut = useReadOut();
  const [first = '', second = ''] = on;
  const poll = view.polls.get(first);
  const other = readOut(view.claims.get(second)?.text ?? t('gone'));
  const text =
    contributionIn(view, first)?.text ??
    view.positions.get(first)?.name ??
    (first === WHOLE_DEBATE ? view.head?.title : undefined) ??
    t('gone');
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
          : isMeasure(what)
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
      <ActContext on={on} view={view} />
    </li>
  );
}

/** The author of the contribution an act was about, and its place; for several, a list of them. */
function ActContext({ on, view }: { on: readonly string[]; view: DebateState }) {
  const t = useMessages('moderation');
  const readOut = useReadOut();
  const contributions = on.flatMap((id) => contributionIn(view, id) ?? []);
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
    <Note as="details">
      <summary>{t('which', { count: contributions.length })}</summary>
      <ul>
        {contributions.map(({ id, text }) => (
          <li key={id} dir="auto">
            {excerpt(readOut(text), 120)}
          </li>
        ))}
      </ul>
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

/** True if a decision was made about a person. */
function isMeasure(what: ModerationAction['what']): what is Sanction {
  return SANCTIONS.some((measure) => measure === what);
}

/** Returns which list the reason of an act belongs to. */
function countedOf(what: ModerationAction['what']): Counted {
  if (what === 'flagged' || what === 'unflagged') return 'mark';
  return isMeasure(what) ? 'measure' : 'reason';
}

/** Returns an act once for each of its contributions. */
function each({ on, reason }: ModerationAction): { reason: string }[] {
  return on.map(() => ({ reason }));
}

/** Counts acts by reason, the most frequent first. */
function countsOf(all: readonly { readonly reason: string }[]): [reason: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { reason } of all) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
