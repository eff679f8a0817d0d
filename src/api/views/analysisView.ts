import { linkText } from '../../domain/incident/index.js';
import type { EventOf, IncidentEvent, State } from '../../domain/incident/index.js';
import { lackWords } from '../../domain/words/index.js';
import type { Analysis } from '../contract.js';
import type { Speech } from '../loadIncident.js';
import { actorView, iso, isoIfAny } from './named.js';

export function analysisView({ analysis }: State, events: readonly IncidentEvent[], speech: Speech): Analysis {
  const { asked, version, seq, completed, lacks = [] } = analysis;
  const recorded = events.find((event): event is EventOf<'analysisRecorded'> => event.seq === seq && 'items' in event);
  const texts: Partial<Record<string, string>> = recorded?.texts ?? {};
  return {
    due: isoIfAny(asked?.dueAt),
    version,
    recordedAt: isoIfAny(recorded?.at),
    recordedBy: recorded && actorView(recorded.actor, speech),
    completed: completed && { at: iso(completed.at), by: actorView(completed.by, speech) },
    lacks: lacks.map((code) => ({ code, words: lackWords(code, speech.lang) })),
    method: texts['method'] || undefined,
    nature: texts['nature'] || undefined,
    items: (recorded?.items ?? []).map(({ at, ...item }) => ({
      ...item,
      // What was erased is empty.
      text: texts[item.id] || undefined,
      at: isoIfAny(at),
      link: texts[linkText(item.id)] || undefined,
    })),
  };
}
