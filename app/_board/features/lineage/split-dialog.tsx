'use client';

import { type FormEvent, type ReactNode, type Ref, useCallback, useId, useRef, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Dialog } from '#app/_ui/dialogs/dialog.tsx';
import { focusOnMount } from '#app/_ui/focus/focus-on-mount.ts';
import { Stack } from '#app/_ui/layout/stack.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { type Checks, hasFields, isListOf, isRecordOf, isText } from '#app/_ui/read-stored.ts';
import { RefusalProvider } from '#app/_ui/refused-field.tsx';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Rejection } from '#domain/debate/engine/rejections.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { excerpt } from '../../core/claims/excerpt.ts';
import { useArguments } from '../../core/claims/use-arguments.ts';
import { useTextOf } from '../../core/claims/use-target.ts';
import { useSubmit } from '../../core/commands/join-context.tsx';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { CharacterCount } from '../../core/forms/character-count.tsx';
import targetStyles from '../../core/forms/target-dialog.module.css';
import { TextField } from '../../core/forms/text-field.tsx';
import { useDraftFields } from '../../core/forms/use-draft-fields.ts';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';
import { newId } from '../../core/store/new-id.ts';
import styles from './lineage.module.css';
import { splitTextAt } from './split-text.ts';

interface SplitDialogProps {
  readonly claimId: string;
  readonly onClose: () => void;
}

interface WrittenPart {
  readonly claimId: string;
  readonly linkId: string;
  readonly text: string;
}

interface SplitDraft {
  /** The text as it was on opening: what others write meanwhile is merged into what stays. */
  readonly was: string;
  readonly text: string;
  readonly parts: readonly WrittenPart[];
  /** The part to which an argument is assigned, by the argument's id. */
  readonly takenBy: Readonly<Record<string, string>>;
}

const SHAPES: Checks<SplitDraft> = {
  was: isText,
  text: isText,
  parts: isListOf(hasFields<WrittenPart>({ claimId: isText, linkId: isText, text: isText })),
  takenBy: isRecordOf(isText),
};

function isBegun({ was, text, parts }: SplitDraft): boolean {
  return text !== was || parts.length > 0;
}

/**
 * Dialog that cuts a claim with more than one statement into parts, and assigns its arguments to them. A draft stays in the tab until it
 * is sent.
 */
export default function SplitDialog({ claimId, onClose }: SplitDialogProps) {
  const t = useMessages('lineage');
  const controls = useMessages('controls');
  const store = useBoardStore();
  const submit = useSubmit();
  const announce = useAnnounce();
  const [current] = useState(() => store.state().replica.view.claims.get(claimId)?.text ?? '');
  const whole: SplitDraft = { was: current, text: current, parts: [], takenBy: {} };
  const [fields, change, discard] = useDraftFields(`split/${claimId}`, whole, SHAPES, isBegun);
  const { was, text, parts, takenBy } = fields;
  const edit = (more: Partial<SplitDraft>) => (isBegun({ ...fields, ...more }) ? change(more) : discard());
  const reason = useId();
  const [problem, setProblem] = useState<Rejection | null>(null);
  const first = useRef<HTMLTextAreaElement>(null);
  const all = useOwnArguments(claimId);
  const begin = useCallback((field: HTMLTextAreaElement | null) => {
    first.current = field;
    focusOnMount(field);
  }, []);

  const cut = () => {
    const { selectionStart = 0, selectionEnd = 0 } = first.current ?? {};
    const [left, gone] = splitTextAt(text, selectionStart, selectionEnd);
    if (left === '' || gone === '') return announce(t('cutHint'));
    edit({ text: left, parts: [...parts, { claimId: newId('c'), linkId: newId('l'), text: gone }] });
  };
  const putBack = (part: WrittenPart) => {
    edit({ text: `${text} ${part.text}`.trim(), parts: parts.filter((one) => one !== part) });
    first.current?.focus();
  };
  const reword = (part: WrittenPart, words: string) =>
    edit({ parts: parts.map((one) => (one === part ? { ...part, text: words } : one)) });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const written = parts.map((part) => ({
      ...part,
      text: part.text.trim(),
      takes: all.flatMap((one) => (takenBy[one.claimId] === part.claimId ? one.claimId : [])),
    }));
    submit([{ type: 'claim.split', claimId, was, text: text.trim(), parts: written }], (refusal) => {
      if (refusal) return setProblem(refusal);
      discard();
      announce(t('splitToast', { count: parts.length + 1 }));
      onClose();
    });
  };

  return (
    <Dialog title={t('splitTitle')} text={t('splitText')} onClose={onClose}>
      <Stack as="form" gap={3} onSubmit={send}>
        <RefusalProvider refusal={problem} id={reason}>
          <PartField
            label={t('firstPart')}
            rows={3}
            text={text}
            fieldRef={begin}
            onChange={(next) => edit({ text: next })}
          >
            <Button size="small" onClick={cut} disabled={parts.length >= LIMITS.parts}>
              {t('cut')}
            </Button>
          </PartField>
          {parts.map((part, at) => (
            <PartField
              key={part.claimId}
              label={t('part', { number: at + 2 })}
              rows={2}
              text={part.text}
              onChange={(next) => reword(part, next)}
            >
              <Button size="small" look="quiet" onClick={() => putBack(part)}>
                {t('putBack')}
              </Button>
            </PartField>
          ))}
        </RefusalProvider>
        {parts.length > 0 && all.length > 0 && (
          <fieldset>
            <legend className={styles.heading}>{t('arguments')}</legend>
            {all.map((one) => (
              <ArgumentChoice
                key={one.claimId}
                claimId={one.claimId}
                parts={[claimId, ...parts.map((part) => part.claimId)]}
                chosen={takenBy[one.claimId] ?? claimId}
                onChoose={(part) => edit({ takenBy: { ...takenBy, [one.claimId]: part } })}
              />
            ))}
          </fieldset>
        )}
        <RejectionNote id={reason} rejection={problem} />
        <div className={targetStyles.buttons}>
          <Button look="quiet" onClick={onClose}>
            {controls('cancel')}
          </Button>
          <Button look="primary" type="submit" disabled={parts.length === 0}>
            {t('splitSubmit')}
          </Button>
        </div>
      </Stack>
    </Dialog>
  );
}

interface PartFieldProps {
  readonly label: string;
  readonly rows: number;
  readonly text: string;
  readonly fieldRef?: Ref<HTMLTextAreaElement>;
  readonly onChange: (text: string) => void;
  /** The button below it. */
  readonly children: ReactNode;
}

/** The text of one part, with what can be done with it and the number of characters left. */
function PartField({ children, ...field }: PartFieldProps) {
  const count = useId();
  const limit = LIMITS.wordingCharacters;
  return (
    <Stack gap={1}>
      <TextField {...field} limit={limit} countId={count} />
      <span className={styles.partFoot}>
        {children}
        <CharacterCount id={count} text={field.text} limit={limit} />
      </span>
    </Stack>
  );
}

/** Returns a claim's own arguments: those that came with merged claims stay with these. */
function useOwnArguments(claimId: string) {
  const links = useBoard(({ replica }) => replica.view.links);
  const claims = useBoard(({ replica }) => replica.view.claims);
  return useArguments(claimId).filter(
    (one) => links.get(claims.get(one.claimId)?.parentLink ?? '')?.target.id === claimId,
  );
}

interface ArgumentChoiceProps {
  readonly claimId: string;
  /** The claim itself first. */
  readonly parts: readonly string[];
  readonly chosen: string;
  readonly onChoose: (part: string) => void;
}

/** Chooses the part to which an argument belongs from now on. */
function ArgumentChoice({ claimId, parts, chosen, onChoose }: ArgumentChoiceProps) {
  const t = useMessages('lineage');
  const text = excerpt(useTextOf(claimId), 90);
  return (
    <label className={styles.argument}>
      <span dir="auto">{text}</span>
      <select
        aria-label={t('repliesTo', { text })}
        value={chosen}
        onChange={(event) => onChoose(event.target.value)}
      >
        {parts.map((part, at) => (
          <option key={part} value={part}>
            {t('partNumber', { number: at + 1 })}
          </option>
        ))}
      </select>
    </label>
  );
}
