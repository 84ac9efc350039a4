'use client';

import { useState } from 'react';
import { Avatar } from '../../_ui/avatar.tsx';
import { fetchAhead, lazyPart } from '../../_ui/lazy-part.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import styles from './header.module.css';
import { usePeopleHere } from './use-people-here.ts';

const load = () => import('./people-popover.tsx');
const PeoplePopover = lazyPart(load);

/** Faces shown in the header; the others are counted. */
const FACES = 4;

/** Who is here: a few faces, and behind them a list of where everybody is. */
export function PeopleHere() {
  const t = useMessages('board');
  const naming = useMessages('people');
  const { people, count } = usePeopleHere();
  const [wanted, setWanted] = useState(false);
  if (people.length === 0) return null;
  const faces = (
    <>
      {people.slice(0, FACES).map(({ id, name, writing }) => (
        <Avatar key={id} id={id} name={name ?? naming('somebody')} writing={writing} />
      ))}
      {count > Math.min(people.length, FACES) && (
        <span className={styles.moreFaces} aria-hidden="true">
          {t('hereMore', { count: count - Math.min(people.length, FACES) })}
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
      onPointerEnter={() => fetchAhead(load)}
      onFocus={() => fetchAhead(load)}
      onClick={() => setWanted(true)}
    >
      {faces}
    </button>
  );
  if (!wanted) return plain;
  return <PeoplePopover meanwhile={plain} trigger={<button {...button} />} face={faces} />;
}
