import { createHash } from 'node:crypto';
import { decide, evolve, initial, open, pending, wake } from '../../src/domain/incident/index.js';
import type {
  Answer,
  Decision,
  Effect,
  EffectOf,
  IncidentEvent,
  Message,
  State,
} from '../../src/domain/incident/index.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import { MINUTE } from '../../src/domain/time.js';
import { planFiles } from '../support/planFiles.js';
import { createDirectory } from '../../src/store/index.js';
import { hashOfUnchanging } from '../../src/seal/index.js';
import type { Store } from '../../src/store/index.js';
import { bringInPlan } from '../support/plans.js';
import { REPORTED_AT } from './incidents.js';

const REFUSED = 'smtp_550';

export const EVIDENCE = Buffer.from('signed list, 验证清单');

const shaOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The sample plan in force, once for a store. */
async function withPlan(store: Store): Promise<void> {
  const { document, hash, roster } = planFiles('plans/software-incident');
  await bringInPlan(store, document, hash);
  await store.saveRoster(roster);
}

export interface Provable {
  /** What people do besides, before the end. */
  more?: [person: string, decision: Decision][];
  /** What people do after the end. */
  afterwards?: [person: string, decision: Decision][];
  inDocuments?: string;
  /** Whose mail is refused for good. */
  refused?: string[];
  /** The public page takes a text only once it is withdrawn. */
  pageIsAway?: boolean;
  /** Muster's own draft of the report is not written before the closure. */
  draftIsLate?: boolean;
  /** Who held the posts stands in the chain; an earlier release did not put it there. */
  anchored?: boolean;
  /** By default where people do something besides. */
  closes?: boolean;
  /** How long after the watch. */
  closesAfter?: number;
  /** Instead of what is in force. */
  by?: Basis;
  /** Instead of a word in each language. */
  writes?: (
    effect: EffectOf<'writeDocument'>,
  ) => Promise<Omit<Extract<Answer, { type: 'documentWritten' }>, 'type' | 'effectId'>>;
}

type Given = Pick<Required<Provable>, 'inDocuments' | 'refused'> & Pick<Provable, 'writes'>;

/**
 * An incident with everything that can be kept with one: messages of people and of the world, refusals, notices with receipts,
 * documents, evidence. It ends and its report is written.
 */
export async function provableIncident(
  store: Store,
  incidentId: string,
  {
    more = [],
    afterwards = [],
    inDocuments = '',
    refused = [],
    pageIsAway = false,
    draftIsLate = false,
    anchored = true,
    closes = more.length > 0,
    closesAfter = 0,
    by: under,
    writes,
  }: Provable = {},
): Promise<State> {
  if ((await store.effectivePlanKey()) === undefined) await withPlan(store);
  const basis = under ?? (await createDirectory(store).basis())!;
  const sha256 = shaOf(EVIDENCE);
  await store.saveEvidence({
    incidentId,
    sha256,
    name: '清单.txt',
    contentType: 'text/plain',
    size: EVIDENCE.length,
    bytes: EVIDENCE,
    storedBy: 'zhao-lei',
  });
  let state = initial(basis);
  let at = REPORTED_AT;
  let requests = 0;

  async function keep(events: IncidentEvent[], message?: Message): Promise<void> {
    if (events.length === 0) return;
    state = events.reduce(evolve, state);
    const messages = message ? [{ firstSeq: events[0]!.seq, message }] : [];
    await store.record({ incidentId, basis, events, messages });
    const asked = () => pending(state).find((effect) => !waitsForPage(effect) && !isLateDraft(effect));
    for (let effect = asked(); effect; effect = asked()) {
      const answer = await carryOut(store, incidentId, effect, {
        ...{ inDocuments, refused },
        ...(writes === undefined ? {} : { writes }),
      });
      const back = { requestId: '', actor: { kind: 'system' }, via: 'system', ...answer } as Message;
      const more = decide(state, back, at);
      state = more.reduce(evolve, state);
      await store.record({ incidentId, events: more, messages: [{ firstSeq: more[0]!.seq, message: back }] });
    }
  }

  function waitsForPage(effect: Effect): boolean {
    if (!pageIsAway || effect.kind !== 'publish') return false;
    return state.publication.items[effect.publication]?.status !== 'withdrawn';
  }

  function isLateDraft(effect: Effect): boolean {
    return (
      draftIsLate &&
      effect.kind === 'writeDocument' &&
      effect.document === 'incidentReport' &&
      effect.version === undefined
    );
  }

  async function says(person: string, decision: Decision): Promise<void> {
    at += MINUTE;
    requests += 1;
    const head = { requestId: `r${requests}`, actor: { kind: 'person', id: person }, via: 'api' } as const;
    const message = { ...decision, ...head, ifSeq: state.seq } as Message;
    await keep(decide(state, message, at), message);
  }

  const report = {
    incidentId,
    mode: 'real' as const,
    category: 'operation-failure',
    title: '支付接口超时',
    place: '上海机房',
    description: '用户无法付款',
    facts: {},
  };
  const by = { actor: { kind: 'operator' }, via: 'api', requestId: 'report' } as const;
  await keep(open(report, basis, by, at, [], anchored ? hashOfUnchanging(basis) : undefined));
  await says('liang-yue', { type: 'verify', outcome: 'confirmed', reason: 'not mine to say' });
  await says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'IV', reason: '监控与用户反馈一致' });
  const task = { task: 'diagnose', file: { sha256, name: '清单.txt' }, note: '日志', finding: '磁盘已满' };
  await says('zhao-lei', { type: 'task', action: 'finish', ...task });
  for (const [person, decision] of more) await says(person, decision);
  await says('lin-wei', { type: 'terminate', action: 'override', reason: '已恢复' });
  await says('chen-jing', { type: 'terminate', action: 'confirm' });
  for (const [person, decision] of afterwards) await says(person, decision);
  if (!closes) return state;
  at = state.termination.watchUntil ?? at;
  await keep(wake(state, at));
  at += closesAfter;
  await says('lin-wei', { type: 'close', despite: true, reason: '归档' });
  return state;
}

async function carryOut(
  store: Store,
  incidentId: string,
  effect: Effect,
  { inDocuments, refused, writes }: Given,
): Promise<Answer> {
  const effectId = effect.id;
  switch (effect.kind) {
    case 'notify': {
      const people = effect.recipients.map(({ person }) => person);
      await store.enqueueNotices(
        people.map((person) => ({
          id: `${incidentId}/${effect.noticeId}/${person}/email`,
          incidentId,
          effectId,
          noticeId: effect.noticeId,
          person,
          channel: 'email',
          address: `${person}@secret.example`,
          subject: effect.template,
          text: 'https://secret.example/ack/secret-token',
          messageId: `${incidentId}.${effect.noticeId}.${person}`,
        })),
      );
      const claimed = await store.claimNotices({ incidentId, effectId, owner: 'test', leaseMs: 60_000 });
      await store.settleNotices(
        'test',
        claimed.map(({ id, person }) =>
          refused.includes(person) ? { id, status: 'rejected', code: REFUSED } : { id, status: 'accepted' },
        ),
      );
      const accepted = people.filter((person) => !refused.includes(person));
      const unreachable = people
        .filter((person) => refused.includes(person))
        .map((person) => ({ person, code: REFUSED }));
      return { type: 'noticeAttempted', effectId, accepted, unreachable, delayed: [] };
    }
    case 'claim':
      return { type: 'claimed', effectId, contested: [], shared: [] };
    case 'startImprovement':
      return { type: 'improvementStarted', effectId };
    case 'releaseClaims':
      return { type: 'releasedClaims', effectId };
    case 'allocate':
      return { type: 'allocated', effectId, lots: [], missing: effect.quantity, heldBy: [] } as unknown as Answer;
    case 'publish': {
      const { publication, version, withdrawn } = effect;
      const request = { incidentId, publication, version, at: REPORTED_AT };
      const shown = await (withdrawn ? store.withdrawPublication(request) : store.publish(request));
      return { type: 'published', effectId, ...shown };
    }
    case 'settleStock':
      return { type: 'stockSettled', effectId };
    case 'writeDocument': {
      if (writes !== undefined) return { type: 'documentWritten', effectId, ...(await writes(effect)) };
      const id = `${incidentId}-${effectId}`;
      const files = [];
      for (const lang of ['zh-CN', 'en']) {
        const bytes = Buffer.from(`<p>${effect.document} ${lang} ${inDocuments}</p>`);
        const file = { format: 'html', lang, sha256: shaOf(bytes) };
        const contentType = 'text/html; charset=utf-8';
        await store.saveDocument({ id, incidentId, kind: effect.document, contentType, bytes, ...file });
        files.push(file);
      }
      return { type: 'documentWritten', effectId, documentId: id, files };
    }
    case 'merge':
      throw new Error('nobody merges here');
  }
}
