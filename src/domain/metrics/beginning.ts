import type { EventOf, EventType, IncidentEvent } from '../incident/index.js';
import { all, first, mark } from './find.js';
import { between, unknown } from './metric.js';
import type { Mark, Time } from './metric.js';

/** From the first sign to the response. */
export interface BeginningTimes {
  detection: Time;
  acknowledgement: Time;
  firstAction: Time;
  grading: Time;
  activation: Time;
}

export function beginningTimes(events: IncidentEvent[]): BeginningTimes {
  const detected = detection(events);
  const alert = first(events, ['called'], ({ calls }) => calls.some(({ target }) => target.kind === 'post'));
  const graded = mark(first(events, ['confirmed', 'treatedAsReal']));
  const activated = mark(first(events, ['activated']));
  return {
    detection: between(start(events), detected, { noFrom: 'no_start_known', noTo: 'no_start_known' }),
    acknowledgement: between(mark(alert), acknowledged(events, alert), {
      noFrom: 'no_alert',
      noTo: 'not_acknowledged',
    }),
    firstAction: between(mark(alert), firstAction(events, alert), { noFrom: 'no_alert', noTo: 'no_action' }),
    grading: between(detected, graded, { noFrom: 'not_graded', noTo: 'not_graded' }),
    activation: graded === undefined ? unknown('not_graded') : sinceGrade(graded, activated),
  };
}

function sinceGrade(graded: Mark, activated: Mark | undefined): Time {
  return between(graded, activated, { noFrom: 'not_graded', noTo: 'not_activated' });
}

/** When it began, as far as whoever reported it knew. */
export function start(events: IncidentEvent[]): Mark | undefined {
  const reported = first(events, ['reported']);
  return reported?.occurredAt === undefined ? undefined : { at: reported.occurredAt, seq: reported.seq };
}

/** The earliest report of it: one that was merged into it may have been earlier than its own. */
export function detection(events: IncidentEvent[]): Mark | undefined {
  const absorbed = all(events, ['reportAbsorbed']).map(({ reportedAt, seq }) => ({ at: reportedAt, seq }));
  const reports = [mark(first(events, ['reported'])), ...absorbed].filter((report) => report !== undefined);
  return reports.reduce<Mark | undefined>((a, b) => (a === undefined || b.at < a.at ? b : a), undefined);
}

/** Whoever comes has acknowledged as well. */
function acknowledged(events: IncidentEvent[], alert: EventOf<'called'> | undefined): Mark | undefined {
  const asked = new Set(alert?.calls.flatMap(({ people }) => people));
  return mark(first(events, ['acknowledged', 'arrived'], ({ person, seq }) => seq > alert!.seq && asked.has(person)));
}

/** What somebody does about the incident itself. Verifying, grading and coming to work are measured apart. */
const ACTIONS = [
  'taskStarted',
  'taskFinished',
  'cordonSet',
  'resourcesRequested',
  'resourcesDispatched',
  'partnerAsked',
] as const satisfies EventType[];

function firstAction(events: IncidentEvent[], alert: EventOf<'called'> | undefined): Mark | undefined {
  if (alert === undefined) return undefined;
  const verifying = new Set(
    all(events, ['tasksOpened']).flatMap(({ tasks }) =>
      tasks.filter(({ phase }) => phase === 'reported').map(({ task }) => task),
    ),
  );
  return mark(
    first(events, ACTIONS, (event) => {
      const isTask = event.type === 'taskStarted' || event.type === 'taskFinished';
      return event.seq > alert.seq && event.actor.kind !== 'system' && !(isTask && verifying.has(event.task));
    }),
  );
}
