import { inOrder, says } from './steps.mjs';

/** Minutes after the last step of the response: each thing in the order in which people do it. */
const AT = { handover: 10, analysis: 20, final: 30, lessons: 45, collected: 80, improvements: 90 };

/** Minutes after the watch is over; by then all that goes into the report is there. */
const THEN = { report: 5, summary: 100, closure: 150 };

/**
 * What people do after the end, as steps: causes, statement, lessons and improvements; then the report, which tells of all of
 * them and of the watch, the evaluation with the report in hand, and the closure. `watch`: minutes until the watch is over.
 */
export function afterwards({ minutes, aftermath }, watch) {
  const from = (minute) => minutes + minute;
  const then = (minute) => from(watch + minute);
  return inOrder(
    handover(from(AT.handover), aftermath.handover),
    analysis(from(AT.analysis), aftermath.analysis),
    publication(from(AT.final), aftermath),
    Object.entries(aftermath.lessons).map(([post, [as, answers]], n) =>
      says(from(AT.lessons + n), as, 'lessons', { action: 'give', post, answers, ...findings(answers) }),
    ),
    says(from(AT.collected), PLANNER, 'lessons', { action: 'collect' }),
    aftermath.improvements.map((one, n) => improvement(from(AT.improvements + n), one)),
    report(then(THEN.report), aftermath),
    summary(then(THEN.summary), aftermath.summary),
    says(then(THEN.closure), COMMANDER, 'closure', { reason: '后期处置各项均已办结' }),
  );
}

/** What is said to the public, and by it, while the response still runs. */
export function meanwhile({ aftermath }) {
  return inOrder(
    aftermath.opinion.map((entry, n) => opinion(entry.minute, `o${n + 1}`, entry)),
    (aftermath.statements ?? []).map((text, n) => statement(text.minute, `p${n + 1}`, text)),
  );
}

const ANALYST = 'xie-ting';
const WRITER = 'liang-yue';
const COUNSEL = 'cheng-xue';
const LEAD = 'zhao-lei';
const PLANNER = 'emma-clarke';

/** Whoever fills the post at that moment. */
const COMMANDER = '@commander';
const DEPUTY = '@deputy-commander';

function opinion(minute, id, { minute: _, reply, ...entry }) {
  const recorded = says(minute, ANALYST, 'public-opinion', { action: 'record', ...entry });
  if (reply === undefined) return [recorded];
  return [recorded, says(minute + 4, ANALYST, 'public-opinion', { action: 'reply', entry: id, reply })];
}

function handover(minute, given) {
  if (given === undefined) return [];
  const { from, to, ...brief } = given;
  return [
    says(minute, from, 'handover', { action: 'offer', to, brief }),
    says(minute + 5, to, 'handover', { action: 'accept' }),
  ];
}

function analysis(minute, { methods, nature, timeline, direct, indirect, contributing, root }) {
  const causes = { direct, indirect, contributing };
  const items = [
    ...timeline.map(([at, text], n) => ({ id: `t${n + 1}`, kind: 'timeline', at: { after: at }, text })),
    ...Object.entries(causes).flatMap(([kind, all]) => all.map((cause) => ({ ...cause, kind }))),
    ...root.flatMap(({ whys, ...cause }) => {
      const chain = whys.map((text, n) => ({
        id: `${cause.id}w${n + 1}`,
        kind: 'why',
        of: n === 0 ? direct[0].id : `${cause.id}w${n}`,
        text,
      }));
      return [...chain, { ...cause, kind: 'root', of: chain.at(-1).id }];
    }),
  ];
  return [
    says(minute, LEAD, 'analysis', { action: 'record', items, method: methods, nature }),
    says(minute + 5, LEAD, 'analysis', { action: 'complete' }),
  ];
}

function statement(minute, publication, { kind, title, body, facts, corrects }) {
  const texts = { 'zh-CN': { title: title[0], body: body[0] }, en: { title: title[1], body: body[1] } };
  const draft = { action: 'draft', kind, facts, texts, ...(corrects === undefined ? {} : { corrects }) };
  const of = { publication, version: 1 };
  return [
    says(minute, WRITER, 'publications', draft),
    says(minute + 1, COUNSEL, 'publications', { action: 'check', ...of }),
    says(minute + 2, COMMANDER, 'publications', { action: 'approve', ...of }),
  ];
}

function publication(minute, { statements = [], final, correction, waived }) {
  if (final === undefined) return [says(minute, COMMANDER, 'publications', { action: 'waive', reason: waived })];
  const id = `p${statements.length + 1}`;
  const corrected = `p${statements.length + 2}`;
  return [
    statement(minute, id, final),
    correction === undefined ? [] : statement(minute + 6, corrected, { ...correction, corrects: id }),
  ];
}

function report(minute, { sections, returned, revised }) {
  const submit = (at, words) => [
    says(at, LEAD, 'report', { action: 'edit', sections: words }),
    says(at + 1, LEAD, 'report', { action: 'submit' }),
  ];
  const version = returned === undefined ? 1 : 2;
  const again =
    returned === undefined
      ? []
      : [
          says(minute + 5, DEPUTY, 'report', { action: 'return', version: 1, remarks: returned }),
          ...submit(minute + 10, revised),
        ];
  return [
    ...submit(minute, sections),
    ...again,
    says(minute + 16, DEPUTY, 'report', { action: 'review', version }),
    says(minute + 20, COMMANDER, 'report', { action: 'approve', version }),
  ];
}

/** The one thing that a department would change is a finding. */
function findings(answers) {
  return answers[8] === undefined ? {} : { findings: ['8'] };
}

const PRESENT = ['lin-wei', 'chen-jing', 'zhao-lei', 'zhou-min', 'xu-hong', 'deng-qiang', 'gao-yang', 'emma-clarke'];

function summary(minute, { place, ratings, conclusions }) {
  const rated = Object.entries(ratings).map(([criterion, rating]) => ({ criterion, rating }));
  return [
    says(minute, COMMANDER, 'summary', { action: 'call', at: { after: minute + 10 }, place }),
    says(minute + 12, COMMANDER, 'summary', { action: 'hold', present: PRESENT, ratings: rated, conclusions }),
  ];
}

function improvement(minute, { finding, action, type, owner, days }) {
  return says(minute, PLANNER, 'improvements', {
    finding,
    action,
    type,
    priority: 'high',
    owner: { person: owner },
    dueAt: { after: minute + days * 24 * 60 },
  });
}
