'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { TeamMark } from './team-mark.tsx';
import { useName, usePrintedName } from './use-called.ts';

/** A person's name in this debate, and the position they speak for; or a note that nobody sees names. */
export function PersonName({ id }: { id: string }) {
  return (
    <>
      {useSaidName(id)}
      <TeamMark id={id} />
    </>
  );
}

/** A person's name on a page that is printed as it is on screen. Paper is passed on, so it has the one name that others know. */
export function PrintedPersonName({ id }: { id: string }) {
  const said = useSaidName(id);
  const unknown = useUnknownName(id);
  const printed = usePrintedName(id) ?? unknown;
  if (printed === said) return <PersonName id={id} />;
  return (
    <>
      <span data-on="screen">{said}</span>
      <span data-on="paper">{printed}</span>
      <TeamMark id={id} />
    </>
  );
}

/** Returns the name alone, for a sentence. */
export function useSaidName(id: string): string {
  const unknown = useUnknownName(id);
  return useName(id) ?? unknown;
}

function useUnknownName(id: string): string {
  const t = useMessages('people');
  const naming = useMessages('names');
  return id === '' ? naming('nobody') : t('somebody');
}
