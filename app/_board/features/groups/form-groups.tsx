'use client';

import { type FormEvent, useEffect, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { isRepeatedClick } from '#app/_ui/button/is-repeated-click.ts';
import { Field } from '#app/_ui/field.tsx';
import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { callRoute, type Failure } from '#app/_ui/requests/call-route.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { drawGroups } from '#domain/debate/groups/draw-groups.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { Choice } from '../../core/forms/choice.tsx';
import styles from '../../core/forms/console-groups.module.css';
import { useTyped } from '../../core/forms/use-typed.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { type DraftGroup, DrawnGroups } from './drawn-groups.tsx';
import { useFreePeople } from './use-free-people.ts';

/** Groups that are being formed. */
export interface FormingGroups {
  readonly count: number;
  readonly who: 'here' | 'all';
  /** The id of the template; empty: this debate. */
  readonly from: string;
  readonly claims: boolean;
  readonly task: string;
  readonly minutes: number | null;
  /** The groups as drawn, with the changes made by hand; `null`: not drawn yet. */
  readonly drafts: readonly DraftGroup[] | null;
}

interface FormGroupsProps {
  readonly forming: FormingGroups;
  readonly onChange: (more: Partial<FormingGroups>) => void;
  readonly onDone: () => void;
}

/** Forms groups: how many, of whom, from which debate; drawn first, and edited by hand before they start. */
export function FormGroups({ forming, onChange, onDone }: FormGroupsProps) {
  const t = useMessages('groups');
  const debateId = useBoard((state) => state.debateId);
  const announce = useAnnounce();
  const { count, who, from, claims, task, minutes } = forming;
  const { all, here } = useFreePeople();
  const [problem, setProblem] = useState<Failure | null>(null);
  const [asking, setAsking] = useState(false);
  const templates = useTemplates(debateId);
  const before = useBoard(({ replica }) => replica.view.groups.size);
  const { typed, type, leave } = useTyped((written) => {
    const wanted = countIn(written, count);
    if (wanted !== count) onChange({ count: wanted, drafts: null });
    return true;
  });
  const wantedCount = typed === null ? count : countIn(typed, count);
  // With the key that changes the number, not on leaving the field: a press would find another button than it was meant for.
  const drafts = wantedCount === count ? forming.drafts : null;
  const people = who === 'here' && here !== null ? here : all;
  const draw = () => {
    setProblem(null);
    const drawn = drawGroups(people, wantedCount, Math.random);
    onChange({
      count: wantedCount,
      drafts: drawn.map((members, index) => ({
        name: t('defaultName', { number: before + index + 1 }),
        members,
      })),
    });
  };
  const begin = async (event: FormEvent) => {
    event.preventDefault();
    if (asking) return;
    if (drafts === null) return draw();
    setAsking(true);
    const body = { groups: drafts, claims, task, minutes, ...(from && { from }) };
    const answer = await callRoute('POST /api/debates/[id]/groups', { params: { id: debateId }, body });
    setAsking(false);
    if (answer === 'unreachable') return setProblem(answer);
    if (!answer.ok) return setProblem(answer.rejection);
    announce(t('began', { count: drafts.length }));
    onDone();
  };
  return (
    <form className={styles.part} onSubmit={(event) => void begin(event)}>
      <h3>{t('form')}</h3>
      <Field label={t('count')}>
        {(tie) => (
          <input
            {...tie}
            type="number"
            min={1}
            max={LIMITS.groupsAtOnce}
            value={typed ?? count}
            onChange={({ target }) => type(target.value)}
            onBlur={leave}
          />
        )}
      </Field>
      <Choice
        label={t('who')}
        hint={t('whoHint')}
        options={[
          ...(here === null ? [] : [['here', t('whoHere', { count: here.length })] as const]),
          ['all', t('whoAll', { count: all.length })],
        ]}
        chosen={here === null ? 'all' : who}
        onChoose={(wanted) => onChange({ who: wanted, drafts: null })}
      />
      <Field label={t('task')} hint={t('taskHint')}>
        {(tie) => (
          <input
            {...tie}
            dir="auto"
            maxLength={LIMITS.phaseNoteCharacters}
            value={task}
            onChange={({ target }) => onChange({ task: target.value })}
          />
        )}
      </Field>
      <Field label={t('minutes')} hint={t('minutesHint')}>
        {(tie) => (
          <input
            {...tie}
            type="number"
            inputMode="numeric"
            min={1}
            max={LIMITS.phaseMinutes}
            value={minutes ?? ''}
            onChange={({ target }) =>
              onChange({
                minutes:
                  target.value === ''
                    ? null
                    : Math.min(LIMITS.phaseMinutes, Math.max(1, target.valueAsNumber)),
              })
            }
          />
        )}
      </Field>
      <Field label={t('from')}>
        {(tie) => (
          <select {...tie} value={from} onChange={({ target }) => onChange({ from: target.value })}>
            <option value="">{t('fromHere')}</option>
            {templates.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        )}
      </Field>
      <label>
        <input
          type="checkbox"
          checked={claims}
          onChange={({ target }) => onChange({ claims: target.checked })}
        />
        {t('claims')}
      </label>
      {drafts && (
        <DrawnGroups drafts={drafts} onChange={(next) => onChange({ drafts: next })} people={people} />
      )}
      {people.length === 0 && <Note>{t('nobody')}</Note>}
      <RejectionNote rejection={problem} />
      <div className={styles.row}>
        {drafts === null ? (
          <Button look="primary" type="submit">
            {t('draw')}
          </Button>
        ) : (
          <>
            {/* It is where “Assign people” was: the second press of two is not meant for it. */}
            <Button
              look="primary"
              type="submit"
              unavailable={asking}
              onClick={(event) => isRepeatedClick(event) && event.preventDefault()}
            >
              {t('begin')}
            </Button>
            <Button onClick={draw}>{t('drawAgain')}</Button>
          </>
        )}
        <Button look="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Returns the number of groups that was typed, within its limits; without one, the number as it was. */
function countIn(typed: string, before: number): number {
  return Math.min(LIMITS.groupsAtOnce, Math.max(1, Math.round(Number(typed)) || before));
}

interface Template {
  readonly id: string;
  readonly title: string;
}

/** Returns the debates that can be used as templates. */
function useTemplates(debateId: string): readonly Template[] {
  const [templates, setTemplates] = useState<readonly Template[]>([]);
  useEffect(() => {
    let shown = true;
    void callRoute('GET /api/debates/[id]/groups', { params: { id: debateId } }).then((answer) => {
      if (shown && answer !== 'unreachable' && answer.ok) setTemplates(answer.templates);
    });
    return () => {
      shown = false;
    };
  }, [debateId]);
  return templates;
}
