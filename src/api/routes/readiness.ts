import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Request } from 'express';
import { almanacOf } from '../../domain/drill/index.js';
import { actorName } from '../../domain/incident/index.js';
import type { Names } from '../../domain/plan/names.js';
import { namesFrom, namesWithItems } from '../../domain/plan/namesFrom.js';
import { holdersOf } from '../../domain/plan/roster.js';
import { inspectionTimes, readinessRules } from '../../domain/readiness/index.js';
import type { InspectionBy } from '../../domain/readiness/index.js';
import type { StoredInspection } from '../../store/index.js';
import { actorOf } from '../auth.js';
import { ReadinessPaperQuery, ReadinessQuery } from '../contract.js';
import type { ReadinessInspection, ReadinessOverview } from '../contract.js';
import type { ApiParts } from '../deps.js';
import { languageOf } from '../language.js';
import { headerId, parseQuery } from '../parse.js';
import { ProblemError, unavailable } from '../problemError.js';
import { groundOf } from '../registers/kind.js';
import type { Ground } from '../registers/kind.js';
import { sendPrinted } from '../sendDocument.js';
import { inspectionView, trendView } from '../views/readinessView.js';
import { iso } from '../views/named.js';
import type { Routes } from './router.js';

const ALL = '/api/v1/readiness';
const ID_DIGITS = 12;
/** An inspection takes a moment; so long is waited for it. */
const MADE_WITHIN_MS = 15_000;
const LOOK_AGAIN_MS = 100;

/** Whether people, stock, drills, plan and follow-up are as they should be. */
export const readinessRoutes: Routes = (router, parts) => {
  const { store, settings, readiness, printing } = parts;

  router.get(ALL, async (req, res) => {
    const { limit } = parseQuery(ReadinessQuery, req);
    const ground = await groundOf(parts);
    const speech = { names: await namesOf(parts, ground), lang: languageOf(req) };
    const all = await store.listInspections({ limit });
    const almanac = almanacOf(ground.plan, settings.zone);
    const now = settings.now();
    const next = inspectionTimes(ground.plan, almanac, now).find(({ at }) => at > now);
    const [latest] = all;
    res.json({
      ...{ zone: almanac.zone, every: readinessRules(ground.plan).every },
      next: next && iso(next.at),
      latest: latest && inspectionView(latest, speech),
      trend: all.map((one) => trendView(one, speech)),
    } satisfies ReadinessOverview);
  });

  router.post(ALL, async (req, res) => {
    const ground = await groundOf(parts);
    const by = inCharge(ground, req);
    const key = headerId(req, 'Idempotency-Key') ?? randomUUID();
    const digest = createHash('sha256')
      .update(`${actorName(by)} ${key}`)
      .digest('hex');
    const inspection = `r-${digest.slice(0, ID_DIGITS)}`;
    await readiness.start(inspection, { scheduledFor: settings.now(), asked: { inspection, by } });
    const made = await untilMade(parts, inspection);
    const speech = { names: await namesOf(parts, ground), lang: languageOf(req) };
    res.status(201).json(inspectionView(made, speech) satisfies ReadinessInspection);
  });

  router.get(`${ALL}/:inspection`, async (req, res) => {
    const ground = await groundOf(parts);
    const speech = { names: await namesOf(parts, ground), lang: languageOf(req) };
    res.json(inspectionView(await load(parts, req), speech) satisfies ReadinessInspection);
  });

  router.get(`${ALL}/:inspection/report`, async (req, res) => {
    const { format, lang = languageOf(req) } = parseQuery(ReadinessPaperQuery, req);
    const { plan, roster } = await groundOf(parts);
    const inspection = await load(parts, req);
    const trend = (await store.listInspections({ limit: TREND, before: inspection.id })).map(
      ({ id, inspectedAt, score }) => ({ id, inspectedAt, score }),
    );
    const zone = settings.zone;
    const file = await printing.readiness({ inspection, trend, plan, people: roster.people, zone, format, lang });
    sendPrinted(res, { name: `readiness-${inspection.id}`, ...file });
  });
};

/** Half a year of weekly inspections. */
const TREND = 26;

/** Findings quote items of the ledger. */
async function namesOf({ store }: ApiParts, { plan, roster }: Ground): Promise<Names> {
  return namesWithItems(namesFrom(plan, roster), (await store.currentLedger())?.document.items ?? []);
}

async function load({ store }: ApiParts, req: Request): Promise<StoredInspection> {
  const id = String(req.params['inspection']).slice(0, 100);
  const known = /^[A-Za-z0-9-]+$/.test(id) ? await store.inspection(id) : undefined;
  if (known === undefined) throw new ProblemError('inspection_not_found', { inspection: id });
  return known;
}

async function untilMade({ store }: ApiParts, id: string): Promise<StoredInspection> {
  const until = Date.now() + MADE_WITHIN_MS;
  for (;;) {
    const made = await store.inspection(id);
    if (made !== undefined) return made;
    if (Date.now() >= until) throw unavailable('inspection_under_way');
    await sleep(LOOK_AGAIN_MS);
  }
}

/** Command, whoever organises drills, whoever approves the plan, and the operator. */
function inCharge({ plan, roster }: Ground, req: Request): InspectionBy {
  const actor = actorOf(req);
  if (actor.kind === 'operator') return { kind: 'operator' };
  const { command, drills, control } = plan;
  const holders = holdersOf(roster);
  const posts = [command.commander, ...command.deputies, drills?.organiser, control?.approver];
  const people = [...new Set(posts.flatMap((post) => (post === undefined ? [] : (holders[post] ?? []))))];
  if (actor.kind !== 'person' || !people.includes(actor.id)) {
    const names = namesFrom(plan, roster);
    const needed = { people, names: people.map((person) => names.person(person, languageOf(req))) };
    throw new ProblemError('readiness_not_yours', {}, needed);
  }
  return { kind: 'person', id: actor.id };
}
