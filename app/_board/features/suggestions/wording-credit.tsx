'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import { useSaidName } from '../../core/people/person-name.tsx';
import { useCredit } from './use-suggestions.ts';

/** The author of a claim's suggested wording, beside the claim's author. */
export default function WordingCredit({ claim }: { claim: Claim }) {
  const suggester = useCredit(claim);
  return suggester === null ? null : <Credit suggester={suggester} />;
}

function Credit({ suggester }: { suggester: string }) {
  const t = useMessages('suggestions');
  const name = useSaidName(suggester);
  return (
    <span dir="auto" data-credit="">
      {t('credit', { name })}
    </span>
  );
}
