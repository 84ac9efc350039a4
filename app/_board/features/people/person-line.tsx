'use client';

import { useState } from 'react';
import { useFormatter } from 'use-intl/react';
import { Button } from '#app/_ui/button/button.tsx';
import { MenuButton } from '#app/_ui/dialogs/menu-button.tsx';
import field from '#app/_ui/field.module.css';
import { MoreIcon } from '#app/_ui/icons.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { readerZone } from '#app/_ui/time/reader-zone.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { outranks } from '#domain/debate/engine/permissions.ts';
import { ROLES, type Role } from '#domain/debate/participants/participant.ts';
import { useActor } from '../../core/claims/use-claim.ts';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { useAsk } from '../../core/commands/use-ask.ts';
import { useConfirm } from '../../core/commands/use-confirm.ts';
import styles from '../../core/forms/manage.module.css';
import { TeamSelect } from '../../core/people/team-select.tsx';
import { type Decided, PersonDialog } from './person-dialog.tsx';
import type { NamedParticipant } from './use-participants.ts';

/** A participant: role and team, decisions about them, and possible ones. */
export function PersonLine({ person }: { person: NamedParticipant }) {
  const t = useMessages('managedPeople');
  const people = useMessages('people');
  const actor = useActor();
  const [deciding, setDeciding] = useState<Decided | null>(null);
  const { ask, refusal } = useAsk();
  const confirm = useConfirm();
  if (!actor) return null;
  const { id, name, role } = person;
  const ease = (operation: Operation) => {
    if (ask(operation))
      confirm(t('did', { measure: operation.type === 'participant.mute' ? 'unmuted' : 'readmitted', name }));
  };
  const isBelow = outranks(actor, role) && id !== actor.id;
  return (
    <li className={styles.person} data-person={id}>
      <div className={styles.personName}>
        <strong dir="auto">{id === actor.id ? people('nameAndYou', { name }) : name}</strong>
        <Measures person={person} onEase={isBelow ? ease : null} />
        <RejectionNote rejection={refusal} />
      </div>
      <div className={styles.personRole}>
        <RoleSelect
          person={person}
          onChoose={(chosen) => {
            if (ask({ type: 'participant.appoint', participantId: id, role: chosen }))
              confirm(t('roleChanged'));
          }}
        />
      </div>
      <div className={styles.personTeam}>
        <TeamSelect
          participantId={id}
          label={t('team', { name })}
          onChoose={(team) => ask({ type: 'team.choose', participantId: id, team })}
        />
      </div>
      <div className={styles.personMenu}>
        {isBelow && <PersonMenu person={person} onDecide={setDeciding} />}
      </div>
      {deciding && <PersonDialog person={person} decided={deciding} onClose={() => setDeciding(null)} />}
    </li>
  );
}

interface MeasuresProps {
  readonly person: NamedParticipant;
  /** `null` for a viewer who may not lift them. */
  readonly onEase: ((operation: Operation) => void) | null;
}

/** Says that a person is muted, removed or banned, and why, with a button to lift it. */
function Measures({ person, onEase }: MeasuresProps) {
  const t = useMessages('managedPeople');
  const format = useFormatter();
  const { id: participantId, muted, membership, reason } = person;
  const until = membership === 'member' ? person.mutedUntil : person.outUntil;
  if (reason === null) return null;
  const isOut = membership !== 'member';
  return (
    <span className={styles.measure}>
      {t('standing', { standing: isOut ? membership : 'muted', reason: t('reasonName', { reason }) })}
      {until !== undefined &&
        `, ${t('until', { time: format.dateTime(until, { dateStyle: 'medium', timeStyle: 'short', timeZone: readerZone() }) })}`}
      {isOut && onEase && (
        <Button
          size="small"
          onClick={() =>
            onEase({ type: 'participant.setMembership', participantId, membership: 'member', reason: null })
          }
        >
          {t('readmit')}
        </Button>
      )}
      {muted && onEase && (
        <Button
          size="small"
          onClick={() => onEase({ type: 'participant.mute', participantId, muted: false, reason: null })}
        >
          {t('unmute')}
        </Button>
      )}
    </span>
  );
}

function RoleSelect({
  person: { name, role, id },
  onChoose,
}: {
  person: NamedParticipant;
  onChoose: (role: Exclude<Role, 'owner'>) => void;
}) {
  const t = useMessages('managedPeople');
  const actor = useActor();
  if (!actor) return null;
  const mayChange = outranks(actor, role) && id !== actor.id;
  if (!mayChange) return <span className={styles.hint}>{t('roleName', { role })}</span>;
  return (
    <select
      className={field.input}
      aria-label={t('role', { name })}
      value={role}
      onChange={(event) => onChoose(event.target.value as Exclude<Role, 'owner'>)}
    >
      {ROLES.filter((one) => outranks(actor, one)).map((one) => (
        <option key={one} value={one}>
          {t('roleName', { role: one })}
        </option>
      ))}
    </select>
  );
}

interface PersonMenuProps {
  readonly person: NamedParticipant;
  readonly onDecide: (decided: Decided) => void;
}

function PersonMenu({ person: { name, muted, membership }, onDecide }: PersonMenuProps) {
  const t = useMessages('managedPeople');
  const owns = useActor()?.role === 'owner';
  const item = (id: Decided, label: string) => ({ id, label, act: () => onDecide(id) });
  const items = () => [
    ...(muted ? [] : [item('muted', t('mute'))]),
    ...(membership === 'member' ? [item('removed', t('remove'))] : []),
    ...(membership === 'banned' ? [] : [item('banned', t('ban'))]),
    item('renamed', t('rename')),
    ...(owns && membership === 'member' ? [item('owner', t('transfer'))] : []),
  ];
  return (
    <MenuButton look="quiet" size="small" aria-label={t('act', { name })} items={items}>
      <MoreIcon />
    </MenuButton>
  );
}
