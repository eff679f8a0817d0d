import type { PlanDocument } from '../../../domain/plan/schema.js';
import { TASK_PHASES } from '../../../domain/plan/schema/response.js';
import type { Block } from '../../model.js';
import type { PlanContext } from '../context.js';
import { LABELS, MARKS_WORDS } from '../labels.js';
import type { Bilingual } from '../labels.js';
import { say, section } from '../parts.js';

type Task = NonNullable<PlanDocument['tasks']>[number];
type Phase = Task['phase'];

/** 应急处置: a table for each phase and category. */
export function tasks(context: PlanContext) {
  const all = context.document.tasks ?? [];
  const phases = TASK_PHASES.map((phase) => {
    const own = all.filter((task) => task.phase === phase);
    return section(
      context,
      PHASE_WORDS[phase],
      groups(own).flatMap((group) => groupTable(context, phase, group)),
    );
  });
  const notes = [...(all.length === 0 ? [] : say(context, WORDS.note)), ...scene(context)];
  return section(context, WORDS.heading, notes, phases);
}

/** 现场警戒: who keeps the scene. */
function scene(context: PlanContext): Block[] {
  const { document, names, list } = context;
  if (document.scene === undefined) return [];
  const posts = list(document.scene.posts.map((post) => names.post(post)));
  return say(context, {
    'zh-CN': `现场警戒的设立和解除、进入现场人员的放行和登记，由下列岗位负责：${posts}。`,
    en: `The cordon is set and lifted, and people are let in and registered, by: ${posts}.`,
  });
}

interface Group {
  categories: string[] | undefined;
  tasks: Task[];
}

/** Tasks of the same categories stand together; those for every category first. */
function groups(all: Task[]): Group[] {
  const found = new Map<string, Group>();
  for (const task of all) {
    const key = task.categories?.join(' ') ?? '';
    const group = found.get(key) ?? { categories: task.categories, tasks: [] };
    found.set(key, { ...group, tasks: [...group.tasks, task] });
  }
  return [...found.values()].sort((a, b) => Number(a.categories !== undefined) - Number(b.categories !== undefined));
}

function groupTable(context: PlanContext, phase: Phase, { categories, tasks: own }: Group): Block[] {
  const { names, t, table } = context;
  const which = names.categories(categories);
  const caption = {
    'zh-CN': `${t(PHASE_WORDS[phase])}任务：${which}`,
    en: `Tasks, ${t(PHASE_WORDS[phase]).toLowerCase()}: ${which}`,
  };
  return table(
    caption,
    [
      [WORDS.task, 38],
      [LABELS.owner, 16],
      [WORDS.due, 20],
      [WORDS.done, 26],
    ],
    own.map((task) => row(context, task)),
  );
}

function row({ names, t, span, list }: PlanContext, task: Task): string[] {
  const { instructions, after = [], resources = [], mandatory, evidence, verifies, marks, internal } = task;
  const what = [
    t(task.name),
    ...(instructions === undefined ? [] : [t(instructions)]),
    ...(resources.length === 0
      ? []
      : [
          t({
            'zh-CN': `所需资源：${list(resources.map(names.resource))}`,
            en: `Needs: ${list(resources.map(names.resource))}`,
          }),
        ]),
  ];
  const due = [
    span(task.due),
    ...(after.length === 0
      ? []
      : [t({ 'zh-CN': `前置：${list(after.map(names.task))}`, en: `after: ${list(after.map(names.task))}` })]),
    ...(task.levels === undefined
      ? []
      : [t({ 'zh-CN': `仅${names.levels(task.levels)}`, en: `only ${names.levels(task.levels)}` })]),
  ];
  const done = [
    t(task.done),
    ...(evidence === undefined ? [] : [t(EVIDENCE_WORDS[evidence])]),
    ...(verifies === undefined
      ? []
      : [
          t({
            'zh-CN': `不得由参与“${names.task(verifies)}”的人完成`,
            en: `not by anybody who had a hand in “${names.task(verifies)}”`,
          }),
        ]),
    ...(marks === undefined ? [] : [t(MARKS_WORDS[marks])]),
    ...(mandatory ? [t(WORDS.mandatory)] : []),
    ...(internal === true ? [t(WORDS.internal)] : []),
  ];
  return [what.join('\n'), names.post(task.owner), due.join('\n'), done.join('\n')];
}

const PHASE_WORDS: Record<Phase, Bilingual> = {
  reported: { 'zh-CN': '接报核实阶段', en: 'While it is verified' },
  standby: { 'zh-CN': '预警阶段', en: 'On standby' },
  responding: { 'zh-CN': '响应阶段', en: 'During the response' },
  watching: { 'zh-CN': '观察阶段', en: 'During the watch' },
  aftermath: { 'zh-CN': '后期处置阶段', en: 'In the aftermath' },
};

const EVIDENCE_WORDS: Record<NonNullable<Task['evidence']>, Bilingual> = {
  note: { 'zh-CN': '附文字记录', en: 'evidence: a note' },
  link: { 'zh-CN': '附链接', en: 'evidence: a link' },
  file: { 'zh-CN': '附文件', en: 'evidence: a file' },
};

const WORDS = {
  heading: { 'zh-CN': '应急处置', en: 'Response tasks' },
  note: {
    'zh-CN':
      '各岗位按下列各表处置。时限自该阶段开始或者前置任务完成时起算；标明“必做”的未完成，不得进入下一步或终止响应，除非有权岗位说明理由。未注明级别的适用于各级响应。标明“仅限内部”的不写入法定报送。',
    en: 'Every post does what the tables say. Times count from the start of the phase, or from the moment at which the tasks before are done. What is marked mandatory stands against the end until it is done, or until a post with the authority gives a reason. Where no level is named, every level is meant. What is marked internal is not told in legal reports.',
  },
  task: { 'zh-CN': '任务', en: 'Task' },
  due: { 'zh-CN': '时限与前置', en: 'Due within' },
  done: { 'zh-CN': '完成标志', en: 'Done when' },
  mandatory: { 'zh-CN': '必做', en: 'mandatory' },
  internal: { 'zh-CN': '仅限内部', en: 'internal' },
} satisfies Record<string, Bilingual>;
