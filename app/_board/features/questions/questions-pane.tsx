'use client';

import { type FocusEvent, type RefObject, useRef, useState } from 'react';
import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Question } from '#domain/debate/questions/question.ts';
import { useMay } from '../../core/claims/use-claim.ts';
import { roleReasonOf } from '../../core/commands/role-reason.ts';
import { useFocusAfterAct } from '../../core/focus/use-focus-after-act.ts';
import { MoreButton, useShownPart } from '../../core/forms/shown-part.tsx';
import { useIsDebateOpen } from '../../core/status/use-is-debate-open.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { SidePane } from '../../core/view/side-pane.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import { AskForm } from './ask-form.tsx';
import { QuestionItem } from './question-item.tsx';
import styles from './questions.module.css';
import { openQuestions, useIsSupportHidden, useQuestions } from './use-questions.ts';

/** Questions from the floor: asking one, supporting others', and, for moderators, what becomes of each. */
export default function QuestionsPane() {
  const t = useMessages('questions');
  const acts = useViewActs();
  const mayAsk = useMay('question.ask');
  const questions = useQuestions();
  const isHidden = useIsSupportHidden();
  const isSecret = useBoard(({ replica }) => replica.view.head?.settings.ballots !== 'open');
  const open = questions.filter(({ answered }) => !answered);
  const hasOthers = useBoard(({ replica }) => openQuestions(replica.view).size > 1);
  const answered = questions.filter((question) => question.answered);
  const list = useRef<HTMLOListElement>(null);
  const leaving = useFocusAfterAct(list, `${open.length} ${answered.length}`);
  return (
    <SidePane
      className={styles.pane}
      label={t('title')}
      closeLabel={t('close')}
      onClose={() => acts.list(null)}
    >
      <div className={styles.body}>
        <Hint />
        {mayAsk && <AskForm />}
        {isHidden && questions.length > 0 && <Note>{t(isSecret ? 'talliesSecret' : 'talliesHidden')}</Note>}
        {questions.length === 0 && <p>{t('none')}</p>}
        <QuestionList
          list={list}
          label={t('open')}
          questions={open}
          hasOthers={hasOthers}
          onLeave={leaving}
        />
        {answered.length > 0 && <Answered questions={answered} onLeave={leaving} />}
      </div>
    </SidePane>
  );
}

/** The questions that were answered: drawn once they are unfolded. */
function Answered({ questions, onLeave }: Pick<QuestionListProps, 'questions' | 'onLeave'>) {
  const t = useMessages('questions');
  const list = useRef<HTMLOListElement>(null);
  const [isOpened, setOpened] = useState(false);
  return (
    <details className={styles.answered} onToggle={() => setOpened(true)}>
      <summary>{t('answeredOnes', { count: questions.length })}</summary>
      {isOpened && <QuestionList list={list} questions={questions} hasOthers={false} onLeave={onLeave} />}
    </details>
  );
}

interface QuestionListProps {
  readonly list: RefObject<HTMLOListElement | null>;
  readonly label?: string;
  readonly questions: readonly Question[];
  /** True if others than each of them wait for an answer, and everyone sees them. */
  readonly hasOthers: boolean;
  readonly onLeave: () => void;
}

/** A list of questions, in parts. The viewer’s own are always in it, and so is the one they are at: an act may move it down. */
function QuestionList({ list, label, questions, hasOthers, onLeave }: QuestionListProps) {
  const me = useBoard(({ replica }) => replica.participantId);
  const [held, setHeld] = useState<string>();
  const hold = ({ target }: FocusEvent<HTMLElement>) =>
    setHeld(target.closest<HTMLElement>('[data-question]')?.dataset.question);
  const part = useShownPart(questions, { stays: ({ id, author }) => author === me || id === held });
  return (
    <>
      <ol ref={list} tabIndex={-1} className={styles.list} aria-label={label} onFocus={hold}>
        {part.shown.map((question) => (
          <QuestionItem key={question.id} question={question} hasOthers={hasOthers} onLeave={onLeave} />
        ))}
      </ol>
      <MoreButton list={list} part={part} />
    </>
  );
}

/** Says what people do here, or why the viewer has no form for it. */
function Hint() {
  const t = useMessages('questions');
  const panel = useMessages('panel');
  const mayAsk = useMay('question.ask');
  const isOpen = useIsDebateOpen();
  const isMuted = useBoard(({ standing }) => standing?.muted === true);
  const role = useBoard(roleReasonOf);
  if (mayAsk) return <Note>{t('hint')}</Note>;
  if (!isOpen) return <Note>{t('hintOver')}</Note>;
  if (isMuted) return <Note>{t('hintMuted')}</Note>;
  return role && <Note>{panel(role)}</Note>;
}
