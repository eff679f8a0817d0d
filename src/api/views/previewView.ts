import type { IncidentEvent, State } from '../../domain/incident/index.js';
import { eventWords, previewWords, refusalWords } from '../../domain/words/index.js';
import type { PreviewAnswer } from '../contract.js';
import type { Speech } from '../loadIncident.js';

/** What the machine foretold for a decision on `before`. */
export function previewView(before: State, events: IncidentEvent[], after: State, speech: Speech): PreviewAnswer {
  const { names, lang, posts } = speech;
  const refused = events.find((event) => event.type === 'refused');
  const happening = refused ? [] : events;
  return {
    preview: true,
    id: before.incidentId,
    seq: before.seq,
    allowed: refused === undefined,
    refusal: refused && {
      code: refused.code,
      words: refusalWords(refused, names, lang, posts).detail,
      found: refused.found,
      needed: refused.needed,
    },
    phase: after.phase,
    events: happening.map((event) => ({ type: event.type, words: eventWords(event, names, lang, posts) })),
    effects: effectCounts(happening),
    words: previewWords(events, names, lang),
  };
}

function effectCounts(events: IncidentEvent[]): PreviewAnswer['effects'] {
  const effects = events.flatMap((event) => (event.type === 'effectRequested' ? [event.effect] : []));
  const notices = effects.filter((effect) => effect.kind === 'notify');
  return {
    notices: new Set(notices.map((notice) => notice.noticeId)).size,
    people: new Set(notices.flatMap((notice) => notice.recipients.map((r) => r.person))).size,
    documents: effects.filter((effect) => effect.kind === 'writeDocument').length,
  };
}
