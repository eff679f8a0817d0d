import { listOf } from '../details.js';
import type { RefusalSentencesOf } from './sentences.js';

type Code =
  | 'meeting_passed'
  | 'meeting_not_begun'
  | 'meeting_of_one'
  | 'ratings_required'
  | 'people_required'
  | 'unknown_people'
  | 'unknown_rated_criteria'
  | 'rated_twice'
  | 'unknown_rating';

export const summaryRefusals: RefusalSentencesOf<Code> = {
  'zh-CN': {
    meeting_passed: () => ({
      title: '会议时间已过',
      detail: '召集的会议须在将来。会议已经开过的，不必召集，请直接登记会议情况。',
    }),
    meeting_not_begun: () => ({
      title: '会议尚未到召开时间',
      detail: '召集的会议还没有到召开时间，此前不能登记会议情况。请届时登记；提前召开的，先另行召集并改定时间。',
    }),
    meeting_of_one: () => ({
      title: '到会只有一人',
      detail: '总结评估由各部门共同作出。请列出其他到会人员；确只有一人的，写明理由（reason）后登记。',
    }),
    ratings_required: ({ needed }) => ({
      title: '没有评级',
      detail: `预案规定了评估标准：${listOf(needed, 'criteria').join('、') || '（未注明）'}。请至少评定一项；确实无法评级的，写明理由（reason）后登记。`,
    }),
    people_required: () => ({ title: '须列出人员', detail: '名单是空的。请列出参加会议的人员后重新提交。' }),
    unknown_people: ({ found }, say) => ({
      title: '名单中有人没有岗位',
      detail: `未在本事故所用预案中任职：${say.list(listOf(found, 'people').map(say.quote)) || '（未注明）'}。请核对人员编号；确有外来人员参加的，写入会议结论。`,
    }),
    unknown_rated_criteria: ({ found, needed }, say) => ({
      title: '预案中没有此项评估标准',
      detail: `收到：${say.list(listOf(found, 'criteria').map(say.quote)) || '（无）'}；预案中的标准：${listOf(needed, 'criteria').join('、') || '无，只登记会议结论即可'}。请核对后重新提交。`,
    }),
    rated_twice: ({ found }) => ({
      title: '同一标准有两个评级',
      detail: `重复的标准：${listOf(found, 'criteria').join('、') || '（未注明）'}。请每项只给一个评级。`,
    }),
    unknown_rating: ({ found, needed }) => ({
      title: '预案没有此等次',
      detail: `收到：${listOf(found, 'ratings').join('、') || '（无）'}；预案中的等次：${listOf(needed, 'ratings').join('、') || '无'}。请改用预案中的等次。`,
    }),
  },
  en: {
    meeting_passed: () => ({
      title: 'That time has passed',
      detail: 'A meeting is called for a time to come. If it was held already, do not call it; record what came of it.',
    }),
    meeting_not_begun: () => ({
      title: 'The meeting is still to come',
      detail:
        'What came of a meeting is recorded from the time on for which it was called. If it is held earlier, call it anew for that time first.',
    }),
    meeting_of_one: () => ({
      title: 'One person is no meeting',
      detail:
        'The departments evaluate together. Name the others who were present; if there really was one person alone, say why (reason) and record it.',
    }),
    ratings_required: ({ needed }) => ({
      title: 'Nothing is rated',
      detail: `The plan has criteria: ${listOf(needed, 'criteria').join(', ') || '(not named)'}. Rate at least one; if that cannot be done, say why (reason) and record it.`,
    }),
    people_required: () => ({
      title: 'People are missing',
      detail: 'The list is empty. Name those who take part, and send it again.',
    }),
    unknown_people: ({ found }, say) => ({
      title: 'Somebody on the list holds no post',
      detail: `No post in the plan of this incident: ${say.list(listOf(found, 'people').map(say.quote)) || '(not named)'}. Check the ids; name guests from outside in the conclusions.`,
    }),
    unknown_rated_criteria: ({ found, needed }, say) => ({
      title: 'The plan does not have this criterion',
      detail: `Received: ${say.list(listOf(found, 'criteria').map(say.quote)) || '(none)'}. The plan has: ${listOf(needed, 'criteria').join(', ') || 'none, so record the conclusions alone'}. Check it and send it again.`,
    }),
    rated_twice: ({ found }) => ({
      title: 'A criterion has two ratings',
      detail: `Rated twice: ${listOf(found, 'criteria').join(', ') || '(not named)'}. Give each one rating.`,
    }),
    unknown_rating: ({ found, needed }) => ({
      title: 'The plan does not have this rating',
      detail: `Received: ${listOf(found, 'ratings').join(', ') || '(none)'}. The plan has: ${listOf(needed, 'ratings').join(', ') || 'none'}. Use one of those.`,
    }),
  },
};
