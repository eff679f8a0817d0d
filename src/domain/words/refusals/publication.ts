import { listOf, numberOf, textOf } from '../details.js';
import { publicationKindWords, publicationName } from '../publicationWords.js';
import type { Lang } from '../../lang.js';
import type { Details } from '../../incident/index.js';
import type { Speaker } from '../speaker.js';
import type { RefusalSentencesOf } from './sentences.js';

type Code =
  | 'no_publication'
  | 'unknown_publication'
  | 'publication_not_waiting'
  | 'other_version'
  | 'publication_text_required'
  | 'blanks_left'
  | 'fact_not_known'
  | 'facts_moved'
  | 'end_was_none'
  | 'final_before_end'
  | 'correction_of_what'
  | 'next_statement_passed'
  | 'only_corrections'
  | 'nothing_follows'
  | 'too_many_publications'
  | 'nobody_to_approve'
  | 'no_legal_check'
  | 'legal_check_required'
  | 'already_checked'
  | 'drafter_cannot_check'
  | 'drafter_cannot_approve'
  | 'remarks_required'
  | 'already_waived';

const STATUS: Record<Lang, Record<string, string>> = {
  'zh-CN': {
    draft: '正在等待审核或批准',
    returned: '已被退回，等待重拟',
    approved: '已经批准',
    published: '已经发布',
    withdrawn: '已经撤回',
  },
  en: {
    draft: 'waits to be checked or approved',
    returned: 'was returned, and waits for another version',
    approved: 'is approved',
    published: 'is out',
    withdrawn: 'was withdrawn',
  },
};

const TEXTS: Record<Lang, Record<string, string>> = {
  'zh-CN': { 'title zh-CN': '中文标题', 'body zh-CN': '中文正文', 'title en': '英文标题', 'body en': '英文正文' },
  en: {
    'title zh-CN': 'Chinese title',
    'body zh-CN': 'Chinese text',
    'title en': 'English title',
    'body en': 'English text',
  },
};

export const publicationRefusals: RefusalSentencesOf<Code> = {
  'zh-CN': {
    no_publication: () => ({
      title: '预案未规定信息发布',
      detail:
        '本预案没有规定由谁拟稿、由谁批准对外发布。请以其他方式处理，或将此项补入预案。此前已发布的，指挥人员可以更正（--kind correction --corrects）或者撤回。',
    }),
    unknown_publication: ({ found, needed }, say) => ({
      title: '没有这份发布稿',
      detail: `收到的编号：${say.quote(textOf(found, 'publication'))}；现有的发布稿：${say.list(listOf(needed, 'publications')) || '无'}。请核对编号后重新提交。`,
    }),
    publication_not_waiting: ({ found }) => ({
      title: '这份发布稿现在不能这样处理',
      detail: `${named(found, 'zh-CN')}${status(found, 'zh-CN')}。已经批准的不再改动：有误的，另拟更正；不应发布的，撤回。`,
    }),
    other_version: ({ found, needed }) => ({
      title: '已有新的版本',
      detail: `收到的是第${numberOf(found, 'version') ?? 0}版，现为第${numberOf(needed, 'version') ?? 0}版。请阅看现有版本后再作决定。`,
    }),
    publication_text_required: ({ needed }, say) => ({
      title: '发布稿不完整',
      detail: `还缺：${say.list(listOf(needed, 'texts').map((key) => TEXTS['zh-CN'][key] ?? key))}。预案的第一种语言必须完整，其他语言的标题和正文须一并填写。`,
    }),
    blanks_left: ({ found }, say) => ({
      title: '还有空白没有填写',
      detail: `文中尚未填写：${say.list(listOf(found, 'blanks').map((name) => `{${name}}`))}。不清楚的写明正在查明，或删去该句。`,
    }),
    fact_not_known: ({ found, needed }, say) => ({
      title: '所依据的事实尚不清楚',
      detail: `尚无记录：${facts(found, 'facts', say)}；已有记录：${facts(needed, 'known', say) || '无'}。请先补报，或不以其为依据。`,
    }),
    facts_moved: ({ found }, say) => ({
      title: '所依据的事实已有变化',
      detail: `拟稿后有变化：${facts(found, 'facts', say)}。请按现在的情况重新拟稿（muster publication draft），再审核、批准。`,
    }),
    end_was_none: ({ found }) => ({
      title: '拟稿后事故已重新启动',
      detail: `${named(found, 'zh-CN')}说的是上一次结束，此后事故已重新启动响应，不能照此发布。请重新拟稿（muster publication draft），或撤回（muster publication withdraw）。`,
    }),
    final_before_end: () => ({
      title: '响应尚未结束，不能发布处置结果',
      detail:
        '处置结果公告（final）告知公众事故已经结束，须在响应终止后拟稿、批准。现在请以进展通报（--kind update）发布，终止后再拟处置结果公告。',
    }),
    correction_of_what: ({ found, needed }, say) => ({
      title: '须写明更正哪一份',
      detail: `类型：${publicationKindWords(textOf(found, 'kind'), 'zh-CN')}；写明的对象：${textOf(found, 'corrects') ?? '（无）'}；已发布、可以更正的：${say.list(listOf(needed, 'published')) || '无'}。更正须指明已发布的一份，其他类型不写更正对象。`,
    }),
    next_statement_passed: () => ({
      title: '承诺的下次发布时间已过',
      detail: '文中承诺的下次发布时间早于现在。请另定时间，重新拟稿。',
    }),
    only_corrections: () => ({
      title: '已了结，只能更正或撤回',
      detail:
        '事故已了结，不再发布新的内容。已发布的信息有误，可拟更正（muster publication draft，--kind correction --corrects）；不应发布的，可撤回（muster publication withdraw）。',
    }),
    nothing_follows: () => ({
      title: '已了结，不能再预告下次发布',
      detail: '事故已了结，以后只能更正或撤回，不会再有下一次发布。请删去下次发布时间后重新提交。',
    }),
    too_many_publications: ({ found, needed }) => ({
      title: '待处理的发布稿过多',
      detail: `已有${numberOf(found, 'open') ?? 0}份，最多${numberOf(needed, 'atMost') ?? 0}份。请先批准、退回后重拟，或撤回其中的稿件。`,
    }),
    nobody_to_approve({ found, needed }, say) {
      const drafters = listOf(needed, 'drafters').map(say.post);
      const others =
        drafters.length === 0 ? '也没有他人可以拟稿。' : `请改由他人拟稿，再由上述岗位批准：${say.some(drafters)}。`;
      const waits =
        found['publication'] === undefined ? '' : `${named(found, 'zh-CN')}的现有版本不变，可写明意见退回。`;
      return {
        title: '没有他人可以批准',
        detail: `可以批准的岗位（${say.some(listOf(needed, 'posts').map(say.post))}）除拟稿人外没有他人，文稿会一直无人批准，因此未予受理。${others}${waits}或者先在人员名册中为上述岗位另定人员。`,
      };
    },
    no_legal_check: () => ({
      title: '预案未规定法务审核',
      detail: '本预案没有规定由谁作法务审核，可以直接批准。',
    }),
    legal_check_required: ({ found, needed }, say) => ({
      title: '尚未经法务审核',
      detail: `${named(found, 'zh-CN')}须先由${say.list(listOf(needed, 'posts').map(say.post))}审核。来不及的，指挥人员可写明理由后先行批准（--reason），理由记入时间线。`,
    }),
    already_checked: ({ found }) => ({
      title: '已经审核',
      detail: `${named(found, 'zh-CN')}已经审核，等待批准。`,
    }),
    drafter_cannot_check: ({ found }) => ({
      title: '拟稿人不得审核',
      detail: `${named(found, 'zh-CN')}的某一版由您拟稿，此后各版都须由他人审核。`,
    }),
    drafter_cannot_approve: ({ found }) => ({
      title: '拟稿人不得批准',
      detail: `${named(found, 'zh-CN')}的某一版由您拟稿，此后各版都须由他人批准。您可以将其撤回，由他人另拟一份，再由您批准。`,
    }),
    remarks_required: () => ({ title: '退回须写明意见', detail: '请写明须改动之处，拟稿人据此重拟。' }),
    already_waived: () => ({
      title: '已决定不再发布',
      detail: '此前已作此决定，无需重复。如仍须发布，拟稿并批准即可。',
    }),
  },
  en: {
    no_publication: () => ({
      title: 'The plan does not provide for publication',
      detail:
        'It does not say who drafts and who approves what is published. See to it in another way, or add it to the plan. What was published before command can correct (--kind correction --corrects) or withdraw.',
    }),
    unknown_publication: ({ found, needed }, say) => ({
      title: 'There is no such publication',
      detail: `Received: ${say.quote(textOf(found, 'publication'))}. There are: ${say.list(listOf(needed, 'publications')) || 'none'}. Check the id and send it again.`,
    }),
    publication_not_waiting: ({ found }) => ({
      title: 'This cannot be done to it now',
      detail: `It ${status(found, 'en')}: ${named(found, 'en')}. What was approved is never changed: draft a correction if it is wrong, withdraw it if it should not be out.`,
    }),
    other_version: ({ found, needed }) => ({
      title: 'There is another version',
      detail: `You named version ${numberOf(found, 'version') ?? 0}; it is at version ${numberOf(needed, 'version') ?? 0} now. Read that one, then decide.`,
    }),
    publication_text_required: ({ needed }, say) => ({
      title: 'The text is not whole',
      detail: `Missing: ${say.list(listOf(needed, 'texts').map((key) => TEXTS.en[key] ?? key))}. The first language of the plan has to be whole; any other has to have title and text, or neither.`,
    }),
    blanks_left: ({ found }, say) => ({
      title: 'There are blanks left',
      detail: `Not filled in: ${say.list(listOf(found, 'blanks').map((name) => `{${name}}`))}. Where something is not known, say that it is being established, or leave the sentence out.`,
    }),
    fact_not_known: ({ found, needed }, say) => ({
      title: 'What it rests on is not known',
      detail: `Nothing is on record of: ${facts(found, 'facts', say)}. On record: ${facts(needed, 'known', say) || 'nothing'}. Put it on record first, or do not rest on it.`,
    }),
    facts_moved: ({ found }, say) => ({
      title: 'What it rests on has changed',
      detail: `Changed since it was drafted: ${facts(found, 'facts', say)}. Draft it anew by what is known now (muster publication draft), and have that checked and approved.`,
    }),
    end_was_none: ({ found }) => ({
      title: 'It has come back since this was drafted',
      detail: `It tells of an end after which the incident was reopened: ${named(found, 'en')}. Draft it anew (muster publication draft), or withdraw it (muster publication withdraw).`,
    }),
    final_before_end: () => ({
      title: 'The response has not ended',
      detail:
        'A closing statement (final) tells the public that it is over, so it is drafted and approved once the response has ended. Publish an update now (--kind update), and the closing statement after the end.',
    }),
    correction_of_what: ({ found, needed }, say) => ({
      title: 'What does it correct?',
      detail: `Kind: ${publicationKindWords(textOf(found, 'kind'), 'en')}; corrects: ${textOf(found, 'corrects') ?? '(nothing)'}. Out, and can be corrected: ${say.list(listOf(needed, 'published')) || 'none'}. A correction names one that is out; the other kinds name none.`,
    }),
    next_statement_passed: () => ({
      title: 'The time promised for the next one has passed',
      detail: 'The text promises the next one for a time that is over. Set another time and draft it anew.',
    }),
    only_corrections: () => ({
      title: 'It is over: what is out can be corrected or withdrawn',
      detail:
        'The incident is over, and nothing new is published about it. If a text that is out is wrong, draft a correction (muster publication draft, --kind correction --corrects); if it should not be out, withdraw it (muster publication withdraw).',
    }),
    nothing_follows: () => ({
      title: 'It is over: no next statement can be promised',
      detail:
        'The incident is over. From now on texts are only corrected or withdrawn, so no next statement would follow. Leave its time out and send it again.',
    }),
    too_many_publications: ({ found, needed }) => ({
      title: 'Too many drafts wait',
      detail: `${numberOf(found, 'open') ?? 0} wait, and no more than ${numberOf(needed, 'atMost') ?? 0} may. Approve, draft anew or withdraw one of them first.`,
    }),
    nobody_to_approve({ found, needed }, say) {
      const drafters = listOf(needed, 'drafters').map(say.post);
      const others =
        drafters.length === 0
          ? 'Nobody else could draft it either. '
          : `Let somebody else draft it, and approve that: ${say.some(drafters)}. `;
      const waits =
        found['publication'] === undefined
          ? ''
          : `What waits of ${named(found, 'en')} stays as it is, and can be returned with remarks. `;
      return {
        title: 'Nobody else could approve it',
        detail: `But for those who drafted it, nobody holds a post that may approve it (${say.some(listOf(needed, 'posts').map(say.post))}), so it would wait for ever and was not taken. ${others}${waits}Or have the roster give one of these posts to somebody else first.`,
      };
    },
    no_legal_check: () => ({
      title: 'The plan asks for no legal check',
      detail: 'It names nobody for it: the draft can be approved as it is.',
    }),
    legal_check_required: ({ found, needed }, say) => ({
      title: 'Nobody has checked it for what it means in law',
      detail: `That is for the ${say.list(listOf(needed, 'posts').map(say.post))}: ${named(found, 'en')}. Where there is no time for it, command may approve with a reason (--reason), which goes on record.`,
    }),
    already_checked: ({ found }) => ({
      title: 'It is checked already',
      detail: `It waits to be approved: ${named(found, 'en')}.`,
    }),
    drafter_cannot_check: ({ found }) => ({
      title: 'Whoever drafted it cannot check it',
      detail: `You drafted a version of it: ${named(found, 'en')}. Somebody who drafted none has to check it.`,
    }),
    drafter_cannot_approve: ({ found }) => ({
      title: 'Whoever drafted it cannot approve it',
      detail: `You drafted a version of it: ${named(found, 'en')}. Somebody who drafted none has to approve it. Or it is withdrawn, somebody else drafts a new publication, and you approve that.`,
    }),
    remarks_required: () => ({
      title: 'Say what has to change',
      detail: 'Whoever drafted it has to know what to change. Give remarks and send it again.',
    }),
    already_waived: () => ({
      title: 'That is decided already',
      detail:
        'It was decided before that nothing more is published. To publish after all, draft a text and have it approved.',
    }),
  },
};

function named(details: Details, lang: Lang): string {
  return publicationName(textOf(details, 'publication') ?? '', lang, numberOf(details, 'version'));
}

function status(details: Details, lang: Lang): string {
  const code = textOf(details, 'status') ?? '';
  return STATUS[lang][code] ?? code;
}

function facts(details: Details, key: string, { names, lang, list }: Speaker): string {
  return list(listOf(details, key).map((id) => names.fact(id, lang)));
}
