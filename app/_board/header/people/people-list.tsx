'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { Avatar } from '#app/_ui/people/avatar.tsx';
import { excerpt } from '../../core/claims/excerpt.ts';
import { targetOf, useTextOf } from '../../core/claims/use-target.ts';
import { TeamMark } from '../../core/people/team-mark.tsx';
import { useName, useNames } from '../../core/people/use-called.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import { useFollow } from '../../features/follow/follow-context.tsx';
import { OwnTeam } from '../../features/people/own-team.tsx';
import styles from '../header.module.css';
import { PointerChoices } from './pointer-choices.tsx';
import { type PersonHere, usePeopleHere } from './use-people-here.ts';

interface PeopleListProps {
  /** Called when the viewer starts to follow someone. */
  readonly onFollow: () => void;
  /** Called when the viewer has gone to where someone is. */
  readonly onGo?: () => void;
}

/** List of everyone here, with their places. Selecting a person goes to where they are. */
export function PeopleList({ onFollow, onGo }: PeopleListProps) {
  const t = useMessages('board');
  const naming = useMessages('names');
  const { people, readers, count } = usePeopleHere();
  if (useNames() === 'anonymous')
    return (
      <>
        <p className={styles.readers}>{naming('here', { count })}</p>
        <OwnTeam />
      </>
    );
  return (
    <>
      <ul className={styles.people}>
        {people.map((person) => (
          <PersonLine key={person.id} person={person} onFollow={onFollow} onGo={onGo} />
        ))}
        {readers > 0 && <li className={styles.readers}>{t('hereReaders', { count: readers })}</li>}
      </ul>
      <OwnTeam />
      <PointerChoices />
    </>
  );
}

function PersonLine({
  person: { id, name, at, writing },
  onFollow,
  onGo,
}: Pick<PeopleListProps, 'onFollow'> & { person: PersonHere; onGo: (() => void) | undefined }) {
  const t = useMessages('board');
  const people = useMessages('people');
  const following = useMessages('follow');
  const { select } = useViewActs();
  const { follow } = useFollow();
  const view = useBoard(({ replica }) => replica.view);
  const me = useBoard(({ replica }) => replica.participantId);
  const target = at === null ? null : targetOf(view, at);
  const text = useTextOf(at);
  const said = useName(id) ?? people('somebody');
  const where = target
    ? t(writing ? 'whereWriting' : 'whereReading', { text: excerpt(text, 60) })
    : t('whereNowhere');
  const goThere = () => {
    select(target);
    onGo?.();
  };
  const goAlong = () => {
    follow(id);
    onFollow();
  };
  return (
    <li className={styles.personLine}>
      <button type="button" className={styles.person} disabled={!target} onClick={goThere}>
        <Avatar id={id} name={name ?? said} writing={writing} />
        <span>
          <strong dir="auto">{id === me ? people('nameAndYou', { name: said }) : said}</strong>
          <TeamMark id={id} />
          <span className={styles.where}>{where}</span>
        </span>
      </button>
      {id !== me && (
        <Button size="small" aria-label={following('followWhom', { name: said })} onClick={goAlong}>
          {following('follow')}
        </Button>
      )}
    </li>
  );
}
