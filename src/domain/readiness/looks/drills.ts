import { COVERED } from '../../drill/index.js';
import type { CoverageRow, Covered } from '../../drill/index.js';
import { said } from '../../lang.js';
import { DAY, WEEK } from '../../time.js';
import type { Instant } from '../../time.js';
import type { LiveDrill, ReadinessFacts } from '../facts.js';
import type { Fault, Look, Subject } from '../finding.js';
import type { Owners } from '../owners.js';

/** Everything exercised lately enough, every entry of the programme going, no drill left lying. */
export function drills(facts: ReadinessFacts, owners: Owners): Look[] {
  const { plan, coverage, pausedEntries } = facts;
  if (plan.drills === undefined) return [];
  const organiser = owners.posts(plan.drills.organiser);
  return [
    ...COVERED.flatMap((kind) =>
      byDue(
        coverage.filter((row) => row.kind === kind),
        kind,
        organiser,
      ),
    ),
    ...plan.drills.programme.map(({ id }) => ({
      things: 1,
      faults: pausedEntries.includes(id) ? [paused(id, organiser)] : [],
    })),
    ...facts.drills.map((drill) => ({
      things: 1,
      faults: lyingAbout(drill, facts, owners),
    })),
  ];
}

/** One finding for all of a kind: one drill may exercise many of them. */
function byDue(rows: CoverageRow[], kind: Covered, owners: Fault['owners']): Look[] {
  return ([undefined, 'never', 'old'] as const).flatMap((due) => {
    const about = rows.filter((row) => row.due === due).map(({ id }) => id);
    if (about.length === 0) return [];
    const faults = due === undefined ? [] : [unexercised(kind, due, { about, of: rows.length }, owners)];
    return [{ things: about.length, faults }];
  });
}

const KINDS: Record<Covered, { en: string; zh: string }> = {
  category: { en: 'categories', zh: '事故类别' },
  incidentLevel: { en: 'incident levels', zh: '事故等级' },
  level: { en: 'response levels', zh: '响应级别' },
  responseRule: { en: 'rules of response', zh: '响应规则' },
  team: { en: 'teams', zh: '工作组' },
  post: { en: 'posts', zh: '岗位' },
  task: { en: 'tasks', zh: '任务' },
  obligation: { en: 'obligations', zh: '法定报送' },
  terminationCriterion: { en: 'criteria of termination', zh: '终止条件' },
};

function unexercised(
  kind: Covered,
  due: 'never' | 'old',
  { about, of }: { about: string[]; of: number },
  owners: Fault['owners'],
): Fault {
  const { en, zh } = KINDS[kind];
  const n = about.length;
  return {
    ...{ code: due === 'never' ? 'never_exercised' : 'exercised_long_ago', subject: { kind }, about, owners },
    found:
      due === 'never'
        ? said(`${n} of ${of} ${en} were never exercised`, `${of}个${zh}中有${n}个从未演练`)
        : said(`${n} of ${of} ${en} were exercised too long ago`, `${of}个${zh}中有${n}个超期未演练`),
    todo: said(
      'plan a drill that exercises them: muster drill coverage --due',
      '安排覆盖这些内容的演练：muster drill coverage --due',
    ),
  };
}

function paused(id: string, owners: Fault['owners']): Fault {
  return {
    ...{ code: 'programme_paused', subject: { kind: 'programme', id }, owners },
    found: said(`the entry "${id}" of the drill programme is paused`, `演练计划“${id}”已暂停`),
    todo: said('let it go on, or take it out of the plan', '恢复执行，或从预案中删除'),
  };
}

/** People act within that, or have forgotten it. */
const LEFT_LYING = WEEK;
const LEFT_STANDING = DAY;

type Lying = 'drill_not_handed_in' | 'drill_not_approved' | 'drill_without_date' | 'drill_stands_still' | OfReport;
type OfReport = 'drill_report_overdue' | 'drill_report_not_accepted';

function lyingAbout(drill: LiveDrill, { at, plan }: ReadinessFacts, owners: Owners): Fault[] {
  const code = whyLying(drill, at);
  if (code === undefined || plan.drills === undefined) return [];
  const { approver, report } = plan.drills;
  const whose: Record<Lying, Fault['owners']> = {
    drill_not_handed_in: owners.person(drill.director),
    drill_not_approved: owners.posts(approver),
    drill_without_date: owners.person(drill.director),
    drill_stands_still: owners.person(drill.director),
    drill_report_overdue: owners.posts(report.owner),
    drill_report_not_accepted: owners.posts(report.submittedTo),
  };
  const subject: Subject = { kind: 'drill', id: drill.drill };
  return [{ code, subject, ...LYING[code](drill.drill), owners: whose[code] }];
}

/** What is to be held on a day has time until then. */
function whyLying(drill: LiveDrill, at: Instant): Lying | undefined {
  const { status, plannedAt, waitingSince, reportDueAt, stillSince } = drill;
  const waited = waitingSince + LEFT_LYING < at;
  const isLate = plannedAt === undefined ? waited : plannedAt < at;
  switch (status) {
    case 'drafting':
      return isLate ? 'drill_not_handed_in' : undefined;
    case 'review':
      return isLate ? 'drill_not_approved' : undefined;
    case 'ready':
      return plannedAt === undefined && waited ? 'drill_without_date' : undefined;
    case 'running':
      return stillSince !== undefined && stillSince + LEFT_STANDING < at ? 'drill_stands_still' : undefined;
    case 'evaluating':
      return reportDueAt !== undefined && reportDueAt < at ? 'drill_report_overdue' : undefined;
    case 'submitted':
      return waited ? 'drill_report_not_accepted' : undefined;
    default:
      return undefined;
  }
}

const LYING: Record<Lying, (drill: string) => Pick<Fault, 'found' | 'todo'>> = {
  drill_not_handed_in: (drill) => ({
    found: said(`the scheme of the drill "${drill}" has not been handed in`, `演练“${drill}”的方案尚未提交审批`),
    todo: said('hand it in, or call the drill off with a reason', '提交方案，或说明原因后取消演练'),
  }),
  drill_not_approved: (drill) => ({
    found: said(`the scheme of the drill "${drill}" has not been approved`, `演练“${drill}”的方案尚未批准`),
    todo: said('approve it, or return it with remarks', '批准方案，或附意见退回'),
  }),
  drill_without_date: (drill) => ({
    found: said(`the drill "${drill}" is approved and has no date`, `演练“${drill}”已批准但没有开始时间`),
    todo: said('hold it, or call it off with a reason', '举行演练，或说明原因后取消'),
  }),
  drill_stands_still: (drill) => ({
    found: said(`the drill "${drill}" stands still in the middle`, `演练“${drill}”进行中长时间暂停`),
    todo: said('let it go on, end it, or break it off', '恢复、结束或者中止演练'),
  }),
  drill_report_overdue: (drill) => ({
    found: said(`the report on the drill "${drill}" is overdue`, `演练“${drill}”的评估报告逾期`),
    todo: said('rate what is left, and submit the report', '完成评定并提交报告'),
  }),
  drill_report_not_accepted: (drill) => ({
    found: said(`the report on the drill "${drill}" has not been accepted`, `演练“${drill}”的评估报告尚未审定`),
    todo: said('accept it, or return it with remarks', '审定报告，或附意见退回'),
  }),
};
