import type { ComponentType } from 'react';
import { AgendaSection } from './agenda/agenda-section.tsx';
import { FloorSection } from './floor/floor-section.tsx';
import { LightSection } from './light/light-section.tsx';
import { PollsSection } from './polls/polls-section.tsx';

/** What a facilitator runs, in order: one section a concern; each id names its sentence of the catalogue `facilitate`. */
export const RUN = [
  { id: 'agenda', Section: AgendaSection },
  { id: 'polls', Section: PollsSection },
  { id: 'floor', Section: FloorSection },
  { id: 'light', Section: LightSection },
] as const satisfies readonly {
  id: string;
  Section: ComponentType;
}[];
