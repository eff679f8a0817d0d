import { plannedParticipants } from '../../domain/incident/index.js';
import type { EventOf, State } from '../../domain/incident/index.js';
import { measuredAs } from '../../domain/evaluation/index.js';
import type { IncidentMetrics } from '../../domain/metrics/index.js';
import type { PersonId } from '../../domain/plan/compiled.js';
import { measuredWords, measureWords, scoreWords } from '../../domain/words/index.js';
import type { Named, Summary } from '../contract.js';
import type { Speech } from '../loadIncident.js';
import { documentView } from './documentView.js';
import { actorView, iso, named } from './named.js';

/** `event`: of what was held last; `metrics`: as the record stands. */
export function summaryEvaluationView(
  state: State,
  speech: Speech,
  { event, metrics }: { event: EventOf<'summaryHeld'> | undefined; metrics: IncidentMetrics },
): Summary {
  const { asked, called } = state.summary;
  const people = (ids: PersonId[]): Named[] => ids.map((person) => named(speech, 'person', person));
  return {
    seq: state.seq,
    asked: asked && { at: iso(asked.from), dueAt: iso(asked.dueAt) },
    agenda: speech.names.agenda(speech.lang),
    participants: people(plannedParticipants(state)),
    called: called && {
      at: iso(called.meetingAt),
      place: called.place,
      participants: people(called.participants),
      calledAt: iso(called.at),
      by: actorView(called.by, speech),
    },
    criteria: criteriaOf(state, speech, event, metrics),
    held: event && heldView(state, speech, event),
  };
}

function criteriaOf(
  { basis }: State,
  { names, lang }: Speech,
  event: EventOf<'summaryHeld'> | undefined,
  metrics: IncidentMetrics,
): Summary['criteria'] {
  return (basis.plan.evaluation?.criteria ?? []).map(({ id, axis, critical, measuredBy }) => {
    const rating = event?.ratings.find(({ criterion }) => criterion === id)?.rating;
    return {
      id,
      name: names.ratedCriterion(id, lang),
      axis,
      critical: critical === true,
      rating,
      ratingName: rating && names.rating(rating, lang),
      note: event?.texts[id],
      measured: measuredBy && {
        measure: measuredBy,
        name: measureWords(measuredBy, lang),
        words: measuredWords(measuredAs(measuredBy, metrics), lang),
      },
    };
  });
}

function heldView(
  { incidentId, summary }: State,
  speech: Speech,
  { version, at, actor, present, score, conclusion, axes = [], capped, texts }: EventOf<'summaryHeld'>,
): NonNullable<Summary['held']> {
  const { names, lang } = speech;
  const scored = {
    axes,
    ...(score === undefined ? {} : { score }),
    ...(conclusion === undefined ? {} : { conclusion }),
    ...(capped === undefined ? {} : { capped }),
  };
  const written = summary.held?.document;
  return {
    version,
    at: iso(at),
    by: actorView(actor, speech),
    present: present.map((person) => named(speech, 'person', person)),
    score,
    conclusion: conclusion === undefined ? undefined : { id: conclusion, name: names.conclusion(conclusion, lang) },
    how: scoreWords(scored, names, lang),
    conclusions: texts['conclusions'],
    document: written && documentView(incidentId, written.documentId, 'summary', written.files),
  };
}
