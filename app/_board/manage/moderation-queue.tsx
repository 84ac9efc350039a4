'use client';

import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import type { Target } from '#domain/debate/map/link.ts';
import type { Queued } from '#domain/debate/moderation/queue.ts';
import type { FlagKind } from '#domain/debate/moderation/review.ts';
import { isOpenSuggestion } from '#domain/debate/suggestions/open-suggestions.ts';
import { contributionIn } from '#domain/debate/visibility/hidden-content.ts';
import { Button } from '../../_ui/button/button.tsx';
import { holdItem } from '../../_ui/focus/catch-focus.ts';
import { joinClasses } from '../../_ui/join-classes.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { excerpt } from '../core/claims/excerpt.ts';
import { usePerform } from '../core/commands/use-perform.ts';
import { useFocusAfterAct } from '../core/focus/use-focus-after-act.ts';
import styles from '../core/forms/manage.module.css';
import { isTurnedOff } from '../core/keys/letter-keys.ts';
import { HiddenNote, useIsHidden } from '../core/moderation/hidden-note.tsx';
import { ReportsNote } from '../core/moderation/reports-note.tsx';
import { ReviewNote } from '../core/moderation/review-note.tsx';
import { useLeave } from '../core/moderation/use-leave.ts';
import { PersonName } from '../core/people/person-name.tsx';
import { useBoard, useBoardStore } from '../core/store/board-context.tsx';
import { useViewActs } from '../core/view/view-state.tsx';
import { useReadOut } from '../core/writing/use-read-out.ts';
import HideDialog from '../features/moderation/hide-dialog.tsx';
import MarkDialog from '../features/moderation/mark-dialog.tsx';
import { useQueue } from '../features/moderation/use-queue.ts';
import { useLeaveManaging } from '../features/people/managing.ts';
import { SuggestionItems } from '../features/suggestions/suggestion-list.tsx';
import { useSuggestionsOn } from '../features/suggestions/use-suggestions.ts';
import { ContributionContext } from './contribution-context.tsx';

/** Subject of a dialog above the queue. */
interface Asked {
  readonly id: string;
  readonly act: 'hide' | 'return' | 'mark';
  readonly what?: FlagKind;
}

/** Lines shown at first, and added at a time: a thousand at once would hold a phone for seconds. */
const SHOWN = 50;

/** Everything that waits for moderators, and what is hidden: handled with keys, one for each act. */
export function ModerationQueue({ takesFocus = false }: { takesFocus?: boolean }) {
  const t = useMessages('moderation');
  const controls = useMessages('controls');
  const queue = useQueue();
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [most, setMost] = useState(SHOWN);
  const focus = useQueueFocus(list, queue, takesFocus, asked !== null, (index) => {
    if (index >= most) flushSync(() => setMost(index + SHOWN));
  });
  const open = useOpenInPlace();
  const act = useQueueActs(setAsked, open, focus.moveOn);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, queued: Queued) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTurnedOff(event.key)) return;
    const isKnown = focus.walk(event.key, queued.id) || act(event.key, queued);
    if (!isKnown) return;
    event.preventDefault();
    event.stopPropagation();
  };
  // Deselects what others have dealt with.
  const waiting = new Set(queue.flatMap(({ id, why }) => (why === 'pending_approval' ? id : [])));
  const picked = new Set(chosen.filter((id) => waiting.has(id)));
  const takesSeveral = waiting.size > 1;
  const accepting = useFocusAfterAct(heading, takesSeveral);
  const isSeveral = ({ why }: Queued) => why === 'pending_approval' && takesSeveral;
  const done = () => asked && focus.moveOn(asked.id);
  const close = () => setAsked(null);
  return (
    <section className={styles.part}>
      <h3 ref={heading} tabIndex={-1}>
        {t('queue')}
      </h3>
      <p className={joinClasses(styles.hint, queue.length > 0 && styles.ofKeys)}>
        {queue.length === 0 ? t('nothingHidden') : t('queueKeys')}
      </p>
      {takesSeveral && (
        <AcceptSeveral
          waiting={[...waiting]}
          chosen={[...picked]}
          onChoose={setChosen}
          onAccept={accepting}
        />
      )}
      <ol ref={list} className={styles.acts} aria-label={t('queue')}>
        {queue.slice(0, most).map((queued) => (
          <QueueLine
            key={queued.id}
            queued={queued}
            onKeyDown={(event) => onKeyDown(event, queued)}
            onFocus={() => focus.note(queued.id)}
            chosen={isSeveral(queued) ? picked.has(queued.id) : null}
            onChoose={(isChosen) =>
              setChosen(isChosen ? [...picked, queued.id] : [...picked].filter((id) => id !== queued.id))
            }
            onAsk={setAsked}
            onOpen={() => open(queued.id)}
          />
        ))}
      </ol>
      {queue.length > most && (
        <Button size="small" onClick={() => focus.goTo(queue[most]?.id)}>
          {controls('showMore', { count: Math.min(SHOWN, queue.length - most) })}
        </Button>
      )}
      {asked?.act === 'mark' && (
        <MarkDialog
          mark={{ on: asked.id, ...(asked.what && { what: asked.what }) }}
          onDone={done}
          onClose={close}
        />
      )}
      {asked && asked.act !== 'mark' && <AskedToHide asked={asked} onDone={done} onClose={close} />}
    </section>
  );
}

function AskedToHide({ asked, ...rest }: { asked: Asked; onDone: () => void; onClose: () => void }) {
  const kind = useBoard(({ replica: { view } }) =>
    view.comments.has(asked.id) ? 'comment' : view.questions.has(asked.id) ? 'question' : 'claim',
  );
  const what = asked.act === 'return' ? 'return' : kind;
  return <HideDialog hide={{ what, id: asked.id }} {...rest} />;
}

interface AcceptSeveralProps {
  /** Ids of everything that waits for approval, and the selected ones. */
  readonly waiting: readonly string[];
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
  /** Runs before they are accepted. */
  readonly onAccept: () => void;
}

/** Accepts several contributions at once. */
function AcceptSeveral({ waiting, chosen, onChoose, onAccept }: AcceptSeveralProps) {
  const t = useMessages('moderation');
  const perform = usePerform();
  const accept = () => {
    onAccept();
    const operations: Operation[] = [];
    for (let from = 0; from < chosen.length; from += LIMITS.hiddenAtOnce)
      operations.push({ type: 'content.restore', ids: chosen.slice(from, from + LIMITS.hiddenAtOnce) });
    perform(operations, t('did.accepted', { count: chosen.length }), () => onChoose([]));
  };
  return (
    <div className={styles.row}>
      <label>
        <input
          type="checkbox"
          checked={chosen.length === waiting.length}
          onChange={({ target }) => onChoose(target.checked ? waiting : [])}
        />
        {t('chooseWaiting', { count: waiting.length })}
      </label>
      <Button unavailable={chosen.length === 0} onClick={accept}>
        {t('acceptChosen', { count: chosen.length })}
      </Button>
    </div>
  );
}

interface QueueLineProps {
  readonly queued: Queued;
  /** True if it is selected for accepting together; `null`: it can't be. */
  readonly chosen: boolean | null;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: () => void;
  readonly onAsk: (asked: Asked) => void;
  readonly onOpen: () => void;
}

function QueueLine({
  queued: { id, why },
  chosen,
  onChoose,
  onKeyDown,
  onFocus,
  onAsk,
  onOpen,
}: QueueLineProps) {
  const t = useMessages('moderation');
  const review = useMessages('review');
  const written = useBoard(({ replica }) => contributionIn(replica.view, id));
  const readOut = useReadOut();
  const isHidden = useIsHidden(id);
  const claim = useBoard(({ replica }) => replica.view.claims.get(id));
  const isQuestion = useBoard(({ replica }) => replica.view.questions.has(id));
  const suggestions = useSuggestionsOn(id).filter(isOpenSuggestion);
  const author = written?.author ?? '';
  return (
    <li
      data-queued={id}
      className={styles.line}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the queue is worked by keys.
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      <div className={styles.queued}>
        {chosen !== null && (
          <label>
            <input
              type="checkbox"
              aria-label={t('chooseThis')}
              checked={chosen}
              onChange={({ target }) => onChoose(target.checked)}
            />
          </label>
        )}
        <p className={styles.hint}>
          <strong>{review('why', { why })}</strong>
          {written && (
            <>
              {' · '}
              <PersonName id={author} />
            </>
          )}
        </p>
      </div>
      <p className={styles.words} dir="auto">
        {excerpt(readOut(written?.text ?? t('gone')), 300)}
      </p>
      <ContributionContext id={id} />
      <HiddenNote id={id} author={author} onReturn={() => onAsk({ id, act: 'return' })} />
      <ReportsNote id={id} />
      <ReviewNote id={id} author={author} onMark={({ what }) => onAsk({ id, act: 'mark', what })} />
      {claim && suggestions.length > 0 && <SuggestionItems claim={claim} suggestions={suggestions} />}
      <div className={styles.row}>
        <Button look="quiet" size="small" onClick={onOpen}>
          {t('goTo')}
        </Button>
        {!isHidden && (
          <Button look="quiet" size="small" onClick={() => onAsk({ id, act: 'hide' })}>
            {t('hide')}
          </Button>
        )}
        {!isQuestion && (
          <Button look="quiet" size="small" onClick={() => onAsk({ id, act: 'mark' })}>
            {review('put')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** Returns a function that goes to an item of the queue in the debate; for a comment, to where it was made. */
function useOpenInPlace(): (id: string) => void {
  const store = useBoardStore();
  const { select, list } = useViewActs();
  const leaveManaging = useLeaveManaging();
  return (id) => {
    const { view } = store.state().replica;
    if (view.questions.has(id)) {
      list('questions');
      leaveManaging();
      return;
    }
    const on: Target | undefined = view.claims.has(id) ? { kind: 'claim', id } : view.comments.get(id)?.on;
    if (!on) return;
    holdItem(on.kind === 'link' ? (view.links.get(on.id)?.from ?? on.id) : on.id);
    select(on);
    leaveManaging();
  };
}

/** Returns what each key does to an item of the queue; false if it does nothing there. */
function useQueueActs(ask: (asked: Asked) => void, open: (id: string) => void, moveOn: (id: string) => void) {
  const store = useBoardStore();
  const t = useMessages('moderation');
  const perform = usePerform();
  const leave = useLeave();
  const revisedOf = (id: string) =>
    (store.state().replica.view.reviews.get(id)?.flags ?? []).filter(({ revised }) => revised);
  const accept = (id: string) => {
    const hidden = store.state().replica.view.hidden;
    const how = hidden.get(id)?.status;
    const said = how === undefined ? 'did.unmarked' : how === 'hidden' ? 'did.shown' : 'did.accepted';
    const operations: Operation[] = how
      ? [{ type: 'content.restore', ids: [id] }]
      : revisedOf(id).map(({ what }) => ({ type: 'flag.clear', on: id, what }));
    perform(operations, t(said, { count: 1 }));
  };
  return (key: string, { id, why }: Queued): boolean => {
    const how = store.state().replica.view.hidden.get(id)?.status;
    const [revised] = revisedOf(id);
    switch (key) {
      case 'Enter':
        open(id);
        return true;
      case 'a':
        if (how === undefined && !revised) return false;
        moveOn(id);
        accept(id);
        return true;
      case 'd':
        if (why !== 'reported') return false;
        moveOn(id);
        leave(id);
        return true;
      case 'r':
        if (how === 'pending_approval') ask({ id, act: 'return' });
        else if (revised) ask({ id, act: 'mark', what: revised.what });
        return how === 'pending_approval' || revised !== undefined;
      case 'h':
        if (how === undefined) ask({ id, act: 'hide' });
        return how === undefined;
      case 'm':
        // Questions can't be flagged.
        if (store.state().replica.view.questions.has(id)) return false;
        ask({ id, act: 'mark' });
        return true;
      default:
        return false;
    }
  };
}

/**
 * Manages the focus in the queue. After an act it moves to the next item; when the focused item leaves because another moderator has
 * dealt with it, the focus stays at that place.
 */
function useQueueFocus(
  list: RefObject<HTMLOListElement | null>,
  queue: readonly Queued[],
  takesFocus: boolean,
  isUnderDialog: boolean,
  /** Shows the lines up to this one. */
  showUpTo: (index: number) => void,
) {
  const at = useRef<{ id: string; index: number } | null>(null);
  const isUnder = useRef(isUnderDialog);
  useEffect(() => {
    isUnder.current = isUnderDialog;
  }, [isUnderDialog]);
  const ids = useMemo(() => queue.map(({ id }) => id), [queue]);
  const focusOn = (id: string | undefined) => {
    if (id === undefined) return;
    showUpTo(ids.indexOf(id));
    list.current?.querySelector<HTMLElement>(`[data-queued="${CSS.escape(id)}"]`)?.focus();
  };
  const moveOn = (id: string) => {
    const index = ids.indexOf(id);
    const next = ids[index + 1] ?? ids[index - 1];
    at.current = next === undefined ? null : { id: next, index };
    focusOn(next);
    // A layer that closes above the queue returns the focus first. By then a quick moderator may have opened the next one.
    const again = () => {
      if (!isUnder.current) focusOn(at.current?.id);
    };
    requestAnimationFrame(() => requestAnimationFrame(again));
  };
  const walk = (key: string, id: string): boolean => {
    const by = WALKING[key];
    if (by === undefined) return false;
    focusOn(ids[ids.indexOf(id) + by]);
    return true;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the queue is opened to be worked through.
  useEffect(() => {
    if (takesFocus) focusOn(ids[0]);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever what is in the queue has changed.
  useEffect(() => {
    const held = at.current;
    if (!held || ids.includes(held.id) || isUnder.current || !isLost()) return;
    focusOn(ids[Math.min(held.index, ids.length - 1)]);
  }, [ids]);
  return {
    walk,
    moveOn,
    goTo: focusOn,
    note: (id: string) => {
      at.current = { id, index: ids.indexOf(id) };
    },
  };
}

const WALKING: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** True if the focused element has gone. */
function isLost(): boolean {
  const { activeElement } = document;
  return (
    activeElement === null ||
    activeElement === document.body ||
    activeElement.getAttribute('role') === 'dialog'
  );
}
