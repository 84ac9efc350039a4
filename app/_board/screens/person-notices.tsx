'use client';

import { isReporterAnswered } from '#domain/debate/moderation/reports.ts';
import { openSuggestions } from '#domain/debate/suggestions/open-suggestions.ts';
import { lazyComponent } from '../../_ui/lazy-component.ts';
import { useActor } from '../core/claims/use-claim.ts';
import { useBoard } from '../core/store/board-context.tsx';
import { useNewLineage } from '../features/lineage/use-new-lineage.ts';

const StandingNotice = lazyComponent(() => import('../features/people/standing-notice.tsx'));
const LineageNotice = lazyComponent(() => import('../features/lineage/lineage-notice.tsx'));
const ReportAnswers = lazyComponent(() => import('../features/moderation/report-answers.tsx'));
const SuggestionNotice = lazyComponent(() => import('../features/suggestions/suggestion-notice.tsx'));
const TeamQuestion = lazyComponent(() => import('../features/people/team-question.tsx'));

/** Notices and questions for this particular person; usually there are none. */
export default function PersonNotices() {
  const decided = useBoard(({ standing }) => standing?.reason != null);
  const muted = useBoard(({ standing }) => standing?.muted === true);
  const actor = useActor();
  const isAsked = useBoard(({ replica: { view } }) => {
    const team = view.participants.get(actor?.id ?? '')?.team;
    return team === null && view.head?.settings.teams === 'chosen';
  });
  const isAnswered = useBoard(({ replica: { view, participantId } }) =>
    isReporterAnswered(view, participantId),
  );
  const hasNews = useNewLineage() !== '';
  const isSuggested = useBoard(({ replica: { view, participantId } }) =>
    openSuggestions(view.suggestions).some(
      ({ claimId }) => view.claims.get(claimId)?.author === participantId,
    ),
  );
  return (
    <>
      {decided && <StandingNotice />}
      {hasNews && <LineageNotice />}
      {isSuggested && <SuggestionNotice />}
      {isAnswered && <ReportAnswers />}
      {isAsked && !muted && actor?.role === 'debater' && <TeamQuestion participantId={actor.id} />}
    </>
  );
}
