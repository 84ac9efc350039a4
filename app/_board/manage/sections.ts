import { DebateSection } from './debate-section.tsx';
import { JoiningSection } from './joining/joining-section.tsx';

/** What of a debate is managed, in order; each id names its sentence of the catalogue. */
export const MANAGED = [
  { id: 'debate', Section: DebateSection },
  { id: 'joining', Section: JoiningSection },
] as const;
