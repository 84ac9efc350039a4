'use client';

import { useId, useRef, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Note } from '#app/_ui/layout/note.tsx';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Failure } from '#app/_ui/requests/call-route.ts';
import { RelativeTime } from '#app/_ui/time/relative-time.tsx';
import type { Group } from '#domain/debate/groups/group.ts';
import { remainingMembers } from '#domain/debate/groups/groups.ts';
import type { LatestClaim } from '#domain/protocol/group-messages.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { excerpt } from '../../core/claims/excerpt.ts';
import { useMay } from '../../core/claims/use-claim.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { promoteClaims } from '../../core/commands/promote-claims.ts';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { useAsk } from '../../core/commands/use-ask.ts';
import { useFocusAfterAct } from '../../core/focus/use-focus-after-act.ts';
import styles from '../../core/forms/console-groups.module.css';
import { PersonName } from '../../core/people/person-name.tsx';
import { useBoard } from '../../core/store/board-context.tsx';
import { focusMember, GroupMember } from './group-member.tsx';
import { useGroupOverview } from './use-group-overview.ts';

/** An open group: its members, who is there now, how much was written, and the latest claim. */
export function GroupCard({ group }: { group: Group }) {
  const t = useMessages('groups');
  const overview = useGroupOverview(group.id);
  const { ask, refusal } = useAsk();
  const participants = useBoard(({ replica }) => replica.view.participants);
  const members = remainingMembers({ participants }, group);
  const visitId = useId();
  const { id, name } = group;
  return (
    <li className={styles.card} data-group-id={id}>
      <div className={styles.head}>
        <h3 dir="auto">{name}</h3>
        {overview && (
          <span className={styles.count}>
            {t('peopleCount', { here: overview.count, all: members.length })}
          </span>
        )}
      </div>
      <ul className={styles.members} aria-label={t('members')}>
        {members.map((participantId, index) => (
          <GroupMember
            key={participantId}
            groupId={id}
            participantId={participantId}
            isHere={overview?.here.includes(participantId) ?? false}
            onMoved={() => focusMember(members[index + 1], visitId)}
          />
        ))}
      </ul>
      {overview && (
        <>
          <Note>{t('written', { claims: overview.claims, comments: overview.comments })}</Note>
          <Latest group={group} claims={overview.latest} />
        </>
      )}
      <RejectionNote rejection={refusal} />
      <div className={styles.row}>
        <a
          id={visitId}
          className={styles.visit}
          href={debateAddress(group.debateId)}
          aria-label={t('visitNamed', { name })}
        >
          {t('visit')}
        </a>
        <Button
          size="small"
          aria-label={t('endNamed', { name })}
          onClick={() => ask({ type: 'group.setStatus', ids: [id], status: 'closed' })}
        >
          {t('end')}
        </Button>
      </div>
    </li>
  );
}

function Latest({ group, claims }: { group: Group; claims: readonly LatestClaim[] }) {
  const t = useMessages('groups');
  if (claims.length === 0) return <Note>{t('quiet')}</Note>;
  return (
    <ul className={styles.latest} aria-label={t('latest')}>
      {claims.map((claim) => (
        <LatestLine key={claim.id} group={group} claim={claim} />
      ))}
    </ul>
  );
}

function LatestLine({ group, claim }: { group: Group; claim: LatestClaim }) {
  const t = useMessages('groups');
  const plenary = useBoard(({ debateId }) => debateId);
  const readable = useReadable();
  const announce = useAnnounce();
  const mayPromote = useMay('claim.promote', null, '');
  const [problem, setProblem] = useState<Failure | null>(null);
  const [asking, setAsking] = useState(false);
  const line = useRef<HTMLLIElement>(null);
  const bringing = useFocusAfterAct(line, claim.promoted);
  const bring = async () => {
    bringing();
    setAsking(true);
    const refused = await promoteClaims(plenary, group.debateId, [claim.id]);
    setAsking(false);
    setProblem(refused);
    if (refused === null) announce(t('promotedToast'));
  };
  return (
    <li ref={line} tabIndex={-1} className={styles.claim}>
      <p dir="auto">{readable(claim.text)}</p>
      <div className={styles.foot}>
        <span dir="auto">
          <PersonName id={claim.author} />
        </span>
        <RelativeTime at={claim.at} />
        {claim.promoted && <span>{t('promoted')}</span>}
        {!claim.promoted && mayPromote && (
          <Button
            size="small"
            unavailable={asking}
            aria-label={t('promoteNamed', { text: excerpt(readable(claim.text), 60) })}
            onClick={() => void bring()}
          >
            {t('promote')}
          </Button>
        )}
      </div>
      <RejectionNote rejection={problem} />
    </li>
  );
}
