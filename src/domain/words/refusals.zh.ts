import { isPhase } from './isPhase.js';
import { actorFromName } from './actors.js';
import { listOf, numberOf, textOf } from './details.js';
import { phaseWords } from './phases.js';
import type { RefusalSentences } from './refusals.js';
import { roomWords } from './roomNames.js';
import { usedWords } from './used.js';

const phase = (id: string | undefined): string => (isPhase(id) ? phaseWords(id, 'zh-CN') : (id ?? '不明'));

export const refusalsZh: RefusalSentences = {
  not_authorised({ found, needed }, say) {
    const held = say.list(listOf(found, 'posts').map(say.post)) || '无';
    const wanted = say.list(listOf(needed, 'posts').map(say.post)) || '预案未授权任何岗位';
    return {
      title: '无权作出此决定',
      detail: `提出人现任岗位：${held}；有权的岗位：${wanted}。请由有权的岗位作出决定。`,
    };
  },
  wrong_phase({ found, needed }, say) {
    const phases = say.list(listOf(needed, 'phases').map((id) => `“${phase(id)}”`));
    return {
      title: '当前阶段不能这样做',
      detail: `事故现处于“${phase(textOf(found, 'phase'))}”阶段，此项决定只能在${phases}阶段作出。请先查看事故现状。`,
    };
  },
  incident_closed: ({ found }) => ({
    title: '事故已经了结',
    detail: `事故${phase(textOf(found, 'phase'))}，不再接受任何决定。如情况再起，请另行报告。`,
  }),
  unknown_level({ found, needed }, say) {
    const levels = say.list(listOf(needed, 'levels').map((id) => `${say.level(id)}（${id}）`));
    return {
      title: '预案中没有这个响应级别',
      detail: `收到的响应级别：${say.quote(textOf(found, 'level'))}；预案中的响应级别：${levels}。请从中选择。`,
    };
  },
  unknown_incident_level({ found, needed }, say) {
    const levels = say.list(listOf(needed, 'incidentLevels').map((id) => `${say.incidentLevel(id)}（${id}）`));
    return {
      title: '预案中没有这个事故等级',
      detail: `收到的事故等级：${say.quote(textOf(found, 'incidentLevel'))}；预案中的事故等级：${levels}。请从中选择。`,
    };
  },
  level_required({ needed }, say) {
    const levels = say.list(listOf(needed, 'levels').map(say.level));
    return {
      title: '须指定响应级别',
      detail: `定级准则未能提出建议，决定中也未指定级别。请从以下响应级别中选定：${levels}。`,
    };
  },
  no_change({ found }, say) {
    const level = textOf(found, 'level');
    const now = level === undefined ? `“${phase(textOf(found, 'phase'))}”阶段` : say.level(level);
    return { title: '与现状相同', detail: `事故已处于${now}，此项决定不会带来变化，无须再次提交。` };
  },
  reason_required: () => ({ title: '须写明理由', detail: '决定未附理由。请写明理由后重新提交，理由将记入时间线。' }),
  unknown_criteria({ found, needed }, say) {
    const known = listOf(needed, 'criteria').map((id) => `${say.names.terminationCriterion(id, say.lang)}（${id}）`);
    return {
      title: '预案中没有这些终止条件',
      detail: `收到的终止条件：${say.list(listOf(found, 'criteria').map((id) => say.quote(id)))}；预案中的终止条件：${say.list(known)}。请改正后重新提交。`,
    };
  },
  criteria_missing({ needed }, say) {
    const open = listOf(needed, 'criteria').map((id) => say.names.terminationCriterion(id, say.lang));
    return {
      title: '终止条件尚未全部满足',
      detail: `尚未确认满足的终止条件：${say.list(open)}。请逐项核对，全部满足后再提议应急终止。`,
    };
  },
  already_proposed({ found }, say) {
    const by = textOf(found, 'by');
    const who = by === undefined ? '' : say.actor(actorFromName(by));
    return {
      title: '应急终止已有人提议',
      detail: `${who}已提议应急终止，正待第二人签署。请签署该提议，或先将其撤回。`,
    };
  },
  nothing_proposed: () => ({
    title: '没有待签署的应急终止提议',
    detail: '此前的提议不存在，或已撤回，或因级别调整而失效。请先提议应急终止。',
  }),
  second_person_required({ found }, say) {
    const by = textOf(found, 'proposedBy');
    const who = by === undefined ? '提议人' : say.actor(actorFromName(by));
    return { title: '须由第二人签署', detail: `应急终止由${who}提议，不得由同一人签署。请另一名有权人员签署。` };
  },
  report_not_written: () => ({
    title: '事故报告书尚未完成',
    detail: '事故报告书编写完成后方可结案。请稍候；如久未完成，请检查文书服务。',
  }),
  other_plan: ({ found, needed }) => ({
    title: '这是另一部预案',
    detail: `事故按预案“${textOf(needed, 'plan') ?? '？'}”执行，只能切换到该预案的其他版本；所填为“${textOf(found, 'plan') ?? '？'}”。请填写本预案的版本。`,
  }),
  same_plan_version: ({ found }) => ({
    title: '已按该版本执行',
    detail: `事故已按预案第${numberOf(found, 'version') ?? '？'}版执行，无需再作决定。`,
  }),
  missing_in_plan({ found, needed }, say) {
    const missing = say.list(listOf(found, 'missing').map((key) => usedWords(key, say)));
    return {
      title: '新版本缺少正在使用的内容',
      detail: `预案第${numberOf(found, 'version') ?? '？'}版没有：${missing}。事故正在使用这些内容，仍按第${numberOf(needed, 'version') ?? '？'}版执行。请先解除或调整正在使用的内容，或者发布包含这些内容的版本。`,
    };
  },
  nobody_in_posts: ({ found, needed }, say) => ({
    title: '新版本所需的岗位无人任职',
    detail: `按预案第${numberOf(found, 'version') ?? '？'}版将无人指挥或决定：${say.list(listOf(found, 'posts').map(say.post))}。事故仍按第${numberOf(needed, 'version') ?? '？'}版执行。请先在通讯录中为这些岗位指定人员。`,
  }),
  not_called({ found }) {
    const notice = textOf(found, 'noticeId');
    return {
      title: '没有待您确认的通知',
      detail: `${notice === undefined ? '未找到发给此人的通知' : `未找到发给此人的通知 ${notice}`}，或其动员已解除，无须确认。`,
    };
  },
  already_acknowledged: () => ({ title: '此前已经确认', detail: '此人的确认已在记录中，无须重复。' }),
  changed({ found }, say) {
    const moved = say.list(listOf(found, 'moved').map((room) => roomWords(room, say.lang)));
    const seen = numberOf(found, 'ifSeq');
    const now = numberOf(found, 'seq');
    const numbers = seen === undefined || now === undefined ? '' : `（作决定时看到第${seen}号事件，现已到第${now}号）`;
    return {
      title: '情况已经变化',
      detail: `在此期间有变化的事项：${moved}${numbers}。请查看新的事件后重新决定。`,
    };
  },
  request_id_reused({ found }, say) {
    const id = textOf(found, 'requestId');
    return {
      title: '请求编号已被使用',
      detail: `请求编号 ${id === undefined ? '' : say.quote(id)} 此前用于另一项请求。请换用新的编号重新提交。`,
    };
  },
  malformed({ found, needed }, say) {
    const field = textOf(found, 'field') ?? '';
    const form = textOf(needed, 'form');
    const what = form === undefined ? '' : `（${field === '' ? '请求' : say.quote(field)}应为 ${say.quote(form)}）`;
    return { title: '请求格式有误', detail: `无法读懂收到的请求${what}，事故未受影响。请对照接口说明改正后重新提交。` };
  },
  machine_error: () => ({
    title: '程序内部出错',
    detail: '此项请求未能处理，事故仍在进行，其他决定照常受理。请报告系统管理员，并以其他方式落实此决定。',
  }),
};
