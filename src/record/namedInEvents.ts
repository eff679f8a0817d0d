import { isTriedAgain } from '../domain/incident/index.js';
import type { EventOf, IncidentEvent, PlanRef, State } from '../domain/incident/index.js';
import type { Instant } from '../domain/time.js';

/** An event as a fault names it. */
export interface At {
  seq: number;
  type: string;
}

/** A person of whom an attempt at a notice says what became of it. */
export interface Attempted extends At {
  effectId: string;
  person: string;
}

export interface Unreachable extends Attempted {
  code: string;
  /** It may still have arrived since: it was given up, not refused. */
  mayArrive: boolean;
}

/** With these codes no mail was ever made out. */
const WITHOUT_RECEIPT = ['no_address', 'not_attempted', 'no_outcome'];

/** What is decided and not recorded: one recording under way and one that waits, of 500 events each. */
const MOST_UNRECORDED = 1_000;

/** What the events say of one publication. */
export interface NamedPublication {
  draft: EventOf<'publicationDrafted'>;
  /** Of its first draft. */
  firstKind: string;
  approved?: At & { version: number };
  /** The last word of the public page. */
  shown?: At & { shows: 'text' | 'withdrawn'; publicId?: string };
  withdrawn?: At;
}

/** What the events say about what is kept beside them. */
export class NamedInEvents {
  readonly documents = new Map<string, At & { kind: string; sha256: string }>();
  /** By SHA-256; the first event that names it. */
  readonly evidence = new Map<string, At>();
  /** Destroyed, by an erasure on record. */
  readonly gone = { documents: new Map<string, At>(), evidence: new Map<string, At>() };
  /** The hashes of documents that were, each with the name of its document. */
  readonly documentsErased: string[] = [];
  readonly notices = new Map<string, At & { noticeId: string; people: Set<string> }>();
  /** In a drill: nothing was sent to them. */
  private readonly simulated = new Set<string>();
  readonly accepted: Attempted[] = [];
  readonly unreachable: Unreachable[] = [];
  /** Given up before it was sent. */
  readonly cancelled: Attempted[] = [];
  /** By effect, whoever an attempt has not settled. */
  private readonly delayed = new Map<string, Map<string, Attempted & { code: string }>>();
  readonly publications = new Map<string, NamedPublication>();
  /** Improvements that were started; the event that says so. */
  readonly improvements = new Map<string, At>();
  /** What the report was pinned to, where the chain says so. */
  reported: (At & { basisHash?: string }) | undefined;
  readonly plans: (At & { plan: PlanRef })[] = [];
  /** Documents that are asked for and not written yet. */
  readonly beingWritten = new Set<string>();
  /** The closure did not wait for the draft, which may be written after it. */
  isUnwritten = false;
  /** Where what happened last begins: events that follow from nothing else, one behind the other. */
  private last: { at: Instant; from: number; to: number } = { at: 0, from: 1, to: 0 };
  private lastSeq = 0;

  /** `before`: the state that the event met, where it is known. */
  take(event: IncidentEvent, before?: State): void {
    const { seq, type } = event;
    const at = { seq, type };
    this.lastSeq = seq;
    if (event.cause === undefined) {
      const goesOn = this.last.at === event.at && this.last.to === seq - 1 && event.request === undefined;
      this.last = { at: event.at, from: goesOn ? this.last.from : seq, to: seq };
    }
    switch (event.type) {
      case 'reported':
        for (const person of event.simulated ?? []) this.simulated.add(person);
        this.plans.push({ ...at, plan: event.plan });
        this.reported = { ...at, ...(event.basisHash === undefined ? {} : { basisHash: event.basisHash }) };
        break;
      case 'planMoved':
        this.plans.push({ ...at, plan: event.basis.plan });
        break;
      case 'effectRequested':
        if (event.effect.kind === 'notify') {
          const { id, noticeId, recipients } = event.effect;
          this.notices.set(id, { ...at, noticeId, people: new Set(recipients.map(({ person }) => person)) });
        }
        if (event.effect.kind === 'writeDocument') this.beingWritten.add(event.effect.id);
        break;
      case 'closed':
        this.isUnwritten = event.unwritten === true;
        break;
      case 'noticeAttempted':
        this.takeAttempt(event, before);
        break;
      case 'noticeCancelled':
        for (const person of event.people) this.cancelled.push({ ...at, effectId: event.effectId, person });
        break;
      case 'documentWritten':
        this.beingWritten.delete(event.effectId);
        for (const { format, lang, sha256 } of event.files) {
          this.documents.set(documentName(event.documentId, format, lang), { ...at, kind: event.document, sha256 });
        }
        break;
      case 'taskFinished':
      case 'obligationsFiled':
        if (event.file !== undefined && !this.evidence.has(event.file)) this.evidence.set(event.file, at);
        break;
      case 'analysisRecorded':
        for (const { evidence } of event.items) {
          if (evidence !== undefined && !this.evidence.has(evidence)) this.evidence.set(evidence, at);
        }
        break;
      case 'publicationDrafted':
        this.publications.set(event.publication, {
          draft: event,
          firstKind: this.publications.get(event.publication)?.firstKind ?? event.kind,
        });
        break;
      case 'publicationApproved':
        if (event.drill === undefined) this.about(event, { approved: { ...at, version: event.version } });
        break;
      case 'publicationPublished': {
        const { shows, publicId } = event;
        this.about(event, { shown: { ...at, shows, ...(publicId === undefined ? {} : { publicId }) } });
        break;
      }
      case 'publicationWithdrawn':
        this.about(event, { withdrawn: at });
        break;
      case 'improvementStarted':
        this.improvements.set(event.improvement, at);
        break;
      case 'personalDataErased':
        this.takeErasure(event, at);
        break;
      default:
    }
  }

  private about({ publication }: { publication: string }, more: Partial<NamedPublication>): void {
    const known = this.publications.get(publication);
    if (known !== undefined) this.publications.set(publication, { ...known, ...more });
  }

  private takeAttempt(event: EventOf<'noticeAttempted'>, before: State | undefined): void {
    const { seq, type, effectId, accepted, unreachable, delayed, retryAt } = event;
    const at = { seq, type, effectId };
    const earlier = this.delayed.get(effectId) ?? new Map<string, Attempted & { code: string }>();
    // An attempt that is followed by another one gives nobody up.
    const givesUp = retryAt === undefined && (before === undefined || !isTriedAgain(before, event));
    for (const person of accepted) if (!this.simulated.has(person)) this.accepted.push({ ...at, person });
    for (const { person, code } of unreachable) {
      const mayArrive = code === 'no_address' ? earlier.has(person) : givesUp;
      this.unreachable.push({ ...at, person, code, mayArrive });
    }
    for (const { person, code } of delayed) earlier.set(person, { ...at, person, code });
    this.delayed.set(effectId, earlier);
  }

  /** Of whom there must be a receipt, whatever it says. */
  *triedInVain(): Iterable<Attempted> {
    const delayed = [...this.delayed.values()].flatMap((people) => [...people.values()]);
    for (const { code, ...attempted } of [...delayed, ...this.unreachable]) {
      if (!WITHOUT_RECEIPT.includes(code)) yield attempted;
    }
  }

  private takeErasure({ erased }: EventOf<'personalDataErased'>, at: At): void {
    for (const { documentId, format, lang, sha256 } of erased.documents) {
      const name = documentName(documentId, format, lang);
      const was = this.documents.get(name);
      if (was !== undefined) this.documentsErased.push(`${name} ${was.sha256}`);
      if (was !== undefined && sha256 !== undefined) this.documents.set(name, { ...was, ...at, sha256 });
      else {
        this.documents.delete(name);
        this.gone.documents.set(name, at);
      }
    }
    for (const sha256 of erased.evidence) {
      this.evidence.delete(sha256);
      this.gone.evidence.set(sha256, at);
    }
  }

  /**
   * Whether an effect is named after an event that belongs to what happened last: more of that may not be recorded yet. A
   * notice is named after the event that it tells of, an effect after its notice.
   */
  mayBeUnrecorded(effectId: string): boolean {
    const [, digits] = /^[a-z]+(\d+)/.exec(effectId) ?? [];
    const seq = Number(digits);
    return digits !== undefined && this.isLast(seq) && seq <= this.lastSeq + MOST_UNRECORDED;
  }

  /** Whether an event belongs to what happened last. */
  isLast(seq: number): boolean {
    return seq >= this.last.from;
  }
}

export function documentName(id: string, format: string, lang: string): string {
  return `${id} ${format} ${lang}`;
}
