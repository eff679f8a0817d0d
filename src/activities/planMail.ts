import { isGivenOut } from '../domain/plan/lifecycle/index.js';
import { namesFrom } from '../domain/plan/namesFrom.js';
import type { RosterDocument } from '../domain/plan/roster.js';
import type { Duration } from '../domain/time.js';
import { HOUR, MINUTE } from '../domain/time.js';
import { planCopyWords } from '../domain/words/index.js';
import { signPlanCopy } from '../seal/index.js';
import { keepUpToDate, planEffect } from '../store/index.js';
import type { NewNotice, PlanVersion } from '../store/index.js';
import { deliver } from './deliver.js';
import type { Unsettled } from './deliver.js';
import type { ActivityDeps } from './deps.js';

/** Said in the mail as well. A plan is no alarm: people find it after their holidays. */
const LINK_LIFE = 30 * 24 * HOUR;
const AGAIN_AFTER: Duration = 5 * MINUTE;

type Parts = Omit<ActivityDeps, 'urgent'>;

/**
 * Mails each version that takes effect to those whom it is given to, once, whichever worker is first: the outbox is the
 * memory, as it is for notices. Wakes when plans or roster change; what could not be sent is tried again after a while.
 */
export function startPlanMail(parts: Parts): { close(): Promise<void> } {
  const unsettled: Unsettled = new Map();
  return keepUpToDate(
    parts.store,
    async () => {
      const given = (await parts.store.listPlans()).filter(({ standing }) => isGivenOut(standing));
      let open = false;
      for (const { id, version } of given) {
        const plan = await parts.store.planVersion(id, version);
        if (plan && !(await mail(parts, plan, unsettled))) open = true;
      }
      return open ? AGAIN_AFTER : undefined;
    },
    (error) => parts.log.error({ error: String(error) }, 'copies of a plan could not be mailed; it is tried again'),
  );
}

/** Whether nothing is left to be sent. */
async function mail(parts: Parts, plan: PlanVersion, unsettled: Unsettled): Promise<boolean> {
  const { store, channel } = parts;
  const effect = planEffect(plan);
  const known = new Set((await store.noticesForEffect(effect)).map(({ person }) => person));
  const fresh = plan.standing.addressees.filter(
    ({ person }) => !known.has(person) && !plan.standing.receipts.has(person),
  );
  if (fresh.length > 0) await store.enqueueNotices(await compose(parts, plan, fresh));
  const standing = await store.noticesForEffect(effect);
  if (standing.every(({ status }) => status === 'accepted' || status === 'rejected')) return true;
  const { delayed, unreachable } = await deliver({ ...parts, channel, unsettled }, effect, (lease) =>
    store.claimNotices({ ...effect, ...lease }),
  );
  for (const { person, code } of unreachable)
    parts.log.warn({ ...effect, person, code }, 'a copy of a plan cannot be mailed');
  return delayed.length === 0;
}

async function compose(
  { store, directory, channel, publicUrl, signingKey, zone }: Parts,
  plan: PlanVersion,
  addressees: PlanVersion['standing']['addressees'],
): Promise<NewNotice[]> {
  const [people, roster] = await Promise.all([directory.people(), store.currentRoster()]);
  if (!roster) throw new Error('there is no roster in the store; bring one in before plans are given out');
  const names = namesFrom(plan.document, roster.document as RosterDocument);
  const { incidentId, effectId } = planEffect(plan);
  const { id, version, document, standing } = plan;
  return addressees.flatMap(({ person, posts, givenAt }) => {
    const contact = people.find((known) => known.id === person);
    const address = contact?.contacts[channel.name];
    if (contact === undefined || address === undefined) return [];
    const token = signPlanCopy(signingKey, { plan: id, version, person, expiresAt: Date.now() + LINK_LIFE });
    const { subject, text } = planCopyWords({
      names,
      lang: contact.languages[0] ?? 'en',
      zone,
      number: document.plan.number,
      version,
      summary: standing.summary,
      effectiveFrom: standing.effectiveFrom ?? givenAt,
      posts,
      url: `${publicUrl}/plan-copy/${token}`,
    });
    return {
      id: [incidentId, person, channel.name].join('/'),
      incidentId,
      effectId,
      noticeId: effectId,
      person,
      channel: channel.name,
      address,
      subject,
      text,
      messageId: `${id}.v${version}.${person}@muster`,
    };
  });
}
