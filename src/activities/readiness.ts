import { almanacOf } from '../domain/drill/index.js';
import { parseDuration } from '../domain/plan/duration.js';
import { namesFrom, namesWithItems } from '../domain/plan/namesFrom.js';
import { inspect, lastInspection, ownersIn, readinessRules, remindersOf } from '../domain/readiness/index.js';
import type { Inspection, InspectionBy, ReadinessFacts } from '../domain/readiness/index.js';
import type { Instant } from '../domain/time.js';
import { readinessReminderWords, readinessSummaryWords } from '../domain/words/index.js';
import { readinessFacts, readinessOutbox } from '../store/index.js';
import type { NewNotice, StoredInspection } from '../store/index.js';
import { deliver } from './deliver.js';
import type { Unsettled } from './deliver.js';
import type { ActivityDeps } from './deps.js';

/** `superseded`: another has fallen due meanwhile, and finds all that this one would have found. */
export type Inspected = { outcome: 'made' | 'superseded'; inspection: string } | { outcome: 'notInPlan' };

export interface InspectionAsked {
  scheduledFor: Instant;
  /** By hand. */
  asked?: { inspection: string; by: InspectionBy };
}

export type InspectionDeps = Pick<ActivityDeps, 'store' | 'directory' | 'zone' | 'log'> & {
  channel: Pick<ActivityDeps['channel'], 'name'>;
};

/** Looks at everything once, by the plan in force, and keeps what it has found with its mails. A repeat finds the first. */
export function inspectReadiness(deps: InspectionDeps) {
  const { store, zone, log } = deps;
  return async ({ scheduledFor, asked }: InspectionAsked): Promise<Inspected> => {
    const at = Date.now();
    const looked = await readinessFacts(store, { at, zone });
    if (looked === undefined) return { outcome: 'notInPlan' };
    const { facts, version } = looked;
    const almanac = almanacOf(facts.plan, zone);
    const due = asked === undefined ? lastInspection(facts.plan, almanac, scheduledFor) : undefined;
    const id = asked?.inspection ?? due?.id;
    if (id === undefined) return { outcome: 'notInPlan' };
    if ((await store.inspection(id)) !== undefined) return { outcome: 'made', inspection: id };
    const latest = due && lastInspection(facts.plan, almanac, at);
    // Later, not merely another: this clock may be behind the one that started it.
    if (due && latest && latest.at > due.at) return { outcome: 'superseded', inspection: id };

    const [before] = await store.listInspections({ limit: 1 });
    const inspection = inspect(facts, before?.findings);
    const told = await store.toldOfReadiness();
    const remindEvery = parseDuration(readinessRules(facts.plan).remindEvery);
    const reminders = remindersOf(inspection.findings, told, at, remindEvery);
    const row: StoredInspection = {
      ...{ id, planId: version.id, planVersion: version.version },
      ...{ scheduledFor: due?.at ?? scheduledFor, inspectedAt: at, askedBy: asked?.by ?? null },
      ...inspection,
    };
    const mails = await mailsOf(deps, { id, facts, inspection, people: reminders.people, before });
    const toldNow = reminders.told.filter(({ person }) => mails.people.has(person));
    await store.saveInspection({ inspection: row, told: toldNow, notices: mails.notices });
    log.info(
      { inspection: id, score: row.score, findings: row.findings.length, lateMs: at - row.scheduledFor },
      'readiness was inspected',
    );
    return { outcome: 'made', inspection: id };
  };
}

interface Told {
  id: string;
  facts: ReadinessFacts;
  inspection: Inspection;
  people: ReturnType<typeof remindersOf>['people'];
  before: StoredInspection | undefined;
}

/** To command how things stand, to everybody else what is theirs. `people`: those who have an address. */
async function mailsOf(
  { directory, channel, zone: usual }: InspectionDeps,
  { id, facts, inspection, people, before }: Told,
): Promise<{ notices: NewNotice[]; people: Set<string> }> {
  const { plan, roster } = facts;
  const contacts = new Map((await directory.people()).map((contact) => [contact.id, contact]));
  const names = namesWithItems(namesFrom(plan, roster), facts.items ?? []);
  const zone = plan.calendar?.zone ?? usual;
  const key = readinessOutbox(id);
  const reached = new Set<string>();
  const mail = (person: string, kind: 'summary' | 'reminder', words: (lang: 'en' | 'zh-CN') => Words): NewNotice[] => {
    const contact = contacts.get(person);
    const address = contact?.contacts[channel.name];
    if (contact === undefined || address === undefined) return [];
    if (kind === 'reminder') reached.add(person);
    return [
      {
        ...{ id: [key.incidentId, id, kind, person, channel.name].join('/'), ...key, noticeId: `${id}/${kind}` },
        ...{ person, channel: channel.name, address, messageId: `readiness.${id}.${kind}.${person}@muster` },
        ...words(contact.languages[0] ?? 'en'),
      },
    ];
  };
  const last =
    before === undefined
      ? {}
      : { before: { score: before.score, keys: new Set(before.findings.map((one) => one.key)) } };
  const summaries = ownersIn(plan, roster, facts.today).command.flatMap((person) =>
    mail(person, 'summary', (lang) => readinessSummaryWords({ inspection, names, lang, zone, ...last })),
  );
  const reminders = [...people].flatMap(([person, findings]) =>
    mail(person, 'reminder', (lang) => readinessReminderWords({ findings, names, lang, zone })),
  );
  return { notices: [...summaries, ...reminders], people: reached };
}

interface Words {
  subject: string;
  text: string;
}

/** Sends what an inspection has put into the outbox. While a mail can only not be delivered yet this fails, and is tried again. */
export function tellReadiness(deps: ActivityDeps) {
  const unsettled: Unsettled = new Map();
  const { store, log } = deps;
  return async ({ inspection }: { inspection: string }): Promise<void> => {
    const key = readinessOutbox(inspection);
    const { delayed, unreachable } = await deliver({ ...deps, unsettled }, key, (lease) =>
      store.claimNotices({ ...key, ...lease }),
    );
    for (const { person, code } of unreachable) {
      log.warn({ inspection, person, code }, 'a mail about readiness cannot be delivered');
    }
    if (delayed.length > 0) throw new Error(`not delivered yet: ${delayed.map(({ code }) => code).join(', ')}`);
  };
}
