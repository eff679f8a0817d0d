import { DRILL_STATUSES } from '../../drill/state.js';
import { IMPROVEMENT_STATUSES } from '../../improvement/state.js';
import type { ImprovementRefusal, Refused } from '../../improvement/index.js';
import type { Lang, Said } from '../../lang.js';
import { said } from '../../lang.js';
import type { Names } from '../../plan/names.js';
import { listOf, numberOf, textOf } from '../details.js';
import type { RefusalWords } from '../refusals/sentences.js';
import { capitalised, speaker } from '../speaker.js';
import type { Speaker } from '../speaker.js';
import { drillStatusWords } from '../drills/labels.js';
import { improvementStatusWords } from './labels.js';

type Refusal = Omit<Refused, 'type'>;
type Words = { title: Said; detail: Said };
const words = (title: Said, detail: Said): Words => ({ title, detail });

const SENTENCES: Record<ImprovementRefusal, (refusal: Refusal, say: Speaker) => Words> = {
  not_authorised: ({ found, needed }, say) => {
    const [held, posts] = [postsOf(found, say), postsOf(needed, say)];
    return words(
      said('Not yours to decide', '无权办理'),
      said(
        `Posts held by the sender: ${held || 'none'}. Needed: ${posts || 'a post that the plan names for improvements'}. Ask one of them.`,
        `提交人担任的岗位：${held || '无'}；须由以下岗位办理：${posts || '预案指定的改进措施管理岗位'}。请联系其中一位。`,
      ),
    );
  },
  not_owner: ({ needed }, say) => {
    const [post, person] = [textOf(needed, 'post'), textOf(needed, 'person')];
    const owner = person === undefined ? say.post(post ?? '') : say.person(person);
    return words(
      said('Only its owner hands in that it is done', '仅限责任人报告完成'),
      said(
        `Its owner is ${owner}. Ask them, or have it given to somebody else first.`,
        `本项责任人为${owner}。请由其办理，或者先改交他人。`,
      ),
    );
  },
  wrong_status: ({ found, needed }, say) => {
    const [is, must] = [status(textOf(found, 'status'), say.lang), listOf(needed, 'statuses')];
    const needs = must.map((one) => status(one, say.lang));
    return words(
      said('Not possible as it stands', '当前状态不能办理'),
      said(
        `It is ${is}; this needs one that is ${needs.join(' or ')}. Look at it first: muster improvement show.`,
        `当前状态：${is}；须为：${needs.join('、')}。请先查看：muster improvement show。`,
      ),
    );
  },
  reason_required: () =>
    words(said('A reason is required', '须说明理由'), said('Say why, and send it again.', '请写明理由后重新提交。')),
  text_required: ({ found }) => {
    const field = textOf(found, 'field') ?? '';
    return words(
      said('Words are missing', '缺少文字'),
      said(`The field ${field} is empty. Fill it in, and send it again.`, `字段 ${field} 为空。请填写后重新提交。`),
    );
  },
  evidence_required: () =>
    words(
      said('Nothing shows that it is done', '缺少完成凭证'),
      said(
        'Give a note, a link or a file, and send it again.',
        '须有文字记录、链接、文件之一，用以证明已经完成。请补全后重新提交。',
      ),
    ),
  unknown_type: ({ found, needed }, say) =>
    words(
      said('The plan has no such type of improvement', '预案中没有此类改进措施'),
      said(
        `Received: ${say.quote(textOf(found, 'type'))}. The plan has: ${say.list(listOf(needed, 'types'))}.`,
        `收到：${say.quote(textOf(found, 'type'))}；预案中的类型：${say.list(listOf(needed, 'types'))}。`,
      ),
    ),
  unknown_owner: ({ found }, say) => {
    const id = say.quote(textOf(found, 'person') ?? textOf(found, 'post'));
    return words(
      said('Nobody is there to own it', '责任人不存在或岗位无人担任'),
      said(
        `The roster of today has nobody for ${id}. Name a person in it, or a post that somebody holds.`,
        `现行通讯录中没有可承担的人员：${id}。请指定通讯录中的人员，或者有人担任的岗位。`,
      ),
    );
  },
  due_passed: () =>
    words(
      said('That time has passed', '期限已过'),
      said('The due date lies in the past. Name one that is to come.', '填写的期限早于现在。请填写将来的时间。'),
    ),
  no_change: () =>
    words(said('That would change nothing', '没有变化'), said('It is so already.', '已是如此，无须办理。')),
  owner_cannot_verify: ({ found }, say) =>
    words(
      said('Its owner cannot verify it', '责任人不得验证'),
      ratedThere(found, say) ??
        said(
          'It is yours, or was since evidence was handed in for it. Somebody else has to find it done: a holder of the post that keeps improvements, or command.',
          '本项由您负责，或者提交凭证以来曾由您负责。须由改进措施管理岗位或者指挥部的其他人员验证。',
        ),
    ),
  own_evidence: ({ found }, say) =>
    words(
      said('Whoever handed in cannot verify it', '提交过凭证的人员不得验证'),
      ratedThere(found, say) ??
        said(
          'You have handed in evidence for it. Somebody else has to find it done: another holder of the post that keeps improvements, or of command.',
          '您提交过本项凭证。须由改进措施管理岗位或者指挥部的其他人员验证。',
        ),
    ),
  own_improvement: () =>
    words(
      said('Nobody cancels or postpones their own', '不得自行取消或推迟本人负责的改进措施'),
      said(
        'It is yours, was since evidence was handed in for it, or you have handed in for it. Somebody else cancels it or moves its due date back: another holder of the post that keeps improvements, or command.',
        '本项由您负责，或者提交凭证以来曾由您负责，或者您提交过凭证。取消或者推迟期限须由改进措施管理岗位或者指挥部的其他人员决定。',
      ),
    ),
  link_required: () =>
    words(
      said('No version of the plan is linked', '尚未关联预案版本'),
      said(
        'It changes the plan: link the version that brings the change first: muster improvement link.',
        '本项涉及修改预案：请先关联落实该修改的预案版本：muster improvement link。',
      ),
    ),
  unknown_version: ({ found }) => {
    const [plan, version] = [textOf(found, 'plan') ?? '', numberOf(found, 'version') ?? 0];
    return words(
      said('No such version of the plan', '没有该预案版本'),
      said(
        `Muster holds no version ${version} of the plan ${plan}. See muster plan list.`,
        `系统中没有预案 ${plan} 的第${version}版。可用 muster plan list 查看。`,
      ),
    );
  },
  version_not_newer: ({ found, needed }) => {
    const [plan, version] = [textOf(found, 'plan') ?? '', numberOf(found, 'version') ?? 0];
    const under = numberOf(needed, 'version');
    return words(
      said('This version cannot bring the change', '该版本不可能落实该修改'),
      under === undefined
        ? said(
            `Version ${version} of the plan ${plan} was in force before the improvement was opened. Link the version that brings the change.`,
            `预案 ${plan} 第${version}版在提出该改进措施之前已经生效。请关联落实该修改的版本。`,
          )
        : said(
            `It was found under version ${under} of the plan ${plan}; version ${version} is no newer. Link the version that brings the change.`,
            `该问题是在预案 ${plan} 第${under}版下发现的，第${version}版并不更新。请关联落实该修改的版本。`,
          ),
    );
  },
  version_not_in_force: ({ found }) => {
    const [plan, version] = [textOf(found, 'plan') ?? '', numberOf(found, 'version') ?? 0];
    return words(
      said('The change of the plan has not taken effect', '预案修改尚未生效'),
      said(
        `Version ${version} of the plan ${plan} has not taken effect. Once it has, this can be verified.`,
        `预案 ${plan} 第${version}版尚未生效。生效后方可验证。`,
      ),
    );
  },
  drill_origin_required: () =>
    words(
      said('Only a finding of a drill is closed by a drill', '只有演练发现的问题才能由演练验证'),
      said(
        'It names no drill and criterion. Open it from the report of a drill: muster drill improve.',
        '未指明来源演练和评估标准。请从演练评估报告提出：muster drill improve。',
      ),
    ),
  drill_required: ({ found, needed }) => {
    const [planned, criterion] = [textOf(found, 'drill'), textOf(needed, 'criterion') ?? '–'];
    return words(
      said('Only a drill closes it', '须经演练验证'),
      said(
        `It is closed by a drill whose criterion ${criterion} passes${planned === undefined ? '; none is planned yet: hand in what was done, and link the version of the plan' : `; planned: ${planned}`}. Name one that has shown it: muster improvement verify --drill.`,
        `须有一次演练，其评估标准${criterion}通过${planned === undefined ? '；尚未安排，请先报告完成并关联预案版本' : `；已安排：${planned}`}。已有演练可以证明的，请指明：muster improvement verify --drill。`,
      ),
    );
  },
  no_criterion: ({ found }, say) =>
    words(
      said('No drill can show it', '本项不能由演练验证'),
      said(
        `It comes from no criterion of a drill, so that ${say.quote(textOf(found, 'drill'))} rates nothing of it. Verify it without --drill.`,
        `本项并非来自演练评估标准，演练${say.quote(textOf(found, 'drill'))}不能作为依据。请不带 --drill 验证。`,
      ),
    ),
  unknown_drill: ({ found, needed }, say) =>
    words(
      said('No such drill', '没有该演练'),
      said(
        `Muster knows no drill ${say.quote(textOf(found, 'drill'))} for criterion ${textOf(needed, 'criterion') ?? '–'}. See muster drill list.`,
        `系统中没有演练${say.quote(textOf(found, 'drill'))}（评估标准${textOf(needed, 'criterion') ?? '–'}）。可用 muster drill list 查看。`,
      ),
    ),
  drill_not_accepted: ({ found }) => {
    const [drill, is] = [textOf(found, 'drill') ?? '–', DRILL_STATUSES.find((one) => one === textOf(found, 'status'))];
    const [en, zh] = [is && drillStatusWords(is, 'en'), is && drillStatusWords(is, 'zh-CN')];
    return words(
      said('The report of the drill is not accepted', '演练评估报告未审定'),
      said(
        `The drill ${drill} is ${en ?? '–'}. It proves something once command has accepted its report.`,
        `演练${drill}当前状态：${zh ?? '–'}。评估报告经指挥部审定后方可作为依据。`,
      ),
    );
  },
  acceptance_simulated: ({ found }) =>
    words(
      said('The report was accepted by the simulator', '评估报告由模拟人员审定'),
      said(
        `Nobody of command has accepted the report of the drill ${textOf(found, 'drill') ?? '–'}. Hold one whose report command accepts in person.`,
        `演练${textOf(found, 'drill') ?? '–'}的评估报告未经指挥部本人审定。请另行组织演练并由本人审定报告。`,
      ),
    ),
  drill_before_fix: ({ found, needed }) => {
    const [drill, version] = [textOf(found, 'drill') ?? '–', numberOf(found, 'version') ?? 0];
    const [plan, fix] = [textOf(needed, 'plan'), numberOf(needed, 'version') ?? 0];
    return words(
      said('The drill was held before it was done', '演练早于整改'),
      plan === undefined
        ? said(
            `The drill ${drill} was begun before evidence was handed in. Hold one now.`,
            `演练${drill}在报告完成之前已经开始。请在整改后组织演练。`,
          )
        : said(
            `The drill ${drill} played version ${version} of its plan. Hold one on version ${fix} of ${plan}, or a later one.`,
            `演练${drill}依据的是预案第${version}版。请依据预案 ${plan} 第${fix}版或更新版本组织演练。`,
          ),
    );
  },
  criterion_not_rated: ({ found }) => {
    const [drill, criterion] = [textOf(found, 'drill') ?? '–', textOf(found, 'criterion') ?? '–'];
    return words(
      said('The criterion was not rated', '评估标准未经评定'),
      said(
        `In the drill ${drill} neither an evaluator nor the record says how criterion ${criterion} went; what the simulator says does not count. Hold another drill in which it is rated.`,
        `演练${drill}中，评估标准${criterion}既无评估人员评定，也无系统记录可据；模拟人员的评定不作为依据。请另行组织演练并予评定。`,
      ),
    );
  },
  criterion_not_played: ({ found }) => {
    const [drill, criterion] = [textOf(found, 'drill') ?? '–', textOf(found, 'criterion') ?? '–'];
    const isSimulated = textOf(found, 'played') === 'simulated';
    return words(
      said('The criterion was not played by people throughout', '评估标准未经人员完整演练'),
      said(
        `In the drill ${drill} ${isSimulated ? `the simulator did what criterion ${criterion} is seen by` : `not every inject of criterion ${criterion} was played`}, and no evaluator has rated it. Hold another drill, or have an evaluator rate it there.`,
        `演练${drill}中，${isSimulated ? `评估标准${criterion}所依据的行动由系统模拟完成` : `评估标准${criterion}的情景注入未全部实施`}，且未经评估人员评定。请另行组织演练，或在演练中由评估人员评定。`,
      ),
    );
  },
  criterion_not_passed: ({ found }) => {
    const [drill, criterion] = [textOf(found, 'drill') ?? '–', textOf(found, 'criterion') ?? '–'];
    const rating = textOf(found, 'rating') ?? '–';
    return words(
      said('The criterion did not pass', '评估标准未通过'),
      said(
        `In the drill ${drill} criterion ${criterion} was rated ${rating}; P or S is needed. Do more about it, and have it shown by another drill.`,
        `演练${drill}中评估标准${criterion}评定为${rating}，须为P或S。请继续整改，再以演练验证。`,
      ),
    );
  },
  weakness_seen: ({ found }) => {
    const [drill, criterion] = [textOf(found, 'drill') ?? '–', textOf(found, 'criterion') ?? '–'];
    return words(
      said('A weakness that counts against it is still there', '薄弱环节仍然存在'),
      said(
        `The drill ${drill} brought to light what the plan holds against criterion ${criterion}; muster drill show ${drill} says what. However it was rated: mend plan, roster or ledger, and have it shown by another drill.`,
        `演练${drill}暴露出计入评估标准${criterion}的薄弱环节，详见 muster drill show ${drill}。无论如何评定，均须先行整改预案、通讯录或者台账，再以演练验证。`,
      ),
    );
  },
  changed: ({ found }) =>
    words(
      said('It has changed meanwhile', '情况已变化'),
      said(
        `Somebody decided about it after event ${numberOf(found, 'ifSeq') ?? 0}. Look at it, and decide again.`,
        `在第${numberOf(found, 'ifSeq') ?? 0}号事件之后已有人作出决定。请查看后重新决定。`,
      ),
    ),
  request_id_reused: () =>
    words(
      said('This key was used for something else', '该请求编号已用于其他请求'),
      said('Send it under a new Idempotency-Key.', '请使用新的 Idempotency-Key 重新提交。'),
    ),
  malformed: ({ found, needed }) => {
    const [field, form] = [textOf(found, 'field') || '–', textOf(needed, 'form') ?? ''];
    return words(
      said('This is no decision about an improvement', '无法识别的决定'),
      said(`The field ${field} needs: ${form}.`, `字段 ${field} 应为：${form}。`),
    );
  },
  machine_error: ({ found }) =>
    words(
      said('Muster failed', '程序故障'),
      said(
        `Nothing was changed. Tell the operator: ${textOf(found, 'error') ?? ''}`,
        `未作任何更改。请告知管理员：${textOf(found, 'error') ?? ''}`,
      ),
    ),
};

/** Where it is the rating in a drill that does not count. */
function ratedThere(found: Refusal['found'], say: Speaker): Said | undefined {
  const [drill, criterion, person] = [textOf(found, 'drill'), textOf(found, 'criterion'), textOf(found, 'person')];
  if (drill === undefined || criterion === undefined || person === undefined) return undefined;
  return said(
    `In the drill ${drill} criterion ${criterion} was rated by ${say.person(person)}, whose improvement it is or was, or who has handed in for it. Have another drill rated by somebody else.`,
    `演练${drill}中评估标准${criterion}由${say.person(person)}评定，而其为或者曾为本项责任人，或者提交过凭证。请另行组织演练，由其他人员评定。`,
  );
}

export function improvementRefusalWords(refusal: Refusal, names: Names, lang: Lang): RefusalWords {
  const { title, detail } = SENTENCES[refusal.code](refusal, speaker(names, lang));
  return { title: title[lang], detail: capitalised(detail[lang]) };
}

/** Refusals carry statuses as plain strings. */
function status(id: string | undefined, lang: Lang): string {
  const known = IMPROVEMENT_STATUSES.find((one) => one === id);
  return known === undefined ? '–' : improvementStatusWords(known, lang);
}

function postsOf(details: Refusal['found'], say: Speaker): string {
  const names = listOf(details, 'posts').map(say.post);
  return names.join(say.lang === 'zh-CN' ? '、' : ' or ');
}
