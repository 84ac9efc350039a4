'use client';

import { memo, useCallback, useId, useRef, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { ButtonLink } from '#app/_ui/button/button-link.tsx';
import field from '#app/_ui/field.module.css';
import { Note } from '#app/_ui/layout/note.tsx';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { RelativeTime } from '#app/_ui/time/relative-time.tsx';
import type { Target } from '#domain/debate/map/link.ts';
import { ACTIVITY_KINDS, type ActivityItem, type ActivityKind } from '#domain/history/activity.ts';
import { excerpt } from '../../core/claims/excerpt.ts';
import { useFocusAfterAct } from '../../core/focus/use-focus-after-act.ts';
import { SearchedSelect } from '../../core/forms/searched-select.tsx';
import { PersonName } from '../../core/people/person-name.tsx';
import { useName, useNames } from '../../core/people/use-called.ts';
import { usePersonOptions } from '../../core/people/use-person-options.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { SidePane } from '../../core/view/side-pane.tsx';
import { useNarrow } from '../../core/view/use-narrow.ts';
import { useViewPart } from '../../core/view/view-provider.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import { useReadOut } from '../../core/writing/use-read-out.ts';
import styles from './activity.module.css';
import { itemText, whereOf } from './item-text.ts';
import { type ActivityFilter, keyOf, useActivity } from './use-activity.ts';

/** Number of characters that identify what an item was about. */
const SHOWN = 90;

/** Activity of the debate, live, by kind, person and branch, beside the debate; with a link to the map at any moment. */
export default function ActivityPane() {
  const t = useMessages('history');
  const debateId = useBoard((state) => state.debateId);
  const [wish, setWish] = useState<ActivityFilter>({ kind: null, by: null, branch: null });
  const { happenings, more, isFetching, failed, again } = useActivity(wish);
  const found = useRef<HTMLOListElement>(null);
  const retrying = useFocusAfterAct(found, failed);
  const showing = useFocusAfterAct(found, more === null);
  const { list, select } = useViewActs();
  const narrow = useNarrow();
  const go = useCallback(
    (target: Target, id: string) => {
      select(target, id);
      if (narrow) list(null);
    },
    [select, list, narrow],
  );
  return (
    <SidePane
      className={styles.pane}
      label={t('activity')}
      closeLabel={t('close')}
      onClose={() => list(null)}
    >
      <div className={styles.body}>
        <Note>{t('activityText')}</Note>
        <ButtonLink className={styles.look} href={`${debateAddress(debateId)}/history`}>
          {t('look')}
        </ButtonLink>
        <Filters wish={wish} onChoose={setWish} />
        {!isFetching && failed === null && happenings.length === 0 && <p>{t('nothing')}</p>}
        <ol
          ref={found}
          tabIndex={-1}
          className={styles.list}
          aria-label={t('activity')}
          aria-busy={isFetching}
        >
          {happenings.map((one) => (
            <Line key={keyOf(one)} happening={one} onGo={go} />
          ))}
        </ol>
        {more && (
          <Button
            unavailable={isFetching}
            onClick={() => {
              showing();
              more();
            }}
          >
            {t('more')}
          </Button>
        )}
        {failed !== null && (
          <>
            <p role="alert">{t('failedList')}</p>
            <Button
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
      </div>
    </SidePane>
  );
}

interface FiltersProps {
  readonly wish: ActivityFilter;
  readonly onChoose: (wish: ActivityFilter) => void;
}

function Filters({ wish, onChoose }: FiltersProps) {
  const t = useMessages('history');
  const find = useMessages('managedPeople')('find');
  const personId = useId();
  const people = usePersonOptions();
  const isAnonymous = useNames() === 'anonymous';
  const looked = useViewPart(({ branch, selected }) => branch ?? selected?.id ?? null);
  const isThere = useBoard(({ replica: { view } }) => looked !== null && itemText(view, looked) !== null);
  // The filtered branch stays in the list when the viewer looks at another one.
  const branches = [...new Set([wish.branch, isThere ? looked : null])].filter((id) => id !== null);
  return (
    <div className={styles.filters}>
      <label>
        <span>{t('kind')}</span>
        <select
          className={field.input}
          value={wish.kind ?? ''}
          onChange={({ target }) => onChoose({ ...wish, kind: kindOf(target.value) })}
        >
          <option value="">{t('everything')}</option>
          {ACTIVITY_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      {!isAnonymous && (
        <div className={styles.filter}>
          <label htmlFor={personId}>{t('by')}</label>
          <SearchedSelect
            id={personId}
            value={wish.by ?? ''}
            onChoose={(by) => onChoose({ ...wish, by: by || null })}
            options={people}
            find={find}
          >
            <option value="">{t('everybody')}</option>
          </SearchedSelect>
        </div>
      )}
      {branches.length > 0 && (
        <label>
          <span>{t('branch')}</span>
          <select
            className={field.input}
            value={wish.branch ?? ''}
            onChange={({ target }) => onChoose({ ...wish, branch: target.value || null })}
          >
            <option value="">{t('everywhere')}</option>
            {branches.map((id) => (
              <BranchOption key={id} id={id} />
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

function BranchOption({ id }: { id: string }) {
  const t = useMessages('history');
  const readOut = useReadOut();
  const text = useBoard(({ replica: { view } }) => itemText(view, id));
  return <option value={id}>{t('inBranch', { text: excerpt(readOut(text ?? t('gone')), 40) })}</option>;
}

function kindOf(value: string): ActivityKind | null {
  return ACTIVITY_KINDS.find((kind) => kind === value) ?? null;
}

function isSamePlace(one: Target | null, other: Target | null): boolean {
  return one?.kind === other?.kind && one?.id === other?.id;
}

interface LineProps {
  readonly happening: ActivityItem;
  /** Goes to a place, and to the item there. */
  readonly onGo: (target: Target, id: string) => void;
}

/** An item; it is not drawn again because others come. */
const Line = memo(function Line({ happening, onGo }: LineProps) {
  const t = useMessages('history');
  const readOut = useReadOut();
  const { at, by, what, on, other } = happening;
  const debateId = useBoard((state) => state.debateId);
  const text = useBoard(({ replica: { view } }) => (on === null ? '' : itemText(view, on)));
  const others = useBoard(({ replica: { view } }) => {
    const link = on === null ? undefined : view.links.get(on);
    return itemText(view, other ?? link?.target.id ?? '');
  });
  const where = useBoard(({ replica: { view } }) => (on === null ? null : whereOf(view, on)), isSamePlace);
  const author = useBoard(({ replica: { view } }) => view.comments.get(other ?? '')?.author ?? '');
  const called = useName(author);
  const isOwn = author === by || called === undefined || called === null;
  // Nobody is named if the clock closed it.
  const isByNobody = what === 'poll_closed' && by === '';
  const said = t(
    `happened.${what === 'promoted' && isOwn ? 'promotedOwn' : isByNobody ? 'poll_over' : what}`,
    {
      author: called ?? '',
      text: excerpt(readOut(text ?? t('gone')), SHOWN),
      other: excerpt(readOut(others ?? t('gone')), SHOWN),
    },
  );
  return (
    <li className={styles.line} data-what={what}>
      <span>
        {!isByNobody && (
          <span dir="auto">
            <PersonName id={by} />
          </span>
        )}{' '}
        {where ? (
          <button type="button" className={styles.go} onClick={() => onGo(where, on ?? '')}>
            {said}
          </button>
        ) : (
          said
        )}
      </span>
      <span className={styles.foot}>
        <RelativeTime at={at} />
        <a href={`${debateAddress(debateId)}/history?at=${at}${where ? `#${where.id}` : ''}`}>
          {t('mapThen')}
        </a>
      </span>
    </li>
  );
});
