import { linkText, noteField, opinionSource } from '../../domain/incident/index.js';
import type { EventOf, EventType, IncidentEvent } from '../../domain/incident/index.js';
import { LANGS } from '../../domain/lang.js';
import type { Lang } from '../../domain/lang.js';
import type {
  Act,
  AftermathInput,
  Analysis,
  Approval,
  Improvement,
  Lessons,
  OpinionEntry,
  OwnWords,
  Publication,
  Summary,
  Written,
} from './aftermathInput.js';

/** What the record holds of the time after the end, the latest version of each; what it does not hold is absent. */
export function aftermathOf(events: readonly IncidentEvent[]): AftermathInput {
  const lately = sinceReopened(events);
  const words = wordsOf(events);
  const publications = publicationsOf(events);
  const opinion = opinionOf(events);
  const improvements = allOf(events, 'improvementOpened').map(improvement);
  // What is approved after it ends it, and a level that it was not decided for.
  const waived = allOf(lately, 'publicationWaived', 'publicationApproved', 'publicationWaiverLapsed').at(-1);
  const ended = allOf(lately, 'opinionEnded').at(-1);
  return {
    ...present('analysis', analysisOf(events)),
    ...(Object.keys(words).length === 0 ? {} : { words }),
    ...(publications.length === 0 ? {} : { publications }),
    ...present(
      'waived',
      waived?.type === 'publicationWaived' ? { ...act(waived), reason: waived.texts.reason } : undefined,
    ),
    ...(opinion.length === 0 ? {} : { opinion }),
    ...present('opinionEnded', ended && { ...act(ended), reason: ended.texts?.['reason'] }),
    ...present('lessons', lessonsOf(lately)),
    ...present('summary', summaryOf(lately)),
    ...(improvements.length === 0 ? {} : { improvements }),
    ...present('approval', approvalOf(events)),
  };
}

function allOf<T extends EventType>(events: readonly IncidentEvent[], ...types: T[]): EventOf<T>[] {
  return events.filter((event): event is EventOf<T> => (types as string[]).includes(event.type));
}

/** What was said to be complete, asked for or left out was so of an end that was none: the next end asks anew. */
function sinceReopened(events: readonly IncidentEvent[]): readonly IncidentEvent[] {
  return events.slice(events.findLastIndex(({ type }) => type === 'reopened') + 1);
}

function present<K extends string, T>(key: K, value: T | undefined): { [key in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]?: T });
}

function act(event: IncidentEvent): Act {
  const { at, seq, actor } = event;
  const authority = 'authority' in event ? event.authority : undefined;
  return { at, seq, by: actor, ...present('authority', authority) };
}

function analysisOf(events: readonly IncidentEvent[]): Analysis | undefined {
  const recorded = allOf(events, 'analysisRecorded').at(-1);
  if (recorded === undefined) return undefined;
  const { version, items, texts } = recorded;
  const completed = allOf(sinceReopened(events), 'analysisCompleted').findLast((event) => event.version === version);
  return {
    ...act(recorded),
    version,
    items: items.map((item) => ({ ...item, ...linkOf(texts, item.id), text: texts?.[item.id] })),
    ...present('method', texts?.['method']),
    ...present('nature', texts?.['nature']),
    ...present('completed', completed && act(completed)),
  };
}

/** One that was erased is a link no more. */
function linkOf(texts: Record<string, string> | undefined, item: string): { link?: string } {
  const link = texts?.[linkText(item)];
  return link === undefined || link === '' ? {} : { link };
}

/** An empty text takes the words back: then the section is named without one. */
function wordsOf(events: readonly IncidentEvent[]): Record<string, OwnWords> {
  const words: Record<string, OwnWords> = {};
  for (const event of allOf(events, 'incidentReportEdited')) {
    for (const section of event.sections) {
      const text = event.texts?.[section];
      if (text === undefined) delete words[section];
      else words[section] = { ...act(event), text };
    }
  }
  return words;
}

/** Of each the last version that was drafted, with what became of it. */
function publicationsOf(events: readonly IncidentEvent[]): Publication[] {
  const all = new Map<string, Publication>();
  const change = (id: string, to: (one: Publication) => Partial<Publication>): void => {
    const one = all.get(id);
    if (one !== undefined) all.set(id, { ...one, ...to(one) });
  };
  for (const event of events) {
    switch (event.type) {
      case 'publicationDrafted': {
        const { publication: id, version, kind, corrects, facts, nextAt, texts } = event;
        const own = { id, version, kind, facts, ...present('corrects', corrects), ...present('nextAt', nextAt) };
        all.set(id, {
          ...own,
          title: inLanguages(texts, 'title'),
          body: inLanguages(texts, 'body'),
          drafted: act(event),
        });
        break;
      }
      case 'publicationChecked':
        change(event.publication, ({ version }) => (version === event.version ? { checked: act(event) } : {}));
        break;
      case 'publicationApproved': {
        const { unchecked, texts } = event;
        const unseen = unchecked === true ? { unchecked, reason: texts?.reason } : {};
        change(event.publication, ({ version }) =>
          version === event.version ? { approved: { ...act(event), ...unseen } } : {},
        );
        break;
      }
      case 'publicationPublished':
        // The page answers a withdrawal too.
        if (event.shows === 'text') {
          change(event.publication, ({ version }) => (version === event.version ? { published: act(event) } : {}));
        }
        break;
      case 'publicationWithdrawn':
        change(event.publication, () => ({ withdrawn: { ...act(event), reason: event.texts?.['reason'] } }));
        break;
      default:
    }
  }
  return [...all.values()];
}

function inLanguages(
  texts: Record<string, string> | undefined,
  what: 'title' | 'body',
): Partial<Record<Lang, Written>> {
  return Object.fromEntries(
    LANGS.flatMap((lang) => {
      const text = texts?.[`${what} ${lang}`];
      return text === undefined ? [] : [[lang, text]];
    }),
  );
}

function opinionOf(events: readonly IncidentEvent[]): OpinionEntry[] {
  const replies = allOf(events, 'opinionReplied');
  return allOf(events, 'opinionRecorded').map((event): OpinionEntry => {
    const { entry, observedAt, volume, usual, sentiment, reach, texts } = event;
    return {
      ...act(event),
      ...{ source: opinionSource(event), observedAt },
      ...present('volume', volume),
      ...present('usual', usual),
      ...present('sentiment', sentiment),
      ...present('reach', reach),
      ...present('claim', texts?.['claim']),
      ...present('note', texts?.['note']),
      ...present('link', texts?.['link']),
      replies: replies
        .filter((reply) => reply.entry === entry)
        .map((reply) => ({ ...act(reply), text: reply.texts?.['reply'] })),
    };
  });
}

/** Of each post the latest that it gave. */
function lessonsOf(events: readonly IncidentEvent[]): Lessons | undefined {
  const asked = departmentsAsked(events);
  const given = new Map(
    allOf(events, 'lessonGiven').map((event) => {
      const { post, answers, texts } = event;
      const told = answers.map((question) => ({ question, text: texts[`q${question}`] }));
      const free = 'free' in texts ? { free: texts['free'] } : {};
      return [post, { ...act(event), post, answers: told, ...free }];
    }),
  );
  if (asked === undefined && given.size === 0) return undefined;
  const collected = allOf(events, 'lessonsCollected').at(-1);
  return {
    asked: asked ?? [...given.keys()],
    given: [...given.values()],
    ...present(
      'collected',
      collected && { ...act(collected), missing: collected.missing, ...present('reason', collected.texts?.['reason']) },
    ),
  };
}

/** Another version of the plan may have asked more of them, and some no longer. */
function departmentsAsked(events: readonly IncidentEvent[]): string[] | undefined {
  let asked: string[] | undefined;
  for (const event of events) {
    if (event.type === 'lessonsAsked') asked = [...(event.more === true ? (asked ?? []) : []), ...event.from];
    if (event.type !== 'duesLifted') continue;
    const dropped = event.items.filter(({ passedOn }) => passedOn !== true).map(({ item }) => item);
    asked = asked?.filter((post) => !dropped.includes(`lessons ${post}`));
  }
  return asked;
}

function summaryOf(events: readonly IncidentEvent[]): Summary | undefined {
  const { called, held } = meetingOf(events);
  if (called === undefined && held === undefined) return undefined;
  return {
    ...present(
      'called',
      called && {
        ...act(called),
        ...{ meetingAt: called.meetingAt, participants: called.participants, place: called.texts?.['place'] },
      },
    ),
    ...present(
      'held',
      held && {
        ...act(held),
        present: held.present,
        ...present('score', held.score),
        ...present('conclusion', held.conclusion),
        ratings: held.ratings.map((one) => ({ ...one, ...present('note', held.texts?.[noteField(one.criterion)]) })),
        conclusions: held.texts?.['conclusions'],
      },
    ),
  };
}

interface Meeting {
  called?: EventOf<'summaryCalled'> | undefined;
  held?: EventOf<'summaryHeld'>;
}

/** The last that was held, as it had been called, or the one that is called. */
function meetingOf(events: readonly IncidentEvent[]): Meeting {
  let called: Meeting['called'];
  let held: Meeting | undefined;
  for (const event of events) {
    if (event.type === 'summaryCalled') called = event;
    if (event.type === 'summaryCalledOff') called = undefined;
    if (event.type !== 'summaryHeld') continue;
    // What is recorded once more, to put it right, was not called anew.
    held = { called: called ?? held?.called, held: event };
    called = undefined;
  }
  return held ?? { called };
}

function improvement(event: EventOf<'improvementOpened'>): Improvement {
  const { improvement: id, kind, priority, owner, dueAt, planChange, texts } = event;
  const own = { id, type: kind, priority, owner, dueAt, planChange };
  const said = { finding: texts?.['finding'], action: texts?.['action'] };
  return { ...act(event), ...own, ...said, ...present('reference', texts?.['reference']) };
}

/** A new end asks for a new report, and whoever edits or opens an approved one again makes a draft of it. */
function approvalOf(events: readonly IncidentEvent[]): Approval | undefined {
  let approval: Approval | undefined;
  for (const event of events) {
    switch (event.type) {
      case 'terminated':
        approval = { stage: 'draft' };
        break;
      case 'incidentReportSubmitted':
        approval = { stage: 'review', version: event.version, submitted: act(event) };
        break;
      case 'incidentReportReviewed':
        if (approval !== undefined) approval = { ...approval, stage: 'approval', reviewed: act(event) };
        break;
      case 'incidentReportApproved':
        if (approval !== undefined) approval = { ...approval, stage: 'approved', approved: act(event) };
        break;
      case 'incidentReportEdited':
      case 'incidentReportReturned':
      case 'incidentReportOutdated':
      case 'incidentReportRevised':
        approval = { stage: 'draft', ...present('version', approval?.version) };
        break;
      default:
    }
  }
  return approval;
}
