import { DebateSection } from './debate-section.tsx';
import { JoiningSection } from './joining/joining-section.tsx';
import { ModerationSection } from './moderation-section.tsx';
import { PeopleSection } from './people-section.tsx';

/** What of a debate is managed, in order; each id names its sentence of the catalogue. */
export const MANAGED = [
  { id: 'debate', Section: DebateSection },
  { id: 'moderation', Section: ModerationSection },
  { id: 'people', Section: PeopleSection },
  { id: 'joining', Section: JoiningSection },
] as const;
