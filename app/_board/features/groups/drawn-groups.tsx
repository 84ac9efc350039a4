'use client';

import { createContext, memo, useCallback, useContext, useLayoutEffect, useRef } from 'react';
import { Field } from '#app/_ui/field.tsx';
import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Drawn } from '#domain/debate/groups/draw-groups.ts';
import styles from '../../core/forms/console-groups.module.css';
import { useInUse } from '../../core/forms/use-in-use.ts';
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
  const latest = useRef({ drafts, onChange });
  useLayoutEffect(() => {
    latest.current = { drafts, onChange };
  });
  // Always the same: no person is drawn again for a key in a name.
  const put = useCallback((id: string, into: number | null) => {
    const now = latest.current;
    now.onChange(
      now.drafts.map(({ name, members }, index) => {
        const others = members.filter((member) => member !== id);
        return { name, members: index === into ? [...others, id] : others };
      }),
    );
  }, []);
  const placed = new Set(drafts.flatMap(({ members }) => members));
  const left = people.filter(({ id }) => !placed.has(id));
  return (
    <DraftContext value={drafts}>
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
                <Placed key={id} id={id} at={index} group={draft.name} onPut={put} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {left.length > 0 && (
        <ul className={styles.members} aria-label={t('noGroup')}>
          {left.map(({ id }) => (
            <Placed key={id} id={id} at={null} group={null} onPut={put} />
          ))}
        </ul>
      )}
    </DraftContext>
  );
}

const DraftContext = createContext<readonly DraftGroup[]>([]);

interface PlacedProps {
  readonly id: string;
  readonly at: number | null;
  /** The name of the group that they are in; `null`: none. */
  readonly group: string | null;
  readonly onPut: (id: string, into: number | null) => void;
}

/** A person, and the choice of their group: while nobody uses it, it has only the group they are in. */
const Placed = memo(function Placed({ id, at, group, onPut }: PlacedProps) {
  const t = useMessages('groups');
  const someone = useMessages('people')('somebody');
  const name = useName(id) ?? someone;
  const [isUsed, usage] = useInUse();
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
        {...usage}
        onChange={(event) => onPut(id, event.target.value === '' ? null : Number(event.target.value))}
      >
        {isUsed ? <DraftOptions /> : at !== null && <option value={at}>{group}</option>}
        <option value="">{t('noGroup')}</option>
      </select>
    </li>
  );
});

function DraftOptions() {
  return useContext(DraftContext).map((draft, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a draft is its place.
    <option key={index} value={index}>
      {draft.name}
    </option>
  ));
}
