import { deliveryWords } from './delivery.js';
import { hasReasons } from '../plan/grade.js';
import type { EventSentences } from './events.js';
import { noticeNames } from './noticeNames.js';
import { failedWords, messageWords } from './messageNames.js';
import { refusalIn } from './refusals.js';

const STOOD_DOWN = {
  levelChanged: '因级别调整',
  planMoved: '因预案版本切换',
  terminated: '因应急终止',
  rejected: '因报告被否定',
};

export const eventsZh: EventSentences = {
  reported(event, say) {
    const drill = event.mode === 'drill' ? '【演练】' : '';
    const place = `地点：${say.quote(event.texts.place)}`;
    const head = `${drill}${say.actor(event.actor)}报告：${say.quote(event.texts.title)}；${place}`;
    if (event.occurredAt === undefined) return `${head}；发生时间未报。`;
    const ago = event.at - event.occurredAt;
    if (ago < 0) return `${head}；所报发生时间晚于报告时间${say.duration(ago)}。`;
    return ago === 0 ? `${head}；发生于报告之时。` : `${head}；发生于报告前${say.duration(ago)}。`;
  },
  postFilled: (event, say) => `${say.person(event.person)}担任${say.post(event.post)}。`,
  levelProposed: (event, say) => `按定级准则：${say.proposal(event)}。`,
  verificationReminded(event, say) {
    const left = event.left > 0 ? `此后还将催促${event.left}次` : '此为最后一次催促';
    return event.people.length === 0
      ? '事故报告未核实，且无人可催促。'
      : `事故报告未核实，催促${say.people(event.people)}；${left}。`;
  },
  confirmed(event, say) {
    const { incidentLevel, level } = event.proposed;
    const proposed = !hasReasons(event.proposed)
      ? '定级准则未提出建议'
      : level === event.level && incidentLevel === event.incidentLevel
        ? '与定级准则的建议一致'
        : `定级准则建议${say.levels(level, incidentLevel)}`;
    const levels = say.levels(event.level, event.incidentLevel);
    return `${say.actor(event.actor)}核实确认，定为${levels}（${proposed}）。理由：${say.quote(event.texts.reason)}。`;
  },
  standbyDeclared: (event, say) => `${say.actor(event.actor)}宣布预警启动。理由：${say.quote(event.texts.reason)}。`,
  rejected: (event, say) =>
    `${say.actor(event.actor)}核实认定不是事故，予以否定。理由：${say.quote(event.texts.reason)}。`,
  activated: (event, say) => `启动${say.level(event.level)}（${say.incidentLevel(event.incidentLevel)}）。`,
  levelChanged(event, say) {
    const change =
      event.from === event.to
        ? `维持${say.level(event.to)}，事故等级改定为${say.incidentLevel(event.incidentLevel)}`
        : `将响应级别由${say.level(event.from)}调整为${say.level(event.to)}（${say.incidentLevel(event.incidentLevel)}）`;
    return `${say.actor(event.actor)}${change}。理由：${say.quote(event.texts.reason)}。`;
  },
  planMoved(event, say) {
    const { version } = event.basis.plan;
    return `${say.actor(event.actor)}决定改按预案第${version}版执行（原为第${event.from.version}版）。理由：${say.quote(event.texts.reason)}。`;
  },
  called(event, say) {
    const teams = event.calls.some(({ target }) => target.kind === 'team');
    return `${teams ? '动员' : '通知'}${say.calls(event.calls)}。`;
  },
  acknowledged(event, say) {
    const own = event.actor.kind === 'person' && event.actor.id === event.person;
    const who = own ? say.actor(event.actor) : `${say.actor(event.actor)}代${say.person(event.person)}`;
    const head = `${who}确认收到对${say.list(event.targets.map(say.target))}的通知`;
    if (event.eta === undefined) return `${head}。`;
    const ahead = event.eta - event.at;
    return ahead > 0 ? `${head}，预计${say.duration(ahead)}后到位。` : `${head}，已经到位。`;
  },
  reminded: (event, say) => `再次通知尚未确认的人员：${say.calls(event.calls)}。`,
  silent(event, say) {
    const told = event.tell.length === 0 ? '无人可告知' : `告知${say.people(event.tell)}`;
    return `逾时未确认：${say.calls(event.calls)}；${told}。`;
  },
  stoodDown: (event, say) => `${STOOD_DOWN[event.why]}，解除动员：${say.calls(event.calls)}。`,
  terminationProposed(event, say) {
    const met = say.list(event.criteria.map((id) => say.names.terminationCriterion(id, say.lang)));
    const criteria = met === '' ? '' : `，确认已满足终止条件：${met}`;
    return `${say.actor(event.actor)}提议应急终止${criteria}。理由：${say.quote(event.texts.reason)}。`;
  },
  terminationWithdrawn: (event, say) =>
    `${say.actor(event.actor)}撤回应急终止的提议。理由：${say.quote(event.texts.reason)}。`,
  terminationLapsed: (event) => `${STOOD_DOWN[event.why]}，应急终止的提议失效。`,
  terminated(event, say) {
    const proposer = say.actor(event.proposedBy);
    const level = `终止时为${say.level(event.level)}`;
    return event.actor.kind === 'system'
      ? `依${proposer}的提议，应急终止；${level}，该级别不要求第二人签署。`
      : `${say.actor(event.actor)}作为第二签署人同意，应急终止；提议人为${proposer}，${level}。`;
  },
  closed: (event, say) => `${say.actor(event.actor)}结案。说明：${say.quote(event.texts.reason)}。`,
  effectRequested({ effect }, say) {
    if (effect.kind === 'writeDocument') return '开始编写事故报告书。';
    const people = effect.recipients.map((r) => r.person);
    return `交发${noticeNames['zh-CN'][effect.template]}（${effect.noticeId}），收件人：${say.people(people)}。`;
  },
  noticeAttempted(event, say) {
    const parts: string[] = [];
    const troubles = (list: typeof event.delayed): string =>
      say.list(list.map(({ person, code }) => `${say.person(person)}（${deliveryWords(code, say.lang)}）`));
    if (event.accepted.length > 0) parts.push(`通道已受理：${say.people(event.accepted)}`);
    if (event.unreachable.length > 0) parts.push(`无法送达：${troubles(event.unreachable)}`);
    if (event.delayed.length > 0) parts.push(`暂未送达：${troubles(event.delayed)}`);
    if (event.retryAt !== undefined) parts.push(`${say.duration(event.retryAt - event.at)}后重试`);
    return `通知 ${event.noticeId} 的投递结果：${parts.join('；') || '无收件人'}。`;
  },
  noticeRetried: (event) => `重新投递 ${event.effectId}。`,
  noticeCancelled: (event, say) =>
    `取消尚未送出的通知 ${event.noticeId}，收件人：${say.people(event.people)}（已解除动员）。`,
  documentWritten(event, say) {
    const files = say.list(event.files.map(({ format, lang }) => `${format.toUpperCase()}（${lang}）`));
    return `文书 ${event.documentId} 编写完成：${files || '无文件'}。`;
  },
  refused(event, say) {
    const { title, detail } = refusalIn(event, say);
    return `未接受${say.actor(event.actor)}的${messageWords(event.message, 'zh-CN')}：${title}。${detail}`;
  },
  machineFailed: (event, say) =>
    `程序内部出错，未能执行：${failedWords(event.during, 'zh-CN')}。${say.quote(event.error)}。`,
};
