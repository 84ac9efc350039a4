'use client';

import { createContext, memo, useCallback, useContext, useLayoutEffect, useRef, useState } from 'react';
import { Field } from '#app/_ui/field.tsx';
import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { hasFields, isListOf, isText } from '#app/_ui/read-stored.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Drawn } from '#domain/debate/groups/draw-groups.ts';
import styles from '../../core/forms/console-groups.module.css';
import { MoreButton, useShownPart } from '../../core/forms/shown-part.tsx';
import { useInUse } from '../../core/forms/use-in-use.ts';
import { TeamMark } from '../../core/people/team-mark.tsx';
import { useName } from '../../core/people/use-called.ts';

/** Groups, and people of each, that are shown at first and added at a time: together they are as many as everyone. */
const GROUPS = 10;
const MEMBERS = 20;

/** A group that has not started. */
export interface DraftGroup {
  readonly name: string;
  readonly members: readonly string[];
}

/** True if a stored value is a group as this release writes it. */
export const isDraftGroup = hasFields<DraftGroup>({ name: isText, members: isListOf(isText) });

interface DrawnGroupsProps {
  readonly drafts: readonly DraftGroup[];
  readonly onChange: (drafts: readonly DraftGroup[]) => void;
  readonly people: readonly Drawn[];
}

/** Groups as drawn, in parts: each gets a name, and people can be moved. */
export function DrawnGroups({ drafts, onChange, people }: DrawnGroupsProps) {
  const t = useMessages('groups');
  const [moved, setMoved] = useState<string | null>(null);
  const latest = useRef({ drafts, onChange });
  useLayoutEffect(() => {
    latest.current = { drafts, onChange };
  });
  // Always the same: no person is drawn again for a key in a name.
  const put = useCallback((id: string, into: number | null) => {
    setMoved(id);
    const now = latest.current;
    now.onChange(
      now.drafts.map(({ name, members }, index) => {
        const others = members.filter((member) => member !== id);
        return { name, members: index === into ? [...others, id] : others };
      }),
    );
  }, []);
  const placed = new Set(drafts.flatMap(({ members }) => members));
  const left = people.flatMap(({ id }) => (placed.has(id) ? [] : [id]));
  const cards = useRef<HTMLOListElement>(null);
  const part = useShownPart(
    drafts.map((draft, index) => ({ draft, index })),
    { atOnce: GROUPS, stays: ({ draft }) => moved !== null && draft.members.includes(moved) },
  );
  return (
    <DraftContext value={drafts}>
      <Note role="status">{t('drawn', { groups: drafts.length, people: placed.size })}</Note>
      <ol ref={cards} className={styles.list}>
        {part.shown.map(({ draft, index }) => (
          <li key={index} className={styles.card} tabIndex={-1}>
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
            <Members ids={draft.members} at={index} group={draft.name} moved={moved} onPut={put} />
          </li>
        ))}
      </ol>
      <MoreButton list={cards} part={part} />
      {left.length > 0 && (
        <Members ids={left} at={null} group={null} label={t('noGroup')} moved={moved} onPut={put} />
      )}
    </DraftContext>
  );
}

const DraftContext = createContext<readonly DraftGroup[]>([]);

interface MembersProps extends Omit<PlacedProps, 'id'> {
  readonly ids: readonly string[];
  readonly label?: string;
  /** The person who was moved last: they are listed, also at the end of a long list. */
  readonly moved: string | null;
}

/** The people of one group, or of none, in parts. */
function Members({ ids, label, moved, ...place }: MembersProps) {
  const list = useRef<HTMLUListElement>(null);
  const part = useShownPart(ids, { atOnce: MEMBERS, stays: (id) => id === moved });
  return (
    <>
      <ul ref={list} className={styles.members} aria-label={label}>
        {part.shown.map((id) => (
          <Placed key={id} id={id} {...place} />
        ))}
      </ul>
      <MoreButton list={list} part={part} />
    </>
  );
}

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
    <li className={styles.member} tabIndex={-1}>
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
