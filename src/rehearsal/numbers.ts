import type { IncidentEvent, Message } from '../domain/incident/index.js';

/** By the fields of messages and events that hold the number of something. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['request', 'request'],
  ['requests', 'request'],
  ['insteadOf', 'request'],
  ['question', 'question'],
  ['publication', 'publication'],
  ['corrects', 'publication'],
  ['version', 'version'],
  ['entry', 'opinion'],
  ['pass', 'pass'],
  ['task', 'task'],
  ['improvement', 'improvement'],
]);

type Id = string | number;

interface Numbered {
  /** Within its incident. */
  name: string;
  id: Id;
  /** The same in every run: the message that asked for it, or what the plan asks for. */
  what: string;
}

/**
 * What an incident numbers by itself, and what each of these is: another run of the same incident numbers it otherwise, because
 * the numbers are counted, or are those of events.
 */
export class Numbers {
  private readonly whats = new Map<string, string>();
  private readonly ids = new Map<string, Id>();
  private readonly times = new Map<string, number>();

  constructor(events: readonly IncidentEvent[] = []) {
    for (const event of events) this.hears(event);
  }

  hears(event: IncidentEvent): void {
    for (const { name, id, what } of numberedBy(event)) {
      const nth = (this.times.get(what) ?? 0) + 1;
      this.times.set(what, nth);
      this.ids.set(`${what} ${nth}`, id);
      if (!this.whats.has(name)) this.whats.set(name, `${what} ${nth}`);
    }
  }

  /** A message of the run that `from` numbers, by the numbers of this one. */
  carriedOver(message: Message, from: Numbers): Message {
    return changed(message, (name, id) => {
      const what = from.whats.get(name);
      if (what === undefined) return id;
      // Not the number that it had: here that may be something else.
      return this.ids.get(what) ?? (typeof id === 'number' ? -id : `then:${id}`);
    });
  }

  /** For what is compared with another run: by what things are. One SITREP is under way at a time, whatever its number. */
  withoutNumbers(event: IncidentEvent): IncidentEvent {
    const bare = event.type.startsWith('sitrep') ? { ...event, number: 0 } : event;
    return changed(bare, (name, id) => this.whats.get(name) ?? id);
  }
}

function numberedBy(event: IncidentEvent): Numbered[] {
  const { type } = event;
  const one = (kind: string, id: Id, { is = '', of = '' } = {}): Numbered => ({
    ...{ name: nameOf(kind, id, of), id },
    what: [kind, event.request?.id ?? '', is].join(' '),
  });
  switch (type) {
    case 'resourcesRequested':
      return event.requests.map(({ request, resource, insteadOf }) =>
        one('request', request, { is: insteadOf === undefined ? resource : `${resource} instead` }),
      );
    case 'partnerAsked':
      return [one('request', event.need.request)];
    case 'questionAsked':
      return [one('question', event.question)];
    case 'publicationDrafted':
      return [one('publication', event.publication), one('version', event.version, { of: event.publication })];
    case 'incidentReportSubmitted':
      return [one('version', event.version, { of: REPORT })];
    case 'opinionRecorded':
      return [one('opinion', event.entry)];
    case 'personAdmitted':
      return [one('pass', event.pass)];
    case 'taskAdded':
      return [one('task', event.task)];
    case 'improvementOpened':
      return [one('improvement', event.improvement)];
    default:
      return [];
  }
}

const REPORT = 'incidentReport';

function nameOf(kind: string, id: Id, of: string): string {
  return [kind, of, id].join(' ');
}

type Change = (name: string, id: Id) => Id;

/** A copy, with other numbers of things wherever it names them. */
function changed<T>(value: T, change: Change, field = '', holder: Record<string, unknown> = {}): T {
  if (Array.isArray(value)) return value.map((one) => changed(one, change, field, holder) as unknown) as T;
  if (typeof value === 'object' && value !== null) {
    const held = value as Record<string, unknown>;
    return Object.fromEntries(Object.entries(held).map(([key, one]) => [key, changed(one, change, key, held)])) as T;
  }
  if (typeof value !== 'string' && typeof value !== 'number') return value;
  const kind = field === 'id' && holder['code'] === 'resource_held' ? 'request' : KINDS.get(field);
  return kind === undefined
    ? value
    : (change(nameOf(kind, value, kind === 'version' ? versioned(holder) : ''), value) as T);
}

/** What a version is one of. */
function versioned({ type, publication }: Record<string, unknown>): string {
  if (typeof publication === 'string') return publication;
  return typeof type === 'string' && type.startsWith(REPORT) ? REPORT : '';
}
