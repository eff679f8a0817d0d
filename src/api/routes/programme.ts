import type { Request } from 'express';
import { almanacOf, daysOffListedUntil } from '../../domain/drill/index.js';
import type { DrillsOfPlan } from '../../domain/drill/index.js';
import { namesFrom } from '../../domain/plan/namesFrom.js';
import { holdersOf } from '../../domain/plan/roster.js';
import { actorOf } from '../auth.js';
import { PauseRequest } from '../contract.js';
import type { Programme, ProgrammeEntry } from '../contract.js';
import type { ApiParts } from '../deps.js';
import { languageOf } from '../language.js';
import { parseBody } from '../parse.js';
import { ProblemError } from '../problemError.js';
import { readJson } from '../readBody.js';
import { groundOf } from '../registers/kind.js';
import type { Ground } from '../registers/kind.js';
import { SCHEDULE_POLICIES } from '../programme/policies.js';
import { programmeEntryView } from '../views/programmeView.js';
import type { Routes } from './router.js';

const ALL = '/api/v1/drill-programme';
const PAUSE = `${ALL}/:entry/pause`;

/** Some years of drills that were opened besides the times of the programme. */
const MOST_BESIDES = 200;

/** The drills of every year: when they come, what became of them, and which are paused. */
export const programmeRoutes: Routes = (router, parts) => {
  const { store, settings } = parts;

  router.get(ALL, async (req, res) => {
    res.json((await programmeOf(parts, req)) satisfies Programme);
  });

  router.put(PAUSE, ...readJson, async (req, res) => {
    const { reason } = parseBody(PauseRequest, req);
    const entry = await inCharge(parts, req);
    if (reason.trim() === '') throw new ProblemError('programme_reason_required', { programme: entry });
    const since = settings.now();
    const isChanged = await store.pauseEntry(entry, { by: actorOf(req), reason, since }, since);
    const answer = await entryOf(parts, req, entry);
    // A client that lost the answer asks again.
    if (!isChanged && answer.paused?.reason !== reason) throw pausedAlready(answer);
    res.json(answer);
  });

  router.delete(PAUSE, async (req, res) => {
    const entry = await inCharge(parts, req);
    const isChanged = await store.pauseEntry(entry, null, settings.now());
    if (!isChanged) throw new ProblemError('programme_not_paused', { programme: entry });
    res.json(await entryOf(parts, req, entry));
  });
};

async function programmeOf(parts: ApiParts, req: Request): Promise<Programme> {
  const { store, settings } = parts;
  const { plan, roster } = await groundOf(parts);
  const entries = plan.drills?.programme ?? [];
  const [kept, settled] = await Promise.all([store.keptEntries(), store.occurrencesOf(entries.map(({ id }) => id))]);
  const ids = settled.flatMap(({ drillId }) => drillId ?? []);
  const [opened, besides] = await Promise.all([
    store.listDrills({ ids, limit: ids.length }),
    store.listDrills({ programme: entries.map(({ id }) => id), byHand: true, limit: MOST_BESIDES }),
  ]);
  const lang = languageOf(req);
  const almanac = almanacOf(plan, settings.zone);
  const speech = {
    almanac,
    names: namesFrom(plan, roster),
    lang,
    now: settings.now(),
    drills: [...opened, ...besides],
  };
  return {
    ...{ zone: almanac.zone, daysOffUntil: daysOffListedUntil(almanac) },
    ...{ overlap: SCHEDULE_POLICIES.overlap, catchupWindow: SCHEDULE_POLICIES.catchupWindow },
    items: entries.map((entry) => {
      const scenario = plan.scenarios?.find(({ id }) => id === entry.scenario);
      const own = kept.find((one) => one.entry === entry.id);
      return programmeEntryView(entry, scenario, own, settled, speech);
    }),
  };
}

/** With its reason: whoever wanted to give another one sees what stands. */
function pausedAlready({ id, paused }: ProgrammeEntry): ProblemError {
  return new ProblemError('programme_paused', {
    programme: id,
    since: paused?.since ?? '',
    reason: paused?.reason ?? '',
  });
}

async function entryOf(parts: ApiParts, req: Request, id: string): Promise<ProgrammeEntry> {
  const { items } = await programmeOf(parts, req);
  return items.find((entry) => entry.id === id)!;
}

/** Whoever organises drills or approves them, and the operator. */
async function inCharge(parts: ApiParts, req: Request): Promise<string> {
  const ground = await groundOf(parts);
  const { drills } = ground.plan;
  if (drills === undefined) throw new ProblemError('plan_without_drills');
  const id = String(req.params['entry']);
  const known = drills.programme.map((entry) => entry.id);
  if (!known.includes(id))
    throw new ProblemError('unknown_programme', { programme: id.slice(0, 100) }, { programme: known });
  const actor = actorOf(req);
  if (actor.kind === 'person' && !peopleInCharge(ground, drills).includes(actor.id)) {
    const people = peopleInCharge(ground, drills);
    const names = namesFrom(ground.plan, ground.roster);
    const needed = { people, names: people.map((person) => names.person(person, languageOf(req))) };
    throw new ProblemError('drill_organiser_required', {}, needed);
  }
  return id;
}

function peopleInCharge({ roster }: Ground, { organiser, approver }: DrillsOfPlan): string[] {
  const holders = holdersOf(roster);
  return [...new Set([organiser, approver].flatMap((post) => holders[post] ?? []))];
}
