'use client';

import { Avatar } from '../../_ui/avatar.tsx';
import { Button } from '../../_ui/button/button.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { PopoverClose } from '../../_ui/popover.tsx';
import { excerpt } from '../claim/excerpt.ts';
import { targetOf, targetText } from '../claim/use-target.ts';
import { useFollow } from '../follow/follow-context.tsx';
import { useBoard } from '../store/board-context.tsx';
import { useView } from '../view-state.tsx';
import styles from './header.module.css';
import { PointerChoices } from './pointer-choices.tsx';
import { type PersonHere, usePeopleHere } from './use-people-here.ts';

/** Everybody who is here, and where: choosing somebody goes to where they are. */
export function PeopleList() {
  const t = useMessages('board');
  const { people, readers } = usePeopleHere();
  return (
    <>
      <ul className={styles.people}>
        {people.map((person) => (
          <PersonLine key={person.id} person={person} />
        ))}
        {readers > 0 && <li className={styles.readers}>{t('hereReaders', { count: readers })}</li>}
      </ul>
      <PointerChoices />
    </>
  );
}

function PersonLine({ person: { id, name, at, writing } }: { person: PersonHere }) {
  const t = useMessages('board');
  const people = useMessages('people');
  const { select } = useView();
  const view = useBoard(({ replica }) => replica.view);
  const me = useBoard(({ replica }) => replica.participantId);
  const target = at === null ? null : targetOf(view, at);
  const said = name ?? people('somebody');
  const where = target
    ? t(writing ? 'whereWriting' : 'whereReading', { text: excerpt(targetText(view, target), 60) })
    : t('whereNowhere');
  return (
    <li className={styles.personLine}>
      <button type="button" className={styles.person} disabled={!target} onClick={() => select(target)}>
        <Avatar id={id} name={said} writing={writing} />
        <span>
          <strong dir="auto">{id === me ? people('nameAndYou', { name: said }) : said}</strong>
          <span className={styles.where}>{where}</span>
        </span>
      </button>
      {id !== me && <FollowButton id={id} name={said} />}
    </li>
  );
}

/** Goes along with somebody, and leaves the list: one looks at where they are now. */
function FollowButton({ id, name }: { id: string; name: string }) {
  const t = useMessages('follow');
  const { follow } = useFollow();
  return (
    <PopoverClose
      render={<Button size="small" aria-label={t('followWhom', { name })} onClick={() => follow(id)} />}
    >
      {t('follow')}
    </PopoverClose>
  );
}
