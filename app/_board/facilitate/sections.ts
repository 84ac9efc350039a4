import type { ComponentType } from 'react';
import { AgendaSection } from './agenda/agenda-section.tsx';
import { FloorSection } from './floor/floor-section.tsx';
import { GroupsSection } from './groups/groups-section.tsx';
import { LightSection } from './light/light-section.tsx';
import { MeetingsSection } from './meetings/meetings-section.tsx';
import { PollsSection } from './polls/polls-section.tsx';

/** Sections of the facilitator's tools, in order; each id names its sentence of the catalogue `facilitate`. */
export const RUN = [
  { id: 'agenda', Section: AgendaSection },
  { id: 'polls', Section: PollsSection },
  { id: 'floor', Section: FloorSection },
  { id: 'light', Section: LightSection },
  { id: 'groups', Section: GroupsSection },
  { id: 'meetings', Section: MeetingsSection },
] as const satisfies readonly {
  id: string;
  Section: ComponentType;
}[];
