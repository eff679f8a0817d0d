import { COVERED } from '../../drill/index.js';
import type { CoverageRow, Covered } from '../../drill/index.js';
import { said } from '../../lang.js';
import { DAY } from '../../time.js';
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
      faults: lyingAbout(drill, facts, { organiser, reporter: owners.posts(plan.drills?.report.owner) }),
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
  level: { en: 'levels', zh: '响应级别' },
  team: { en: 'teams', zh: '工作组' },
  post: { en: 'posts', zh: '岗位' },
  task: { en: 'tasks', zh: '任务' },
  obligation: { en: 'obligations', zh: '法定报送' },
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

function lyingAbout(
  { drill, status, plannedAt, reportDueAt }: LiveDrill,
  { at }: ReadinessFacts,
  { organiser, reporter }: { organiser: Fault['owners']; reporter: Fault['owners'] },
): Fault[] {
  const subject: Subject = { kind: 'drill', id: drill };
  const isToCome = status === 'drafting' || status === 'review' || status === 'ready';
  if (isToCome && plannedAt !== undefined && plannedAt + DAY < at) {
    const found = said(`the drill "${drill}" was not held on its day`, `演练“${drill}”未按期举行`);
    const todo = said('hold it, or call it off with a reason', '举行演练，或说明原因后取消');
    return [{ code: 'drill_not_held', subject, found, todo, owners: organiser }];
  }
  if (status === 'evaluating' && reportDueAt !== undefined && reportDueAt < at) {
    const found = said(`the report on the drill "${drill}" is overdue`, `演练“${drill}”的评估报告逾期`);
    const todo = said('rate what is left, and submit the report', '完成评定并提交报告');
    return [{ code: 'drill_report_overdue', subject, found, todo, owners: reporter }];
  }
  return [];
}
