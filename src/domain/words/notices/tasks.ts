import { taskText } from '../../incident/index.js';
import type { NoticeTemplate, TaskTold } from '../../incident/index.js';
import type { TaskId } from '../../plan/compiled.js';
import { textOf } from '../details.js';
import type { Notice } from '../notice.js';
import { ownerWords, taskName } from '../taskWords.js';
import { formatInstant } from '../time.js';
import { doTasks, pressForTasks } from './how.js';
import type { NoticeSentencesOf } from './sentences.js';

type TasksTemplate = Extract<NoticeTemplate, `task${string}`>;

export const tasksNotices: NoticeSentencesOf<TasksTemplate> = {
  'zh-CN': {
    tasksOpened: {
      name: '任务通知',
      subject: '您有任务待办',
      todo: '以下任务由您负责：请按时限办理，开始和完成时登记。',
      why: '这些任务由您的岗位负责，或其负责人不在岗',
      level: 'fromFacts',
      how: doTasks,
      lines: tasks,
    },
    tasksReady: {
      name: '任务可以开始通知',
      subject: '前置任务已了结，请开始',
      todo: '以下任务的前置任务均已了结，时限已经起算：请开始办理。',
      why: '这些任务由您的岗位负责，或其负责人不在岗',
      level: 'fromFacts',
      how: doTasks,
      lines: tasks,
    },
    tasksWithdrawn: {
      name: '任务撤回通知',
      subject: '任务不必再做',
      todo: '以下任务不必再做。',
      why: '这些任务此前由您负责',
      level: 'unverified',
      how: 'nothing',
      lines: tasks,
    },
    taskAssigned: {
      name: '任务交办通知',
      subject: '请接办任务',
      todo: '以下任务现由您负责：请按时限办理，开始和完成时登记。',
      why: '此项任务交给您或您的岗位',
      level: 'unverified',
      how: doTasks,
      lines: tasks,
      reason: '改交的理由',
    },
    taskHandedOn: {
      name: '任务改交通知',
      subject: '任务已改交他人',
      todo: '以下任务已改交他人：如已着手，请向接办人说明进展。',
      why: '此项任务此前由您负责',
      level: 'unverified',
      how: 'nothing',
      lines: (notice) => [...tasks(notice), ...takenOver(notice)],
      reason: '改交的理由',
    },
    tasksOverdue: {
      name: '任务逾期催办',
      subject: '任务已逾期，请立即办理',
      todo: '以下任务已过时限：请立即办理并登记；确有困难的，请马上告诉组长。',
      why: '这些任务由您的岗位负责，或其负责人不在岗',
      level: 'fromFacts',
      how: doTasks,
      lines: tasks,
    },
    tasksEscalated: {
      name: '任务逾期报告',
      subject: '任务逾期未完成，请过问',
      todo: '以下任务已过时限且仍未完成：请督促负责人，改交他人，或者决定不做。',
      why: '您是有关组的组长，或者正在指挥',
      level: 'fromFacts',
      how: pressForTasks,
      lines: tasks,
    },
  },
  en: {
    tasksOpened: {
      name: 'Tasks',
      subject: 'You have tasks to do',
      todo: 'These tasks are yours: do them in time, and register when you start and finish them.',
      why: 'they belong to your post, or whoever they belong to is away',
      level: 'fromFacts',
      how: doTasks,
      lines: tasks,
    },
    tasksReady: {
      name: 'Tasks can begin',
      subject: 'What came first is done, begin',
      todo: 'What these tasks waited for is done, and their time runs: begin.',
      why: 'they belong to your post, or whoever they belong to is away',
      level: 'fromFacts',
      how: doTasks,
      lines: tasks,
    },
    tasksWithdrawn: {
      name: 'Tasks taken back',
      subject: 'Tasks need not be done',
      todo: 'These tasks need not be done any more.',
      why: 'they were yours',
      level: 'unverified',
      how: 'nothing',
      lines: tasks,
    },
    taskAssigned: {
      name: 'Task assigned',
      subject: 'A task is yours now',
      todo: 'This task is yours now: do it in time, and register when you start and finish it.',
      why: 'it was given to you or to your post',
      level: 'unverified',
      how: doTasks,
      lines: tasks,
      reason: 'Why it was given to you',
    },
    taskHandedOn: {
      name: 'Task given to somebody else',
      subject: 'A task was given to somebody else',
      todo: 'This task is somebody else’s now: if you had begun, tell them how far you came.',
      why: 'it was yours',
      level: 'unverified',
      how: 'nothing',
      lines: (notice) => [...tasks(notice), ...takenOver(notice)],
      reason: 'Why it was given away',
    },
    tasksOverdue: {
      name: 'Overdue tasks',
      subject: 'Tasks are overdue, act now',
      todo: 'These tasks are overdue: do them now and register it; if you cannot, tell your lead at once.',
      why: 'they belong to your post, or whoever they belong to is away',
      level: 'fromFacts',
      how: doTasks,
      lines: tasks,
    },
    tasksEscalated: {
      name: 'Overdue tasks, to lead and command',
      subject: 'Tasks are overdue, see to it',
      todo: 'These tasks are overdue and still not done: press for them, give them to somebody else, or skip them.',
      why: 'you lead the team, or you are in command',
      level: 'fromFacts',
      how: pressForTasks,
      lines: tasks,
    },
  },
};

function tasks(notice: Notice): string[] {
  const { recipient, lang } = notice;
  const lines = (recipient.tasks ?? []).map((task) => `- ${taskLine(notice, task)}`);
  return lines.length === 0 ? [] : [lang === 'en' ? 'Tasks:' : '任务：', ...lines];
}

/** Characters of what was written about a task that was added. */
const TITLE_SHOWN = 200;

/** Of a task that was added the notice brings with it what there is to do. */
export function taskNameIn({ quote, say }: Notice, task: TaskId): string {
  const title = quote(taskText(task), TITLE_SHOWN);
  return title === undefined ? taskName(task, say) : `${title} (${task})`;
}

function taskLine(notice: Notice, { task, due, after, owner }: TaskTold): string {
  const { lang, say, zone } = notice;
  const en = lang === 'en';
  const more = [
    ...(due === undefined ? [] : [`${en ? 'due ' : '时限 '}${formatInstant(due, lang, zone)}`]),
    ...(after === undefined
      ? []
      : [`${en ? 'after ' : '前置任务：'}${say.list(after.map((id) => taskName(id, say)))}`]),
    ...(owner === undefined ? [] : [`${en ? 'of ' : '负责：'}${ownerWords(owner, say)}`]),
  ];
  return [taskNameIn(notice, task), ...more].join(en ? ', ' : '，');
}

function takenOver({ facts, lang, say }: Notice): string[] {
  const to = textOf(facts, 'to');
  if (to === undefined) return [];
  return [lang === 'en' ? `Taken over by: ${say.person(to)}` : `接办人：${say.person(to)}`];
}
