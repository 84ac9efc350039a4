'use client';

import type { Claim } from '../../../domain/debate/claims/claim.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useSaidName } from '../claim/person-name.tsx';
import { useCredit } from './use-suggestions.ts';

/** Who suggested the wording that a claim has, beside who wrote the claim. */
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
