import { LANGS } from '../../src/domain/lang.js';
import type { Text } from '../../src/domain/lang.js';
import type { CompiledPlan } from '../../src/domain/plan/compiled.js';
import { inUse } from '../../src/domain/plan/compile/packs.js';
import { durationWords } from '../../src/domain/plan/diff/words/numbers.js';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import type { PlanDocument } from '../../src/domain/plan/schema.js';

/**
 * What each row of the document that the default plan was drawn up from demands, and where its plan must have it: rules
 * that an incident carries (`runs`), texts that the printed plan must show (`reads`), and of an annex, texts that must stand
 * within that annex (`holds`). No text at all counts as missing.
 */
export interface MissionRow {
  demand: string;
  runs?: (plan: CompiledPlan) => boolean;
  reads: (plan: PlanDocument) => (Text | undefined)[];
  holds?: (plan: PlanDocument, roster: RosterDocument) => (Text | undefined)[];
}

const category = (row: string) => (plan: PlanDocument) =>
  plan.categories.filter((c) => c.rows?.includes(row)).flatMap((c) => [c.name, c.description, c.risk]);
const team = (id: string) => (plan: PlanDocument) => {
  const members = plan.posts.filter((post) => post.team === id);
  const found = plan.teams.find((t) => t.id === id);
  // A lead and at least one member besides.
  return [found?.name, found?.duties, ...(members.length < 2 ? [undefined] : members.map((post) => post.duties))];
};
const called = (id: string) => (plan: CompiledPlan) =>
  plan.teams.some((t) => t.id === id) && plan.mobilisation.some((rule) => rule.team === id);
const tasksOf = (row: string) => (plan: PlanDocument) =>
  (plan.tasks ?? []).filter((task) => task.rows?.includes(row)).flatMap((task) => [task.name, task.done]);
const resources = (row: string) => (plan: PlanDocument) =>
  (plan.resources ?? []).filter((r) => r.rows?.includes(row)).flatMap((r) => [r.name, r.location]);
const annex = (row: string) => (plan: PlanDocument) =>
  (plan.annexes ?? []).filter((a) => a.rows?.includes(row)).map((a) => a.title);
const principle = (row: string) => (plan: PlanDocument) =>
  (plan.principles ?? []).filter((p) => p.rows?.includes(row)).map((p) => p.text);

export const MISSION_ROWS: Record<string, MissionRow> = {
  S1: {
    demand: 'code faults and system failures in development',
    runs: (p) => p.tasks.some((t) => t.categories?.includes('code-fault')),
    reads: category('S1'),
  },
  S2: {
    demand: 'failures in operation after release',
    runs: (p) => p.tasks.some((t) => t.categories?.includes('operation-failure')),
    reads: category('S2'),
  },
  S3: {
    demand: 'attack, and mistakes by insiders',
    runs: (p) => p.tasks.some((t) => t.categories?.includes('security')),
    reads: category('S3'),
  },
  S4: {
    demand: 'caused by a third-party service',
    runs: (p) => p.tasks.some((t) => t.categories?.includes('third-party')),
    reads: category('S4'),
  },
  S5: {
    demand: 'responses that law requires',
    runs: (p) => p.tasks.some((t) => t.categories?.includes('legal-duty')) && p.obligations.length > 0,
    reads: category('S5'),
  },

  O1: {
    demand: 'command: commander, deputies, members',
    runs: (p) => p.command.commander !== '' && p.command.deputies.length > 0,
    reads: (p) => {
      const posts = [p.command.commander, ...p.command.deputies, 'command-member'];
      return posts.map((id) => p.posts.find((post) => post.id === id)?.duties);
    },
  },
  O2: { demand: 'technical rescue', runs: called('technical-rescue'), reads: team('technical-rescue') },
  O3: { demand: 'information liaison', runs: called('information-liaison'), reads: team('information-liaison') },
  O4: { demand: 'human resources', runs: called('human-resources'), reads: team('human-resources') },
  O5: { demand: 'security on site', runs: called('site-security'), reads: team('site-security') },
  O6: { demand: 'publicity', runs: called('publicity'), reads: team('publicity') },

  'P1.1': {
    demand: 'a report to command at once: time, place, cause, impact',
    runs: (p) => p.verification.posts.includes(p.command.commander),
    reads: (p) => [...(p.verification.reportContents ?? [undefined]), ...tasksOf('P1.1')(p)],
  },
  'P1.2': {
    demand: 'quick verification, and the level',
    runs: (p) => p.verification.timeBox.length > 0 && p.verification.onTimeout !== undefined && p.criteria.length > 0,
    reads: (p) => [...p.gradingCriteria.map((c) => c.text), ...tasksOf('P1.2')(p)],
  },
  'P2.1': {
    demand: 'the plan for that level starts',
    runs: (p) => p.levels.every((level) => level.decidedBy.length > 0),
    reads: (p) => p.levels.flatMap((level) => [level.start, level.measures]),
  },
  'P2.2': {
    demand: 'mobilisation: technical rescue at once, human resources organises',
    runs: (p) => p.mobilisation.some((rule) => rule.team === 'technical-rescue' && rule.quorumWithin !== undefined),
    reads: tasksOf('P2.2'),
  },
  'P3.1': { demand: 'cordon', runs: (p) => p.tasks.some((t) => t.id === 'cordon'), reads: tasksOf('P3.1') },
  'P3.2': {
    demand: 'troubleshooting: fault found, repaired, service restored and verified by another',
    runs: (p) =>
      ownerOf(p, 'repair') !== undefined &&
      ownerOf(p, 'restored') !== undefined &&
      ownerOf(p, 'repair') !== ownerOf(p, 'restored'),
    reads: tasksOf('P3.2'),
  },
  'P3.3': {
    demand: 'continuous information to command',
    runs: (p) => p.levels.every(({ id }) => p.sitreps?.cadence.some((c) => c.levels.includes(id))),
    reads: (p) => [...(p.sitreps?.contents ?? [undefined]), ...tasksOf('P3.3')(p)],
  },
  P4: {
    demand: 'termination declared by command',
    runs: (p) =>
      p.termination.criteria.length > 0 &&
      p.termination.watch.length > 0 &&
      p.levels.every(({ id }) => endedByCommand(p, id)),
    reads: (p) => p.termination.criteria.map((c) => c.text),
  },
  'P5.1': {
    demand: 'cause analysis and the incident report',
    runs: (p) => p.aftermath?.analysis.owner !== undefined && p.aftermath.report.owner !== undefined,
    reads: (p) => [
      ...(p.aftermath?.analysis.methods ?? [undefined]),
      ...(p.aftermath?.report.sections ?? [undefined]).map((s) => s?.title),
    ],
  },
  'P5.2': {
    demand: 'publication, and public opinion monitored',
    runs: (p) => p.aftermath?.publication !== undefined && p.aftermath.publicOpinion !== undefined,
    reads: (p) => [
      ...(p.aftermath?.publication?.rules ?? [undefined]),
      ...(p.aftermath?.publicOpinion?.watched ?? [undefined]),
    ],
  },
  'P5.3': {
    demand: 'every department sums up its lessons',
    runs: (p) => (p.aftermath?.lessons.askedFrom.length ?? 0) > 0,
    reads: (p) => p.aftermath?.lessons.questions ?? [],
  },
  P6: {
    demand: 'summary evaluation by all departments together',
    runs: (p) => (p.aftermath?.summary.participants.length ?? 0) > 1,
    reads: (p) => p.aftermath?.summary.agenda ?? [],
  },

  D1: {
    demand: 'tabletop and live drills at regular intervals',
    reads: (p) => {
      const programme = p.drills?.programme ?? [];
      const both = ['tabletop', 'live'].every((kind) => programme.some((drill) => drill.kind === kind));
      return both ? programme.flatMap((drill) => [drill.name, drill.purpose]) : [undefined];
    },
  },
  D2: {
    demand: 'a drill scheme before',
    reads: (p) => [...(p.drills?.scheme.sections ?? []), ...(p.drills?.scheme.roles ?? []).map((r) => r.duties)],
  },
  D3: {
    demand: 'every department acts on a simulated incident',
    reads: (p) => [
      ...(p.drills?.conduct?.rules ?? [undefined]),
      ...(p.scenarios ?? [undefined]).map((s) => s?.background),
    ],
  },
  D4: { demand: 'feedback from every department', reads: (p) => p.drills?.feedback.questions ?? [] },
  D5: { demand: 'evaluation', reads: (p) => (p.drills?.evaluation.criteria ?? []).map((c) => c.criterion) },
  D6: { demand: 'an evaluation report to command', reads: (p) => p.drills?.report.sections ?? [] },
  D7: { demand: 'improvement measures, verified by further drills', reads: (p) => p.drills?.improvement.rules ?? [] },

  R1: {
    demand: 'people, trained',
    reads: (p) => [...resources('R1')(p), ...(p.training ?? [{ title: undefined }]).map((t) => t.title)],
  },
  R2: { demand: 'materials', reads: resources('R2') },
  R3: { demand: 'technical equipment', reads: resources('R3') },
  R4: { demand: 'an information platform', reads: resources('R4') },
  R5: { demand: 'transport and access', runs: (p) => p.tasks.some((t) => t.id === 'cordon'), reads: resources('R5') },
  R6: {
    demand: 'a dedicated fund',
    runs: (p) => p.spending.length > 0,
    reads: (p) => (p.funds?.budgets ?? []).flatMap((b) => [b.name, b.purpose]),
  },
  R7: {
    demand: 'outside help with contacts and agreements',
    reads: (p) =>
      (p.partners ?? []).flatMap((partner) => [partner.name, partner.contact, partner.agreement ?? partner.service]),
  },
  R8: {
    demand: 'replenished in time',
    runs: (p) => p.tasks.some((t) => t.id === 'restock'),
    reads: (p) => [...resources('R8')(p), ...tasksOf('R8')(p)],
  },
  R9: {
    demand: 'a named custodian for every item',
    reads: (p) => (p.resources ?? []).map((r) => p.posts.find((post) => post.id === r.custodian)?.name),
  },
  R10: { demand: 'allocated by type and scale', runs: (p) => p.allocation.length > 0, reads: principle('R10') },
  R11: { demand: 'efficiency first, safety assured', reads: principle('R11') },

  A1: {
    demand: 'legal basis',
    reads: (p) => [...annex('A1')(p), ...p.sources.filter((s) => s.kind === 'law').map((s) => s.title)],
  },
  A2: {
    demand: 'organisation chart and duties',
    // The chart and the duties stand in the chapter that the annex points to.
    reads: (p) => [...annex('A2')(p), ...p.teams.map((t) => t.duties), ...p.posts.map((post) => post.duties)],
    holds: (p) => [
      ...p.teams.map((t) => t.name),
      ...p.posts.map((post) => post.name),
      ...[p.command.commander, ...p.command.deputies, ...p.teams.map((t) => t.lead)].map(
        (id) => p.posts.find((post) => post.id === id)?.name,
      ),
    ],
  },
  A3: {
    demand: 'supplies and reserve requirements',
    reads: annex('A3'),
    holds: (p) => [
      // Something of every kind that the document lists.
      ...['R2', 'R3', 'R4', 'R5'].map((row) => p.resources?.find((r) => r.rows?.includes(row))?.name),
      ...(p.resources ?? []).flatMap((r) => [
        r.name,
        r.location,
        p.posts.find((post) => post.id === r.custodian)?.name,
        r.class === 'funds' ? r.name : { 'zh-CN': `最低${r.minimum}`, en: `at least ${r.minimum}` },
      ]),
    ],
  },
  A4: {
    demand: 'reporting flow',
    reads: annex('A4'),
    holds: (p) => {
      const ours = (p.obligations ?? []).filter((o) => o.theirs !== true && inUse(p, o.pack));
      const told = [p.command.commander, ...p.verification.posts, p.sitreps?.drafter, ...cadence(p)];
      const limits = ours.flatMap(({ limit }) => limit.within ?? limit.target ?? []);
      return [
        ...told.map((id) => p.posts.find((post) => post.id === id)?.name),
        ...(ours.length === 0 ? [undefined] : ours.flatMap((o) => [o.title, o.addressee])),
        ...[...limits, p.notification.alert.escalateAfter].map(inWords),
      ];
    },
  },
  A5: {
    demand: 'drill scheme and evaluation standard',
    reads: (p) => [...annex('A5')(p), ...(p.drills?.scheme.sections ?? [undefined])],
    holds: (p) => {
      const { criteria = [] } = p.drills?.evaluation ?? {};
      const sheet = { 'zh-CN': '□ ', en: '□ ' };
      return criteria.length === 0 ? [undefined] : [sheet, ...criteria.flatMap((c) => [c.item, c.criterion])];
    },
  },
  A6: {
    demand: 'case analyses and lessons',
    reads: (p) => [...annex('A6')(p), ...(p.cases ?? [undefined]).flatMap((c) => [c?.title, c?.lesson])],
  },
  A7: {
    demand: 'revision record and approvals',
    reads: (p) => [...annex('A7')(p), ...(p.control?.history ?? [undefined]).map((h) => h?.summary)],
  },
  A8: {
    demand: 'contacts, and how notices are sent',
    reads: annex('A8'),
    holds: (p, roster) => [
      ...(p.partners ?? [undefined]).flatMap((partner) => [partner?.name, partner?.contact]),
      ...[p.command.commander, ...p.command.deputies, ...p.teams.map((t) => t.lead)].flatMap((post) => {
        const [holder] = roster.holders[post] ?? [];
        const person = roster.people.find(({ id }) => id === holder);
        return [alike(person?.contacts.email), alike(person?.contacts.mobile)];
      }),
      { 'zh-CN': '应急通知通过下列方式发送', en: 'Notices are sent by' },
    ],
  },
  A9: {
    demand: 'standards and industry norms',
    reads: (p) => [...annex('A9')(p), ...p.sources.filter((s) => s.kind === 'standard').map((s) => s.title)],
  },
  A10: {
    demand: 'training and publicity material',
    reads: (p) => [...annex('A10')(p), ...(p.training ?? [undefined]).map((t) => t?.form)],
  },
};

function cadence({ sitreps }: PlanDocument): string[] {
  return (sitreps?.cadence ?? []).flatMap(({ to }) => to);
}

/** A duration as a reader has it. */
function inWords(duration: string): Text {
  return Object.fromEntries(LANGS.map((lang) => [lang, durationWords(duration, lang)]));
}

/** What is the same in every language. */
function alike(value: string | undefined): Text | undefined {
  return value === undefined ? undefined : Object.fromEntries(LANGS.map((lang) => [lang, value]));
}

function ownerOf(plan: CompiledPlan, task: string): string | undefined {
  return plan.tasks.find(({ id }) => id === task)?.owner;
}

/** Whoever gives the signature that ends an incident of this level is in command, and where two sign they can be two. */
function endedByCommand({ authority, command, termination }: CompiledPlan, level: string): boolean {
  const [first, second] = [authority.proposeTermination, authority.confirmTermination].map((rules) =>
    rules.filter(({ levels }) => levels?.includes(level) ?? true).flatMap(({ posts }) => posts),
  );
  const two = termination.secondSignature.includes(level);
  const last = (two ? second : first) ?? [];
  const inCommand = last.every((post) => post === command.commander || command.deputies.includes(post));
  return last.length > 0 && inCommand && (!two || new Set([...first!, ...last]).size > 1);
}
