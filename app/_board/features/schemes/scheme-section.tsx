'use client';

import { type KeyboardEvent, useId, useRef } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { isRepeatedClick } from '#app/_ui/button/is-repeated-click.ts';
import { Field } from '#app/_ui/field.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { keepDraft, readDraft } from '#app/_ui/stored-draft.ts';
import type { Link, Target } from '#domain/debate/map/link.ts';
import { openCriticalQuestions, SCHEMES, type Scheme } from '#domain/debate/map/scheme.ts';
import { type CriticalQuestion, SCHEME_WORDS } from '#domain/formats/scheme-words.ts';
import { useClaim, useMay, useMergedInto } from '../../core/claims/use-claim.ts';
import { useSubmit } from '../../core/commands/join-context.tsx';
import { composerDraft } from '../../core/commands/open-composer.ts';
import { usePerform } from '../../core/commands/use-perform.ts';
import { useTyped } from '../../core/forms/use-typed.ts';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';
import { draftKey } from '../../core/store/form-drafts.ts';
import { newId } from '../../core/store/new-id.ts';
import panel from '../../core/view/panel.module.css';
import styles from './scheme-section.module.css';

export interface SchemeSectionProps {
  readonly linkId: string;
  /** Opens the field for an undercut of the link. */
  readonly onChallenge: (step: Target) => void;
}

/** The kind of argument that a link is, and its critical questions; each becomes an undercut, a comment, or answered. */
export default function SchemeSection({ linkId, onChallenge }: SchemeSectionProps) {
  const link = useBoard(({ replica }) => replica.view.links.get(linkId));
  const into = useMergedInto(link?.from ?? '');
  const claim = useClaim(into ?? link?.from ?? '');
  const mayName = useMay('link.setScheme', link?.author);
  if (!link || !claim || link.retracted || claim.retracted) return null;
  // Cross-links of a merged claim are shown at the other one; its own place is none.
  if (link.parent && into !== undefined) return null;
  const { scheme } = link;
  if (!mayName && scheme === undefined) return null;
  return (
    <section className={panel.section} data-section="scheme">
      {mayName ? <SchemeField key={linkId} link={link} /> : scheme && <SchemeName scheme={scheme} />}
      {scheme && <QuestionList link={link} scheme={scheme} onChallenge={onChallenge} />}
    </section>
  );
}

function SchemeName({ scheme }: { scheme: Scheme }) {
  const t = useMessages('schemes');
  const { name, pattern } = SCHEME_WORDS[scheme];
  return (
    <div>
      <h3 className={panel.heading}>{t('kind')}</h3>
      <p>{name}</p>
      <p className={styles.pattern}>{pattern}</p>
    </div>
  );
}

/**
 * The kind of an argument. A key that moves the choice of a closed list only shows the next kind: naming it discards the answers to the
 * questions of the kind before. It is submitted with Enter or when the field is left; a choice by pointer or in an opened list, at once.
 */
function SchemeField({ link }: { link: Link }) {
  const t = useMessages('schemes');
  const submit = useSubmit();
  const { id: linkId, scheme = null } = link;
  const name = (chosen: string) => {
    const next = schemeOf(chosen);
    if (next !== scheme) submit([{ type: 'link.setScheme', linkId, scheme: next }]);
    return true;
  };
  const { typed, type, leave } = useTyped(name);
  const { isMoving, onKeyDown } = useMovingKeys();
  const choose = (chosen: string) => {
    const stays = isMoving();
    type(stays ? chosen : null);
    if (!stays) name(chosen);
  };
  const shown = typed === null ? scheme : schemeOf(typed);
  return (
    <Field label={t('kind')} hint={shown ? SCHEME_WORDS[shown].pattern : t('noneHint')}>
      {(tie) => (
        <select
          {...tie}
          value={shown ?? ''}
          onChange={({ target }) => choose(target.value)}
          onKeyDown={(event) => (event.key === 'Enter' ? leave() : onKeyDown(event))}
          onBlur={leave}
        >
          <option value="">{t('none')}</option>
          {SCHEMES.map((one) => (
            <option key={one} value={one}>
              {SCHEME_WORDS[one].name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function schemeOf(chosen: string): Scheme | null {
  return SCHEMES.find((one) => one === chosen) ?? null;
}

/** Keys that move the choice of a list: arrows, pages, ends and the first letters of an option. */
const MOVES = /^(Arrow(Up|Down|Left|Right)|Page(Up|Down)|Home|End|\S)$/u;

/** True for `isMoving` while a key moves the choice of a closed list: the browser then changes it before the key press is over. */
function useMovingKeys() {
  const moving = useRef(false);
  return {
    isMoving: () => moving.current,
    onKeyDown: ({ key, altKey, ctrlKey, metaKey }: KeyboardEvent) => {
      if (altKey || ctrlKey || metaKey || !MOVES.test(key)) return;
      moving.current = true;
      window.setTimeout(() => {
        moving.current = false;
      });
    },
  };
}

interface QuestionListProps extends Pick<SchemeSectionProps, 'onChallenge'> {
  readonly link: Link;
  readonly scheme: Scheme;
}

function QuestionList({ link, scheme, onChallenge }: QuestionListProps) {
  const t = useMessages('schemes');
  const title = useId();
  const open = openCriticalQuestions(link);
  const { questions } = SCHEME_WORDS[scheme];
  return (
    <>
      <h3 id={title} className={panel.heading}>
        {t('questions')} · {t('count', { open: open.length, total: questions.length })}
      </h3>
      <ol className={styles.questions} aria-labelledby={title}>
        {questions.map((question, at) => (
          <Question
            key={question.asks}
            link={link}
            scheme={scheme}
            onChallenge={onChallenge}
            question={question}
            number={at + 1}
            isOpen={open.includes(at + 1)}
          />
        ))}
      </ol>
    </>
  );
}

interface QuestionProps extends QuestionListProps {
  readonly question: CriticalQuestion;
  /** From 1. */
  readonly number: number;
  readonly isOpen: boolean;
}

function Question({ link, scheme, onChallenge, question, number, isOpen }: QuestionProps) {
  const t = useMessages('schemes');
  const mayAnswer = useMay('link.answerQuestion');
  const mayArgue = useMay('claim.add');
  const mayComment = useMay('comment.add');
  const { answer, challenge, ask } = useQuestionActs(link, question, onChallenge);
  const { asks } = question;
  return (
    <li className={styles.question} data-open={isOpen || undefined}>
      <span className={styles.asks}>{asks}</span>
      <span className={styles.acts}>
        {isOpen && mayArgue && (
          <Button
            look="quiet"
            size="small"
            aria-label={t('challengeLabel', { question: asks })}
            onClick={challenge}
          >
            {t('challenge')}
          </Button>
        )}
        {isOpen && mayComment && (
          <Button look="quiet" size="small" aria-label={t('askLabel', { question: asks })} onClick={ask}>
            {t('ask')}
          </Button>
        )}
        {mayAnswer ? (
          <Button
            size="small"
            aria-pressed={!isOpen}
            aria-label={t('answeredLabel', { question: asks })}
            onClick={(event) =>
              isRepeatedClick(event) || answer({ scheme, question: number, answered: isOpen })
            }
          >
            {t('answered')}
          </Button>
        ) : (
          !isOpen && t('answered')
        )}
      </span>
    </li>
  );
}

/** Actions on a critical question. */
function useQuestionActs(
  link: Link,
  { asks, doubt }: CriticalQuestion,
  onChallenge: SchemeSectionProps['onChallenge'],
) {
  const t = useMessages('schemes');
  const store = useBoardStore();
  const submit = useSubmit();
  const perform = usePerform();
  const step = { kind: 'link', id: link.id } as const;
  return {
    answer: (answered: { scheme: Scheme; question: number; answered: boolean }) =>
      submit([{ type: 'link.answerQuestion', linkId: link.id, ...answered }]),
    /** Opens the field for an undercut, with the doubt in it, unless something is written there. */
    challenge: () => {
      const key = draftKey(store.state(), composerDraft(step));
      if (readDraft(key).trim() === '') keepDraft(key, doubt);
      onChallenge(step);
    },
    /** Where the argument is discussed: at its claim, or at a cross-link. */
    ask: () => {
      const on = link.parent ? ({ kind: 'claim', id: link.from } as const) : step;
      const comment = { type: 'comment.add', commentId: newId('m'), on, replyTo: null, text: asks } as const;
      perform([comment], t('asked'));
    },
  };
}
