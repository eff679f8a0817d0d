import { holderOf } from '../../domain/incident/index.js';
import type { Duty, EventOf, EventType, IncidentEvent, State } from '../../domain/incident/index.js';
import { textIn } from '../../domain/lang.js';
import type { Lang, Text } from '../../domain/lang.js';
import type { ObligationId, ObligationRule } from '../../domain/plan/compiled.js';
import type { Names } from '../../domain/plan/names.js';
import type { PlanDocument } from '../../domain/plan/schema.js';
import type { Instant } from '../../domain/time.js';
import { filingWords, formatFormal, oneLine, postsHeld, speaker } from '../../domain/words/index.js';
import type { FilingWords, Speaker, Zone } from '../../domain/words/index.js';
import { withoutMarks } from '../unfilled.js';

/** What a draft is made of, and what tells what was known when. */
export const FILING_EVENTS = [
  'reported',
  'reportAbsorbed',
  'planMoved',
  'categoryChanged',
  'factAdded',
  'treatedAsReal',
  'confirmed',
  'levelChanged',
  'terminated',
  'reopened',
  'taskFinished',
  'sitrepReleased',
  'obligationClockSet',
  'obligationsFiled',
] as const satisfies EventType[];

type FilingEventType = (typeof FILING_EVENTS)[number];

/** How whoever files it is reached. */
export interface FilingContact {
  phone?: string;
  email?: string;
}

export interface FilingInput {
  obligation: ObligationId;
  /** As the incident runs by it. */
  document: PlanDocument;
  state: State;
  /** From the first one of the incident on; of these types at least. */
  events: readonly IncidentEvent[];
  names: Names;
  /** Absent where the reader may not see it, or the roster has none. */
  contact?: FilingContact;
  lang: Lang;
  zone: Zone;
  now: Instant;
  /** Hash of the last event. */
  recordHash: string;
}

export type WrittenObligation = NonNullable<PlanDocument['obligations']>[number];
export type WrittenTemplate = NonNullable<PlanDocument['templates']>[number];

export interface FilingContext extends FilingInput {
  rule: ObligationRule;
  written: WrittenObligation;
  template: WrittenTemplate;
  duty: Duty | undefined;
  words: FilingWords;
  say: Speaker;
  discoveredAt: Instant;
  /** Registered filings of this obligation, the first one first. */
  filings: EventOf<'obligationsFiled'>[];
  readonly t: (text: Text) => string;
  readonly time: (at: Instant) => string;
  /** Free text of people, in one line. */
  readonly quote: (text: string | undefined) => string;
  /** Number under which the organisation itself files it. */
  readonly numberOf: (obligation: ObligationId, filing: number) => string;
}

/** `undefined`: the incident does not run by such a rule, or the plan has no template for it. */
export function contextOf(input: FilingInput): FilingContext | undefined {
  const { obligation, document, state, events, names, lang, zone } = input;
  const rule = state.basis.plan.obligations.find(({ id }) => id === obligation);
  const written = document.obligations?.find(({ id }) => id === obligation);
  const template = document.templates?.find(({ id }) => id === written?.template);
  if (rule === undefined || written === undefined || template === undefined) return undefined;
  const say = speaker(names, lang, postsHeld(state));
  return {
    ...input,
    rule,
    written,
    template,
    duty: state.obligations.duties[obligation],
    words: filingWords(lang),
    say,
    discoveredAt: state.obligations.discoveredAt ?? state.report.reportedAt,
    filings: filingsOf(events, obligation),
    t: (text) => textIn(text, lang),
    time: (at) => formatFormal(at, lang, zone),
    quote: (text) => withoutMarks(say.quote(text)),
    numberOf: (id, filing) => `${oneLine(state.incidentId)}/${id}/${filing}`,
  };
}

export function filingsOf(events: readonly IncidentEvent[], id: ObligationId): EventOf<'obligationsFiled'>[] {
  return ofTypes(events, 'obligationsFiled').filter(({ obligations }) => obligations.includes(id));
}

export function ofTypes<T extends FilingEventType>(
  events: readonly IncidentEvent[],
  ...types: T[]
): Extract<IncidentEvent, { type: T }>[] {
  return events.filter((event): event is Extract<IncidentEvent, { type: T }> =>
    (types as IncidentEvent['type'][]).includes(event.type),
  );
}

/** Whom the authority turns to: whoever fills the post that files it, else that of its deputy. */
export function contactOf(state: State, { owner, deputy }: ObligationRule) {
  const post = holderOf(state, owner) === undefined && deputy !== undefined ? deputy : owner;
  return { post, person: holderOf(state, post) };
}

export function personAndPost(
  { say, lang }: Pick<FilingContext, 'say' | 'lang'>,
  person: string,
  post: string,
): string {
  return lang === 'zh-CN' ? `${say.person(person)}（${say.post(post)}）` : `${say.person(person)} (${say.post(post)})`;
}
