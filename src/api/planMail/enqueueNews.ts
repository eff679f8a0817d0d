import { newsOf, tellingOf } from '../../domain/plan/lifecycle/index.js';
import type { PlanNews, Told } from '../../domain/plan/lifecycle/index.js';
import type { PersonId } from '../../domain/plan/compiled.js';
import { HOUR } from '../../domain/time.js';
import { planCopyWords, planCorrectionWords } from '../../domain/words/index.js';
import { signPlanCopy } from '../../seal/index.js';
import { planOutbox } from '../../store/index.js';
import type { Notice, PlanVersion } from '../../store/index.js';
import { envelopes } from './envelopes.js';
import type { PlanMailParts } from './parts.js';

/** Said in the mail as well. A plan is no alarm: people find it after their holidays. */
const LINK_LIFE = 30 * 24 * HOUR;

const HOW: Record<Notice['status'], Told['how']> = {
  accepted: 'arrived',
  sending: 'arrived',
  queued: 'waiting',
  deferred: 'waiting',
  cancelled: 'unsent',
  rejected: 'refused',
};

interface PlanMails {
  /** The effect under which the mails of now stand. */
  current?: string;
  /** Effects with an earlier date of which mails are just being sent. */
  onTheWire: string[];
}

/**
 * Puts into the outbox what each addressee still has to be told: the whole copy to whoever has had none, a short
 * correction to whoever was told another date or of a version that is withdrawn. Mails with an earlier date that have not
 * left yet are not sent any more. Whoever has one on the wire is told nothing before it is known whether it arrived: a
 * correction of what never came would be all that they get.
 */
export async function enqueueNews(parts: PlanMailParts, plan: PlanVersion): Promise<PlanMails> {
  const { store } = parts;
  const incidentId = planOutbox(plan);
  const news = newsOf(plan.steps);
  const now = news.at(-1);
  if (now === undefined) return { onTheWire: [] };
  const read = async () =>
    (await store.noticesOf(incidentId)).flatMap((mail) => {
      const step = stepOf(mail.effectId);
      return step === undefined ? [] : [{ ...mail, step }];
    });
  const known = await read();
  const outdated = known.filter(({ step, status }) => step < now.step && HOW[status] === 'waiting');
  for (const effectId of new Set(outdated.map((mail) => mail.effectId))) {
    const people = outdated.filter((mail) => mail.effectId === effectId).map(({ person }) => person);
    await store.cancelNotices({ incidentId, effectId }, people);
  }
  // Another process may have begun to send some of them meanwhile.
  const mails = outdated.length === 0 ? known : await read();

  const onTheWire = mails.filter(({ step, status }) => step < now.step && status === 'sending');
  const waits = new Set(onTheWire.map(({ person }) => person));

  const toldTo = (person: PersonId) =>
    mails.filter((mail) => mail.person === person).map(({ step, status }) => ({ step, how: HOW[status] }));
  const tellings = plan.standing.addressees.flatMap((addressee) => {
    if (waits.has(addressee.person)) return [];
    const telling = tellingOf(news, toldTo(addressee.person), plan.standing.receipts, addressee.person);
    return telling === undefined ? [] : [{ ...addressee, telling }];
  });
  const effectId = effectOf(now);
  const url = (person: PersonId) => copyUrl(parts, plan, person);
  const notices = await envelopes(parts, plan, effectId, tellings, ({ person, posts, telling }, about) => {
    const { from } = now;
    if (from === undefined) return planCorrectionWords({ ...about, reason: now.reason ?? '' });
    return telling === 'copy'
      ? planCopyWords({ ...about, summary: plan.standing.summary, effectiveFrom: from, posts, url: url(person) })
      : planCorrectionWords({ ...about, from, before: telling.correcting.from, url: url(person) });
  });
  if (notices.length > 0) await store.enqueueNotices(notices);
  return { current: effectId, onTheWire: [...new Set(onTheWire.map((mail) => mail.effectId))] };
}

function effectOf({ step }: PlanNews): string {
  return `news-${step}`;
}

/** The step that a mail tells of; undefined for mails about something else. */
function stepOf(effectId: string): number | undefined {
  const [, step] = /^news-(\d+)$/.exec(effectId) ?? [];
  return step === undefined ? undefined : Number(step);
}

function copyUrl(
  { publicUrl, signingKey, now }: PlanMailParts,
  { id, version }: PlanVersion,
  person: PersonId,
): string {
  return `${publicUrl}/plan-copy/${signPlanCopy(signingKey, { plan: id, version, person, expiresAt: now() + LINK_LIFE })}`;
}
