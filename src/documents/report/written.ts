import { linkText } from '../../domain/incident/index.js';
import type { Actor, AnalysisItem, EventOf, IncidentEvent } from '../../domain/incident/index.js';
import type { Instant } from '../../domain/time.js';

interface By {
  seq: number;
  at: Instant;
  by: Actor;
}

/** What people wrote for the report. A text that was erased is `undefined`. */
export interface WrittenByPeople {
  /** As it was recorded last; absent where nothing was. */
  analysis?: By & {
    version: number;
    /** In the order in which they were given. */
    items: (AnalysisItem & { text: string | undefined; link: string | undefined })[];
    method: string | undefined;
    nature: string | undefined;
    /** Of this version; absent while nobody has said that it is complete. */
    completed?: By;
  };
  /** Their last words on each section of the plan; one that is left to Muster is not listed. */
  sections: Readonly<Record<string, By & { text: string | undefined }>>;
}

/** `events`: from the first one of the incident up to the last one that the report tells of. */
export function writtenByPeople(events: readonly IncidentEvent[]): WrittenByPeople {
  const recorded = events.findLast((event): event is EventOf<'analysisRecorded'> => event.type === 'analysisRecorded');
  const sections = sectionsIn(events);
  return recorded === undefined ? { sections } : { analysis: analysisOf(recorded, events), sections };
}

function analysisOf(recorded: EventOf<'analysisRecorded'>, events: readonly IncidentEvent[]) {
  const { version, items } = recorded;
  const texts: Partial<Record<string, string>> = recorded.texts;
  // A reopening takes back that it was complete.
  const turn = events.findLast(({ type, seq }) => seq > recorded.seq && TURNS.includes(type));
  return {
    ...signed(recorded),
    version,
    items: items.map((item) => ({ ...item, text: said(texts[item.id]), link: said(texts[linkText(item.id)]) })),
    method: said(texts['method']),
    nature: said(texts['nature']),
    ...(turn?.type === 'analysisCompleted' ? { completed: signed(turn) } : {}),
  };
}

const TURNS: readonly IncidentEvent['type'][] = ['analysisCompleted', 'reopened'];

function sectionsIn(events: readonly IncidentEvent[]): WrittenByPeople['sections'] {
  const sections = new Map<string, By & { text: string | undefined }>();
  for (const event of events) {
    if (event.type !== 'incidentReportEdited') continue;
    const texts: Partial<Record<string, string>> = event.texts ?? {};
    for (const section of event.sections) {
      if (Object.hasOwn(texts, section)) sections.set(section, { ...signed(event), text: said(texts[section]) });
      else sections.delete(section);
    }
  }
  return Object.fromEntries(sections);
}

/** What was erased is empty; what was taken back is not there. */
function said(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

function signed({ seq, at, actor: by }: IncidentEvent): By {
  return { seq, at, by };
}
