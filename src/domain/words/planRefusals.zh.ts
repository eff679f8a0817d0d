import type { Details } from '../incident/index.js';
import type { PlanStatus } from '../plan/lifecycle/index.js';
import { listOf, numberOf, textOf } from './details.js';
import type { PlanRefusalSentences } from './planRefusals.js';
import { planStatusWords } from './planStatus.js';
import type { Speaker } from './speaker.js';

const status = (id: string | undefined): string => `“${planStatusWords(id as PlanStatus, 'zh-CN')}”`;
const postsOr = (ids: string[], say: Speaker): string => ids.map(say.post).join('或');
const orPosts = (ids: string[], say: Speaker): string => (ids.length > 0 ? `、${ids.map(say.post).join('、')}` : '');
const warning = (found: Details): string => `${textOf(found, 'rule') ?? ''} ${textOf(found, 'path') ?? ''}`;
const held = (ids: string[], say: Speaker): string => say.list(ids.map(say.post)) || '无';

export const planRefusalsZh: PlanRefusalSentences = {
  post_required: () => ({
    title: '仅限通讯录中任职的人员',
    detail: '发送人没有任何岗位。请先在通讯录中登记岗位，或请任职人员、系统管理员办理。',
  }),
  not_reviewer: ({ found, needed }, say) => ({
    title: '不是该版本的评审人',
    detail: `发送人的岗位：${held(listOf(found, 'posts'), say)}。该版本由${postsOr(listOf(needed, 'posts'), say)}评审，请由其办理。`,
  }),
  not_approver: ({ found, needed }, say) => ({
    title: '不是该版本的批准人',
    detail: `发送人的岗位：${held(listOf(found, 'posts'), say)}。该版本由${postsOr(listOf(needed, 'posts'), say)}签署，请由其办理。`,
  }),
  not_responsible: ({ found, needed }, say) => ({
    title: '既不是该版本的编制人，也不负责该版本',
    detail: `发送人的岗位：${held(listOf(found, 'posts'), say)}。须由编制人（${say.people(listOf(needed, 'people')) || '未署名'}）${orPosts(listOf(needed, 'posts'), say)}或系统管理员办理。`,
  }),
  not_addressed: ({ needed }, say) => ({
    title: '没有待您签收的预案',
    detail: `该版本未发放给发送人，发放范围：${postsOr(listOf(needed, 'posts'), say) || '无'}。无须办理。`,
  }),
  wrong_status: ({ found, needed }) => ({
    title: '该版本目前的状态不能这样做',
    detail: `该版本为${status(textOf(found, 'status'))}，此操作要求${listOf(needed, 'statuses').map(status).join('或')}。请先用 muster plan show 查看办理过程。`,
  }),
  plan_in_force: ({ found }) => ({
    title: '该版本正在生效',
    detail: `第${numberOf(found, 'version') ?? ''}版正在生效，没有预案就无法报告事故。请改为让另一版本生效。`,
  }),
  version_exists: ({ found, needed }) => ({
    title: '该版本已经存在',
    detail: `第${numberOf(found, 'version') ?? ''}版为${status(textOf(found, 'status'))}。请在预案中改为第${numberOf(needed, 'version') ?? ''}版；草案也可以替换（--replace）。`,
  }),
  authors_missing: () => ({
    title: '请写明编制人',
    detail: '系统管理员只代为导入。请至少写明一名编制人（--author），用通讯录中的编号。',
  }),
  version_not_next: ({ found, needed }) => ({
    title: '版本号须连续',
    detail: `预案写明第${numberOf(found, 'version') ?? ''}版，已有的最新版本为第${numberOf(found, 'newest') ?? ''}版。请在预案中改为第${numberOf(needed, 'version') ?? ''}版。`,
  }),
  other_version: ({ found, needed }, say) => ({
    title: '内容属于另一版本',
    detail: `内容为“${say.quote(textOf(found, 'id'))}”第${numberOf(found, 'version') ?? ''}版，要替换的是“${say.quote(textOf(needed, 'id'))}”第${numberOf(needed, 'version') ?? ''}版。请更正其一。`,
  }),
  control_missing: () => ({
    title: '预案没有写明由谁评审和批准',
    detail: '缺少 control 一节。请补充批准人、评审人、发放范围和评审周期。',
  }),
  words_required: ({ needed }) => ({
    title: '须填写文字',
    detail: `字段 ${textOf(needed, 'field') ?? ''} 为空，该内容将记入记录。请填写后重新发送。`,
  }),
  reviewer_withdrew: () => ({
    title: '评审人已回避该版本',
    detail: '与该版本有利害关系的人员不参加评审。请由其他评审人办理。',
  }),
  content_changed: ({ found, needed }) => ({
    title: '内容可能与所读的不同',
    detail: `${textOf(found, 'hash') === undefined ? '该版本曾退回修改，内容可能已与您所读的不同。' : `您所读的内容校验值为${textOf(found, 'hash') ?? ''}。`}正在评审的内容校验值为${textOf(needed, 'hash') ?? ''}。请阅读后附上校验值（--hash，前八位即可）。`,
  }),
  already_reviewed: () => ({ title: '此前已经评审', detail: '该人员的评审意见已记录，无须再办理。' }),
  reviews_missing: ({ found, needed }, say) => ({
    title: '评审人数不足',
    detail: `同意且计入的评审人：${numberOf(found, 'reviewers') ?? 0}人；预案要求${postsOr(listOf(needed, 'posts'), say)}中至少${numberOf(needed, 'reviewers') ?? 0}人。请先完成评审。`,
  }),
  author_reviews_alone: ({ found, needed }, say) => ({
    title: '编制人不能是唯一的评审人',
    detail: `同意的评审人都参与了编制：${say.people(listOf(found, 'people'))}。请由另一名${postsOr(listOf(needed, 'posts'), say)}评审。`,
  }),
  author_approves_alone: ({ found, needed }, say) => ({
    title: '编制人不得在无他人评审的情况下批准',
    detail: `该版本由${say.people(listOf(found, 'people'))}编制。请先由未参与编制的${postsOr(listOf(needed, 'posts'), say)}评审。`,
  }),
  check_errors: ({ found }, say) => ({
    title: '检查发现错误',
    detail: `错误${numberOf(found, 'count') ?? 0}项（${say.list(listOf(found, 'errors').map(say.quote))}）。请退回该版本，改正后重新提交。`,
  }),
  warnings_open: ({ found }, say) => ({
    title: '尚有警告未书面接受',
    detail: `未书面接受的警告：${say.list(listOf(found, 'warnings').map(say.quote))}。请逐项写明理由予以接受，或退回改正。`,
  }),
  unknown_warning: ({ found, needed }, say) => ({
    title: '检查没有给出这项警告',
    detail: `所填：${say.quote(warning(found))}。检查给出的警告：${say.list(listOf(needed, 'warnings').map(say.quote)) || '无'}。请按检查结果填写规则和位置。`,
  }),
  already_accepted: ({ found }, say) => ({
    title: '此前已经接受',
    detail: `对 ${say.quote(warning(found))} 的接受已记录，无须再办理。`,
  }),
  author_accepts: () => ({
    title: '编制人不得接受自己草案的警告',
    detail: '请由未参与编制的评审人或批准人办理。',
  }),
  date_in_past: ({ found, needed }) => ({
    title: '生效时间已过',
    detail: `所填：${textOf(found, 'from') ?? ''}，当前时间：${textOf(needed, 'from') ?? ''}。请填写以后的时间；不填则立即生效。`,
  }),
  date_in_future: ({ found }) => ({
    title: '生效时间未到',
    detail: `生效时间：${textOf(found, 'from') ?? '待批准人确定'}。请等待。`,
  }),
  day_in_future: ({ found, needed }) => ({
    title: '日期尚未到来',
    detail: `所填为${textOf(found, 'on') ?? ''}，最晚为${textOf(needed, 'on') ?? ''}。请在实际完成后记录。`,
  }),
  nothing_new: ({ found }) => ({
    title: '与现状相同',
    detail: `该事项已经记录${textOf(found, 'from') === undefined ? '' : `（${textOf(found, 'from')}）`}，无须再办理。`,
  }),
  older_than_effective: ({ found, needed }) => ({
    title: '生效的版本更新',
    detail: `这是第${numberOf(found, 'version') ?? ''}版，生效的是第${numberOf(found, 'effective') ?? ''}版，退回旧版会丢失其后的修订。请将内容作为第${numberOf(needed, 'version') ?? ''}版或更高版本重新导入。`,
  }),
  base_superseded: () => ({
    title: '批准时所依据的版本已不再生效',
    detail: '该版本因与当时生效的版本差别很小而免于评审。请作为新版本重新导入，与现在生效的版本比较。',
  }),
  roster_unfit: ({ found }, say) => ({
    title: '通讯录中的人员不足以执行该版本',
    detail: `通讯录的问题：${say.list(listOf(found, 'zh-CN').map(say.quote))}。请先更正通讯录。`,
  }),
  not_approved: ({ found }) => ({
    title: '该版本未经批准',
    detail: `该版本为${status(textOf(found, 'status'))}，未经批准。只有经批准的版本才能备案和评估。`,
  }),
  already_received: () => ({ title: '此前已经签收', detail: '该人员的签收已记录，无须再办理。' }),
  key_reused: ({ found }, say) => ({
    title: '该 Idempotency-Key 已用于其他请求',
    detail: `键 ${say.quote(textOf(found, 'key'))} 已用于该版本的其他操作。请换用其他键重新发送。`,
  }),
};
