'use client';

import { useState } from 'react';
import { lazyComponent, preloadComponent } from '#app/_ui/lazy-component.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { Avatar } from '#app/_ui/people/avatar.tsx';
import { useNames } from '../../core/people/use-called.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import styles from '../header.module.css';
import { usePeopleHere } from './use-people-here.ts';

const load = () => import('./people-popover.tsx');
const PeoplePopover = lazyComponent(load);

/** Maximum number of faces in the header; the others are counted. */
const FACES = 4;

/** The people here: a few faces, or the number if nobody is named, and behind them a list of where everyone is. */
export function PeopleHere() {
  const t = useMessages('board');
  const naming = useMessages('people');
  const { people, count } = usePeopleHere();
  const me = useBoard(({ replica }) => replica.participantId);
  const [wanted, setWanted] = useState(false);
  const isCounted = useNames() === 'anonymous';
  if (people.length === 0 && !(isCounted && count > 0)) return null;
  const shown = Math.min(people.length, FACES);
  const faces = (
    <>
      {people.slice(0, FACES).map(({ id, name, writing }) => (
        <Avatar
          key={id}
          id={id}
          name={name ?? naming('somebody')}
          writing={writing}
          {...(id === me && name !== undefined ? { title: t('asName', { name }) } : {})}
        />
      ))}
      {count > shown && (
        <span className={styles.moreFaces} aria-hidden="true">
          {isCounted ? count : t('hereMore', { count: count - shown })}
        </span>
      )}
    </>
  );
  const button = {
    type: 'button' as const,
    className: styles.faces,
    'aria-label': t('hereLabel', { count }),
  };
  const plain = (
    <button
      {...button}
      onPointerEnter={() => preloadComponent(load)}
      onFocus={() => preloadComponent(load)}
      onClick={() => setWanted(true)}
    >
      {faces}
    </button>
  );
  if (!wanted) return plain;
  return <PeoplePopover fallback={plain} trigger={<button {...button} />} face={faces} />;
}
