'use client';

import { joinClasses } from '#app/_ui/join-classes.ts';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { groupNameOf } from '#domain/debate/groups/group-title.ts';
import { groupStatusIn, openGroupOf } from '#domain/debate/groups/groups.ts';
import { isAnonymous } from '#domain/debate/head/names.ts';
import { isModerating } from '#domain/debate/participants/participant.ts';
import { useIsModerator } from '../../core/claims/use-claim.ts';
import { useName } from '../../core/people/use-called.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import styles from './groups.module.css';

/** The viewer's group, its members and a link to it; within a group, the link back. */
export function GroupStrip() {
  const here = useGroupName();
  const own = useOwnGroup();
  if (here === null && own === undefined) return null;
  return (
    <div className={styles.strip} data-group={here === null ? 'own' : 'here'}>
      <GroupFacts />
      <GroupLink className={styles.go} />
    </div>
  );
}

/** Name of the viewer's group and its other members. */
export function GroupFacts() {
  const t = useMessages('groups');
  const here = useGroupName();
  const own = useOwnGroup();
  if (here === null && own === undefined) return null;
  return (
    <>
      <strong dir="auto">
        {here === null ? t('yours', { name: own?.name ?? '' }) : t('isIn', { name: here })}
      </strong>
      <GroupMembers />
    </>
  );
}

/** Returns the name of the small group whose debate this is; `null`: it is none. */
export function useGroupName(): string | null {
  return useBoard(({ replica }) => {
    const { head } = replica.view;
    return head?.plenary == null ? null : groupNameOf(head.title);
  });
}

/** Returns the viewer's group in a plenary; none for moderators, who visit all groups, and none once the plenary has closed. */
export function useOwnGroup() {
  const isModerator = useIsModerator();
  const own = useBoard(({ replica: { view, participantId } }) => {
    const group = openGroupOf(view, participantId ?? '');
    return group && groupStatusIn(view, group) === 'open' ? group : undefined;
  });
  return isModerator ? undefined : own;
}

/** Link from a group to its plenary, or from there to the viewer's group. */
export function GroupLink({ className, isShort = false }: { className?: string; isShort?: boolean }) {
  const t = useMessages('groups');
  const plenary = useBoard(({ replica }) => replica.view.head?.plenary ?? null);
  const own = useOwnGroup();
  const [to, whole, short] =
    plenary !== null ? [plenary, t('back'), t('backShort')] : [own?.debateId ?? null, t('go'), t('goShort')];
  if (to === null) return null;
  return (
    <a className={joinClasses(className)} href={debateAddress(to)} aria-label={isShort ? whole : undefined}>
      {isShort ? short : whole}
    </a>
  );
}

/** Other members of the group, as far as they are disclosed. */
function GroupMembers() {
  const own = useOwnGroup();
  const members = useBoard(({ replica }) => membersHere(replica.view));
  const me = useBoard(({ replica }) => replica.participantId);
  const ids = members === '' ? (own?.members ?? []) : members.split(' ');
  const others = ids.filter((id) => id !== me);
  if (others.length === 0) return null;
  return (
    <span className={styles.others} data-members="">
      {others.map((id) => (
        <Name key={id} id={id} />
      ))}
    </span>
  );
}

/** The ids of a group's members, separated by spaces. Empty outside a group and in an anonymous debate. */
function membersHere(state: DebateState): string {
  if (state.head?.plenary == null || isAnonymous(state)) return '';
  return [...state.participants.values()]
    .filter(({ membership, role }) => membership === 'member' && !isModerating(role))
    .map(({ id }) => id)
    .join(' ');
}

function Name({ id }: { id: string }) {
  const someone = useMessages('people')('somebody');
  return <span dir="auto">{useName(id) ?? someone}</span>;
}
