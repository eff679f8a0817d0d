import { createHash } from 'node:crypto';
import { startImprovement } from '../../src/activities/improvements.js';
import type { ActivityDeps } from '../../src/activities/deps.js';
import type { ApiDeps } from '../../src/api/deps.js';
import type { Improvements } from '../../src/api/improvements/improvements.js';
import type { Incidents } from '../../src/api/incidents.js';
import { UnavailableError } from '../../src/api/incidents.js';
import { loadSitrep } from '../../src/api/loadSitrep.js';
import { buildSitrep, renderHtml } from '../../src/documents/index.js';
import {
  answerTo,
  decide,
  evolve,
  initial,
  isFinished,
  isMalformed,
  nowOf,
  open,
  pending,
  readPeopleChanged,
  SYSTEM,
  wake,
} from '../../src/domain/incident/index.js';
import type { Answer, Effect, IncidentEvent, Message, State } from '../../src/domain/incident/index.js';
import type { Lang } from '../../src/domain/lang.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import { dayIn } from '../../src/domain/plan/days.js';
import type { Instant } from '../../src/domain/time.js';
import { createDirectory, peopleToday } from '../../src/store/index.js';
import type { Store } from '../../src/store/index.js';
import type { DecisionAnswer, IncidentInput } from '../../src/workflows/messages.js';

interface Running {
  basis: Basis;
  state: State;
  /** Decisions of one incident happen one after the other. */
  turn: Promise<unknown>;
}

export interface LocalIncidents extends Incidents {
  /** As if Temporal did not answer. */
  down: boolean;
  /** While set, events reach the store only after it resolves: the record is behind the incident. */
  holdRecord: Promise<void> | undefined;
  /** The ledger of people counts over all incidents; without it each has everybody to itself. */
  sharedPeople: boolean;
  /** The batches that `answer` was given. */
  batches: Message[][];
  /** Who was told that the ledger has stock for them. */
  stockTold: string[];
  /** Whatever falls due until now. */
  tick(incidentId: string): Promise<void>;
  stateOf(incidentId: string): State;
}

/** The real machine and the real record in this process: what the API sees of an incident, without Temporal. */
export function localIncidents(store: Store, now: () => Instant, improvements?: Improvements): LocalIncidents {
  const running = new Map<string, Running>();

  const local: LocalIncidents = {
    down: false,
    holdRecord: undefined,
    sharedPeople: false,
    batches: [],
    stockTold: [],

    async start(incidentId, input: IncidentInput) {
      requireUp();
      if (running.has(incidentId) || !input.opening) return;
      const { basis, opening } = input;
      const incident: Running = { basis, state: initial(basis), turn: Promise.resolve() };
      running.set(incidentId, incident);
      await inTurn(incident, () =>
        take(incident, open(opening.report, basis, opening.by, opening.at, opening.engaged)),
      );
    },

    async decide(incidentId, message) {
      requireUp();
      const incident = running.get(incidentId);
      if (!incident || isFinished(incident.state)) return undefined;
      return inTurn(incident, () => apply(incident, message));
    },

    async decideAfterClose(incidentId, message) {
      requireUp();
      const known = running.get(incidentId);
      if (known && !isFinished(known.state)) return inTurn(known, () => apply(known, message));
      const { state } = (await store.readForRun(incidentId))!;
      const incident: Running = { basis: state.basis, state, turn: Promise.resolve() };
      running.set(incidentId, incident);
      const { roster, change } = await peopleToday(createDirectory(store), state.basis);
      const told = { type: 'peopleChanged', requestId: '', actor: SYSTEM, via: 'system', roster, ...change } as const;
      await inTurn(incident, () => apply(incident, { ...told, plan: state.basis.plan.hash }));
      return inTurn(incident, () => apply(incident, message));
    },

    async recheckClaims(incidentId) {
      const incident = running.get(incidentId);
      const message = { type: 'recheckClaims', requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
      if (incident) await inTurn(incident, () => apply(incident, message));
    },

    async recheckStock(incidentId) {
      requireUp();
      local.stockTold.push(incidentId);
      const incident = running.get(incidentId);
      const message = { type: 'recheckStock', requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
      if (incident) await inTurn(incident, () => apply(incident, message));
    },

    async changePeople(incidentId, change) {
      requireUp();
      const incident = running.get(incidentId);
      if (!incident || isFinished(incident.state)) return;
      const message = readPeopleChanged(change);
      if (isMalformed(message)) throw new Error(`no change of people: ${message.field}`);
      await inTurn(incident, () => apply(incident, message));
    },

    async hasEnded(incidentId) {
      const incident = running.get(incidentId);
      return !incident || isFinished(incident.state);
    },

    // Nothing is kept here but the state, which `forget` lets go.
    async keeps() {
      return false;
    },

    async forget(incidentId) {
      running.delete(incidentId);
      return true;
    },

    async answer(incidentId, messages) {
      requireUp();
      local.batches.push(messages);
      const incident = running.get(incidentId);
      if (!incident || isFinished(incident.state)) return false;
      await inTurn(incident, async () => {
        for (const message of messages) await apply(incident, message);
      });
      return true;
    },

    async ping() {
      requireUp();
    },

    async tick(incidentId) {
      const incident = running.get(incidentId)!;
      await inTurn(incident, () => take(incident, wake(incident.state, ...moment(incident))));
    },

    stateOf: (incidentId) => running.get(incidentId)!.state,
  };
  return local;

  function requireUp(): void {
    if (local.down) throw new UnavailableError('Temporal is switched off');
  }

  function inTurn<T>(incident: Running, work: () => Promise<T>): Promise<T> {
    const next = incident.turn.then(work);
    incident.turn = next.catch(() => undefined);
    return next;
  }

  async function apply(incident: Running, message: Message): Promise<DecisionAnswer> {
    const events = decide(incident.state, message, ...moment(incident));
    await take(incident, events, message);
    const { seq, phase } = incident.state;
    const refused = events.find((event) => event.type === 'refused');
    if (!refused) return { seq, phase, ...answerTo(incident.state, message.requestId) };
    const { code, found, needed } = refused;
    return { seq, phase, refusal: { code, found, needed } };
  }

  async function take(incident: Running, events: IncidentEvent[], message?: Message): Promise<void> {
    await record(incident, events, message);
    // An answer may ask for more. Between incidents, merging needs both to run: the workflow's tests have that.
    for (let effect = next(incident); effect !== undefined; effect = next(incident)) {
      const answer = await carryOut(incident.state, effect);
      const head = { requestId: effect.id, actor: { kind: 'system' }, via: 'system' } as const;
      const message: Message = { ...head, ...answer };
      await record(incident, decide(incident.state, message, ...moment(incident)), message);
    }
  }

  function next({ state }: Running): Effect | undefined {
    return pending(state).find((effect) => effect.kind !== 'merge');
  }

  async function record(incident: Running, events: IncidentEvent[], message?: Message): Promise<void> {
    if (events.length === 0) return;
    const { basis } = incident;
    const first = events[0]!;
    incident.state = events.reduce(evolve, incident.state);
    const { incidentId } = incident.state;
    const messages = message ? [{ firstSeq: first.seq, message }] : [];
    const recording = async () => void (await store.record({ incidentId, basis, events, messages }));
    if (!local.holdRecord) return recording();
    // Behind its back, in order.
    local.holdRecord = local.holdRecord.then(recording);
  }

  async function carryOut(state: State, effect: Effect): Promise<Answer> {
    switch (effect.kind) {
      case 'notify':
        return notify(state.incidentId, effect);
      case 'claim':
        return claim(state, effect);
      case 'releaseClaims':
        if (local.sharedPeople) {
          const { incidentId } = state;
          await recheck(
            (await store.releasePeople({ incidentId, ...(effect.people ? { people: effect.people } : {}) })).tell,
          );
        }
        return { type: 'releasedClaims', effectId: effect.id };
      case 'allocate': {
        const { id: effectId, kind: _, ...wanted } = effect;
        const asked = { incidentId: state.incidentId, mode: state.report.mode, ...wanted, today: today() };
        return { type: 'allocated', effectId, ...(await store.allocateStock(asked)) };
      }
      case 'settleStock': {
        const { id: effectId, kind: _, ...settled } = effect;
        await store.settleStock({ incidentId: state.incidentId, effectId, ...settled, today: today() });
        return { type: 'stockSettled', effectId };
      }
      case 'startImprovement': {
        const { id: effectId, improvement, upTo } = effect;
        const asked = { incidentId: state.incidentId, improvement, upTo };
        if (improvements) await startImprovement({ store, improvements } as unknown as ActivityDeps)(asked);
        return { type: 'improvementStarted', effectId };
      }
      case 'writeDocument':
        return write(state, effect);
      case 'publish': {
        const { id: effectId, publication, version, withdrawn } = effect;
        const asked = { incidentId: state.incidentId, publication, version, at: now() };
        const shown = await (withdrawn ? store.withdrawPublication(asked) : store.publish(asked));
        return { type: 'published', effectId, ...shown };
      }
      case 'merge':
        throw new Error('merging needs both incidents to run: the tests of the workflow have that');
    }
  }

  /** By the clock of the incident, and by the wall clock. */
  function moment({ state }: Running): [at: number, realAt: number] {
    return [nowOf(state, now()), now()];
  }

  function today(): string {
    return dayIn(now(), 'UTC');
  }

  async function claim({ incidentId, report }: State, effect: Extract<Effect, { kind: 'claim' }>): Promise<Answer> {
    const { id: effectId, kind: _, ...wanted } = effect;
    if (!local.sharedPeople) return { type: 'claimed', effectId, contested: [], shared: [] };
    const { tell, ...answer } = await store.claimPeople({ incidentId, mode: report.mode, ...wanted });
    await recheck(tell);
    return { type: 'claimed', effectId, ...answer };
  }

  async function recheck(incidentIds: string[]): Promise<void> {
    for (const id of incidentIds) await local.recheckClaims(id);
  }

  async function notify(incidentId: string, effect: Extract<Effect, { kind: 'notify' }>): Promise<Answer> {
    const { id: effectId, noticeId, template } = effect;
    const people = effect.recipients.map((recipient) => recipient.person);
    const rows = people.map((person) => ({
      id: `${incidentId}/${noticeId}/${person}/email`,
      incidentId,
      effectId,
      noticeId,
      person,
      channel: 'email',
      address: `${person}@secret.example`,
      subject: template,
      text: 'https://secret.example/ack/secret-token',
      messageId: `${incidentId}.${noticeId}.${person}`,
    }));
    await store.enqueueNotices(rows);
    const claimed = await store.claimNotices({ incidentId, effectId, owner: 'test', leaseMs: 60_000 });
    const results = claimed.map(({ id }) => ({ id, status: 'accepted' as const }));
    await store.settleNotices('test', results);
    return { type: 'noticeAttempted', effectId, accepted: people, unreachable: [], delayed: [] };
  }

  async function write(
    { incidentId }: State,
    { id: effectId, document: kind, number }: Extract<Effect, { kind: 'writeDocument' }>,
  ): Promise<Answer> {
    const documentId = `${incidentId}-${effectId}`;
    const files = [];
    for (const lang of ['zh-CN', 'en'] as const) {
      for (const [format, contentType] of [
        ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
        ['html', 'text/html; charset=utf-8'],
      ] as const) {
        const page =
          kind === 'sitrep' && format === 'html' ? await sitrepPage(incidentId, number ?? 0, lang) : undefined;
        const bytes = Buffer.from(page ?? `<p>${format} ${lang}</p>`);
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        await store.saveDocument({
          id: documentId,
          incidentId,
          kind,
          format,
          lang,
          contentType,
          bytes,
          sha256,
        });
        files.push({ format, lang, sha256 });
      }
    }
    return { type: 'documentWritten', effectId, documentId, files };
  }

  /** Read as pages by tests; of other files it is enough that they are there. */
  async function sitrepPage(incidentId: string, number: number, lang: Lang): Promise<string | undefined> {
    const settings = { now, zone: 'Asia/Shanghai' };
    const deps = { store, directory: createDirectory(store), settings } as unknown as ApiDeps;
    const found = await loadSitrep(deps, { incidentId, number }, lang);
    return found && renderHtml(buildSitrep(found));
  }
}
