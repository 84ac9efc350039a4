'use client';

import { Field } from '#app/_ui/field.tsx';
import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Drawn } from '#domain/debate/groups/draw-groups.ts';
import styles from '../../core/forms/console-groups.module.css';
import { TeamMark } from '../../core/people/team-mark.tsx';
import { useName } from '../../core/people/use-called.ts';

/** A group that has not started. */
export interface DraftGroup {
  readonly name: string;
  readonly members: readonly string[];
}

interface DrawnGroupsProps {
  readonly drafts: readonly DraftGroup[];
  readonly onChange: (drafts: readonly DraftGroup[]) => void;
  readonly people: readonly Drawn[];
}

/** Groups as drawn: each gets a name, and people can be moved. */
export function DrawnGroups({ drafts, onChange, people }: DrawnGroupsProps) {
  const t = useMessages('groups');
  const put = (id: string, into: number | null) =>
    onChange(
      drafts.map(({ name, members }, index) => {
        const others = members.filter((member) => member !== id);
        return { name, members: index === into ? [...others, id] : others };
      }),
    );
  const placed = new Set(drafts.flatMap(({ members }) => members));
  const left = people.filter(({ id }) => !placed.has(id));
  return (
    <>
      <Note role="status">{t('drawn', { groups: drafts.length, people: placed.size })}</Note>
      <ol className={styles.list}>
        {drafts.map((draft, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a draft is its place.
          <li key={index} className={styles.card}>
            <Field label={t('name', { number: index + 1 })}>
              {(tie) => (
                <input
                  {...tie}
                  value={draft.name}
                  maxLength={LIMITS.groupNameCharacters}
                  onChange={(event) =>
                    onChange(
                      drafts.map((one, at) => (at === index ? { ...one, name: event.target.value } : one)),
                    )
                  }
                />
              )}
            </Field>
            <ul className={styles.members}>
              {draft.members.map((id) => (
                <Placed key={id} id={id} at={index} drafts={drafts} onPut={put} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {left.length > 0 && (
        <ul className={styles.members} aria-label={t('noGroup')}>
          {left.map(({ id }) => (
            <Placed key={id} id={id} at={null} drafts={drafts} onPut={put} />
          ))}
        </ul>
      )}
    </>
  );
}

interface PlacedProps {
  readonly id: string;
  readonly at: number | null;
  readonly drafts: readonly DraftGroup[];
  readonly onPut: (id: string, into: number | null) => void;
}

function Placed({ id, at, drafts, onPut }: PlacedProps) {
  const t = useMessages('groups');
  const someone = useMessages('people')('somebody');
  const name = useName(id) ?? someone;
  return (
    <li className={styles.member}>
      <span className={styles.person} dir="auto">
        {name}
        <TeamMark id={id} />
      </span>
      <select
        className={styles.move}
        aria-label={t('groupOf', { name })}
        value={at ?? ''}
        onChange={(event) => onPut(id, event.target.value === '' ? null : Number(event.target.value))}
      >
        {drafts.map((draft, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a draft is its place.
          <option key={index} value={index}>
            {draft.name}
          </option>
        ))}
        <option value="">{t('noGroup')}</option>
      </select>
    </li>
  );
}
