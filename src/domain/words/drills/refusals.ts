import { DRILL_STATUSES } from '../../drill/index.js';
import type { DrillRefusal, DrillStatus, Refused } from '../../drill/index.js';
import type { Lang, Said } from '../../lang.js';
import { said } from '../../lang.js';
import type { Names } from '../../plan/names.js';
import { listOf, numberOf, textOf } from '../details.js';
import type { RefusalWords } from '../refusals/sentences.js';
import { speaker } from '../speaker.js';
import type { Speaker } from '../speaker.js';
import { drillStatusWords, injectStatusWords } from './labels.js';

type Refusal = Omit<Refused, 'type'>;
type Words = { title: Said; detail: Said };
const words = (title: Said, detail: Said): Words => ({ title, detail });

const SENTENCES: Record<DrillRefusal, (refusal: Refusal, say: Speaker) => Words> = {
  not_authorised: ({ needed }, say) => {
    const people = listOf(needed, 'people').map((id) => say.person(id));
    return words(
      said('Not yours to decide', '无权办理'),
      said(
        `In this drill that is for ${people.join(', ') || 'nobody yet'}. Ask one of them.`,
        `本次演练中由以下人员办理：${people.join('、') || '尚未指定'}。请联系其中一位。`,
      ),
    );
  },
  not_simulated: () =>
    words(
      said('Nobody plays this person', '此人不由系统模拟'),
      said(
        'The scheme does not say that the simulator acts for this person. They must do it in person.',
        '演练方案未规定由系统模拟此人。请由本人办理。',
      ),
    ),
  wrong_status: ({ found, needed }, say) => {
    const is = status(textOf(found, 'status'), say.lang);
    const must = listOf(needed, 'statuses').map((one) => status(one, say.lang));
    return words(
      said('Not possible as it stands', '当前状态不能办理'),
      said(
        `The drill: ${is}. This needs: ${must.join(' or ')}. Look at it first: muster drill show.`,
        `演练当前状态：${is}；须为：${must.join('、')}。请先查看：muster drill show。`,
      ),
    );
  },
  own_scheme: ({ needed }, say) => {
    const people = listOf(needed, 'people').map((id) => say.person(id));
    return words(
      said('Nobody approves a scheme of their own', '不能批准本人拟定的方案'),
      said(
        `You drafted it. ${people.length === 0 ? 'Ask somebody else who may approve' : `For approval ask ${people.join(' or ')}`}: muster drill approve.`,
        `该方案由您拟定。请由${people.join('或') || '其他有权人员'}批准：muster drill approve。`,
      ),
    );
  },
  own_report: ({ needed }, say) => {
    const people = listOf(needed, 'people').map((id) => say.person(id));
    return words(
      said('Nobody accepts a report of their own', '不能审定本人提交的报告'),
      said(
        `You handed it in. Ask ${people.join(' or ')}: muster drill accept.`,
        `该报告由您提交。请由${people.join('或')}审定：muster drill accept。`,
      ),
    );
  },
  text_required: ({ found }) => {
    const field = textOf(found, 'field') ?? '';
    return words(
      said('Words are missing', '缺少文字'),
      said(`The field ${field} is empty. Fill it in, and send it again.`, `字段 ${field} 为空。请填写后重新提交。`),
    );
  },
  unknown_inject: ({ found, needed }) =>
    words(
      said('There is no such inject', '没有该情景注入'),
      said(
        `Given: ${textOf(found, 'inject') ?? ''}. This drill has: ${listOf(needed, 'injects').join(', ')}.`,
        `提交的编号：${textOf(found, 'inject') ?? ''}。本次演练的注入：${listOf(needed, 'injects').join('、')}。`,
      ),
    ),
  inject_over: ({ found }, say) => {
    const is = textOf(found, 'status') ?? '';
    const now = is === 'played' || is === 'skipped' || is === 'notNeeded' ? injectStatusWords(is, say.lang) : is;
    return words(
      said('That inject is over', '该注入已处理'),
      said(
        `${textOf(found, 'inject') ?? ''}: ${now}. Add another one if it is needed: muster drill add-inject.`,
        `${textOf(found, 'inject') ?? ''}：${now}。需要时可另行增加：muster drill add-inject。`,
      ),
    );
  },
  unknown_posts: ({ found, needed }, say) =>
    words(
      said('There is no such post', '没有该岗位'),
      said(
        `Given: ${listOf(found, 'posts').join(', ')}. The roster has: ${listOf(needed, 'posts')
          .map((id) => `${id} (${say.post(id)})`)
          .join(', ')}.`,
        `提交的岗位：${listOf(found, 'posts').join('、')}。通讯录中的岗位：${listOf(needed, 'posts')
          .map((id) => `${id}（${say.post(id)}）`)
          .join('、')}。`,
      ),
    ),
  unknown_objective: ({ found, needed }) =>
    words(
      said('There is no such objective', '没有该演练目标'),
      said(
        `Given: ${textOf(found, 'objective') ?? ''}. The scenario has: ${listOf(needed, 'objectives').join(', ')}.`,
        `提交的目标编号：${textOf(found, 'objective') ?? ''}。该情景的目标：${listOf(needed, 'objectives').join('、')}。`,
      ),
    ),
  pace_out_of_range: ({ found, needed }) =>
    words(
      said('No such pace', '速度超出范围'),
      said(
        `Given: ${numberOf(found, 'pace')}. It may be ${numberOf(needed, 'from')} (stands still) to ${numberOf(needed, 'to')} times as fast.`,
        `提交的速度：${numberOf(found, 'pace')}。允许范围：${numberOf(needed, 'from')}（暂停）至 ${numberOf(needed, 'to')} 倍。`,
      ),
    ),
  no_change: () =>
    words(
      said('Nothing would change', '没有变化'),
      said('It is so already. Look at the drill: muster drill show.', '目前已是如此。请查看：muster drill show。'),
    ),
  not_asked: ({ found, needed }, say) => {
    const people = listOf(needed, 'people').map((id) => say.person(id));
    if (textOf(found, 'person') === '')
      return words(
        said('The operator is not asked', '系统管理员不填写反馈'),
        said(
          `Say whose sheet on paper it is: muster drill feedback --for <person>. Asked were: ${people.join(', ')}.`,
          `请注明纸质反馈的填写人：muster drill feedback --for <人员编号>。反馈范围：${people.join('、')}。`,
        ),
      );
    return words(
      said('Not among those asked', '不在反馈范围内'),
      said(
        `Asked were: ${people.join(', ')}. Note what you saw as an observation: muster drill observe.`,
        `反馈范围：${people.join('、')}。所见问题可登记为观察记录：muster drill observe。`,
      ),
    );
  },
  begins_in_the_past: () =>
    words(
      said('That time has passed', '该时间已过'),
      said(
        'A drill begins later than now. Give another time (`--at 14d`), or none (in a scheme that is changed, `--no-begin`): then it begins when its director says so.',
        '演练的开始时间须晚于现在。请另定时间（`--at 14d`），或者不定时间（修改方案时用 `--no-begin`），由总指挥宣布开始。',
      ),
    ),
  already_answered: ({ found }, say) =>
    words(
      said('Already answered', '已经反馈过'),
      said(
        `${say.person(textOf(found, 'person') ?? '')} has answered, and that cannot be changed. Tell the director what is still to be said.`,
        `${say.person(textOf(found, 'person') ?? '')}已提交反馈，不能修改。如有补充，请告知演练总指挥。`,
      ),
    ),
  unknown_question: ({ found, needed }) =>
    words(
      said('There is no such question', '没有该问题'),
      said(
        `Given: ${listOf(found, 'questions').join(', ')}. The questions are ${listOf(needed, 'questions').join(', ')}.`,
        `提交的问题编号：${listOf(found, 'questions').join('、')}。可用编号：${listOf(needed, 'questions').join('、')}。`,
      ),
    ),
  unknown_rated_criteria: ({ found, needed }) =>
    words(
      said('There is no such criterion', '没有该评估标准'),
      said(
        `Given: ${listOf(found, 'criteria').join(', ')}. The plan has: ${listOf(needed, 'criteria').join(', ')}.`,
        `提交的编号：${listOf(found, 'criteria').join('、')}。预案的评估标准：${listOf(needed, 'criteria').join('、')}。`,
      ),
    ),
  unknown_rating: ({ found, needed }) =>
    words(
      said('There is no such rating', '没有该等级'),
      said(
        `Given: ${listOf(found, 'ratings').join(', ')}. Ratings are ${listOf(needed, 'ratings').join(', ')}.`,
        `提交的等级：${listOf(found, 'ratings').join('、')}。可用等级：${listOf(needed, 'ratings').join('、')}。`,
      ),
    ),
  own_department: () =>
    words(
      said('Players rate nothing', '参演人员不参加评定'),
      said(
        'You act in this drill. Leave the rating to an evaluator who does not.',
        '您是本次演练的参演人员，请由未参演的评估人员评定。',
      ),
    ),
  feedback_outstanding: ({ found }, say) => {
    const people = listOf(found, 'people').map((id) => say.person(id));
    return words(
      said('Feedback is still to come', '反馈尚未收齐'),
      said(
        `Waiting for: ${people.join(', ')}. Wait for them, or submit all the same: --despite.`,
        `尚未反馈：${people.join('、')}。请等待，或者照常提交：--despite。`,
      ),
    );
  },
  clearing_up: ({ found }) =>
    words(
      said('The drill is still being cleared away', '演练尚在清场'),
      said(
        `What it brought to light is known once its incident ${textOf(found, 'incidentId') ?? '–'} holds nobody and nothing any more; that counts in the report. Submit in a moment. Where it lasts, look at it: muster drill show.`,
        `演练事件${textOf(found, 'incidentId') ?? '–'}释放全部人员和物资后，方可得知演练暴露的问题，并计入评估报告。请稍后提交。长时间未完成的，请查看：muster drill show。`,
      ),
    ),
  criteria_unrated: ({ found }, say) => {
    const criteria = listOf(found, 'criteria').map((id) => say.names.ratedCriterion(id, say.lang));
    return words(
      said('Not everything is rated that the drill was held for', '演练目标对应的标准尚未全部评定'),
      said(
        `Neither people nor the record say anything on: ${criteria.join('; ')}. Rate them: muster drill rate; or say that the report goes without: muster drill submit --despite.`,
        `以下标准没有评定结果：${criteria.join('；')}。请评定：muster drill rate；确需不评定而提交的：muster drill submit --despite。`,
      ),
    );
  },
  nothing_rated: () =>
    words(
      said('Nothing has been rated', '尚无评定结果'),
      said(
        'Neither people nor the record say anything on any criterion. Rate at least one: muster drill rate.',
        '评估人员和系统记录均无评定结果。请至少评定一项：muster drill rate。',
      ),
    ),
  changed: ({ found }) =>
    words(
      said('Somebody decided meanwhile', '期间已有新的决定'),
      said(
        `You had seen ${numberOf(found, 'ifSeq')}; it is at ${numberOf(found, 'seq')} now. Look again, and decide again.`,
        `您看到的是第 ${numberOf(found, 'ifSeq')} 号，现为第 ${numberOf(found, 'seq')} 号。请重新查看后再决定。`,
      ),
    ),
  request_id_reused: () =>
    words(
      said('Another request had this key', '请求编号已被使用'),
      said('Send it again under another key.', '请更换请求编号后重新提交。'),
    ),
  malformed: ({ found, needed }) =>
    words(
      said('Not understood', '格式有误'),
      said(
        `Field ${textOf(found, 'field') ?? ''}: ${textOf(needed, 'form') ?? ''} is needed.`,
        `字段 ${textOf(found, 'field') ?? ''}：须为 ${textOf(needed, 'form') ?? ''}。`,
      ),
    ),
  machine_error: ({ found }) =>
    words(
      said('Muster failed', '系统内部错误'),
      said(
        `Nothing was changed. Tell whoever runs it: ${textOf(found, 'error') ?? ''}.`,
        `未作任何改动。请告知系统管理员：${textOf(found, 'error') ?? ''}。`,
      ),
    ),
};

/** Title and what to do. */
export function drillRefusalWords(refusal: Refusal, names: Names, lang: Lang): RefusalWords {
  const { title, detail } = SENTENCES[refusal.code](refusal, speaker(names, lang));
  return { title: title[lang], detail: detail[lang] };
}

function status(found: string | undefined, lang: Lang): string {
  const known = DRILL_STATUSES.find((one): one is DrillStatus => one === found);
  return known === undefined ? (found ?? '') : drillStatusWords(known, lang);
}
