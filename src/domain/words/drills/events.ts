import type { DrillEvent, DrillEventOf, DrillEventType, DrillTemplate } from '../../drill/index.js';
import type { Lang, Said } from '../../lang.js';
import { said } from '../../lang.js';
import type { Names } from '../../plan/names.js';
import { paceWords } from '../pace.js';
import { capitalised, speaker } from '../speaker.js';
import type { Speaker } from '../speaker.js';
import { formatInstant } from '../time.js';
import type { Zone } from '../time.js';
import { drillDecisionWords } from './decisionNames.js';
import { brokenOffWords, drillEndWords, playedByWords, waitingWords, whyMissedWords } from './labels.js';
import { begunWords, plannedWords } from './planned.js';
import { revisedWords } from './revised.js';
import { drillRefusalWords } from './refusals.js';

interface Telling extends Speaker {
  zone: Zone;
}

type Sentences = { readonly [T in DrillEventType]: (event: DrillEventOf<T>, say: Telling) => Said };

/** What happened in the story says its time there besides. */
function story(at: number, say: Telling): Said {
  const when = formatInstant(at, say.lang, say.zone);
  return said(`at ${when} of the story`, `情景时间${when}`);
}

function reasonIn(texts: { reason: string } | undefined, say: Telling): Said {
  if (texts === undefined) return said('no reason was given', '未说明理由');
  return said(say.quote(texts.reason), `理由：${say.quote(texts.reason)}`);
}

const was = (people: readonly unknown[]): string => (people.length < 2 ? 'was' : 'were');

/** Counted from 1, as people do. */
const nth = (action: number): number => action + 1;

const SENTENCES: Sentences = {
  schemeDrafted: (event, say) => {
    const { actor, scenario, pace, simulateAbsent } = event;
    const why = plannedWords(event, say);
    return said(
      `${say.actor(actor)} drafted the scheme on scenario ${say.names.scenario(scenario.id, 'en')}, pace: ${paceWords(pace, 'en')}${simulateAbsent ? ', absent players simulated' : ''}${why.en}.`,
      `${say.actor(actor)}拟定演练方案，情景：${say.names.scenario(scenario.id, 'zh-CN')}，时间速度：${paceWords(pace, 'zh-CN')}${simulateAbsent ? '，缺席人员由系统模拟' : ''}${why['zh-CN']}。`,
    );
  },
  schemeSubmitted: ({ actor }, say) =>
    said(`${say.actor(actor)} handed in the scheme for approval.`, `${say.actor(actor)}提交演练方案审批。`),
  schemeRevised: (event, say) => {
    const changed = revisedWords(event, say);
    return said(
      `${say.actor(event.actor)} changed the scheme: ${changed.en}. It has to be handed in again.`,
      `${say.actor(event.actor)}修改演练方案：${changed['zh-CN']}。须重新提交审批。`,
    );
  },
  schemeApproved: ({ actor }, say) =>
    said(`${say.actor(actor)} approved the scheme.`, `${say.actor(actor)}批准演练方案。`),
  schemeReturned: ({ actor, texts }, say) =>
    said(
      `${say.actor(actor)} returned the scheme: ${say.quote(texts.remarks)}.`,
      `${say.actor(actor)}退回演练方案，意见：${say.quote(texts.remarks)}。`,
    ),
  calledOff: ({ actor, texts, why }, say) => {
    if (why === 'realIncident') {
      return said('the drill was called off: it gave way to a real incident.', '因发生真实事故，演练取消。');
    }
    const reason = reasonIn(texts, say);
    return said(
      `${say.actor(actor)} called the drill off: ${reason.en}.`,
      `${say.actor(actor)}取消演练，${reason['zh-CN']}。`,
    );
  },
  startAsked: ({ actor, at, plannedAt }, say) =>
    plannedAt === undefined
      ? said(`${say.actor(actor)} gave the word to begin.`, `${say.actor(actor)}宣布演练开始。`)
      : begunWords(plannedAt, at, say),
  startMissed: ({ plannedAt, why }, say) => {
    const due = formatInstant(plannedAt, say.lang, say.zone);
    if (why === undefined)
      return said(`the drill did not begin at ${due}, when it was due.`, `演练未在预定时间${due}开始。`);
    const because = whyMissedWords(why);
    return said(
      `the drill did not begin at ${due}, when it was due: ${because.en}. It is planned anew.`,
      `演练未在预定时间${due}开始：${because['zh-CN']}。另行安排时间。`,
    );
  },
  cameInPerson: ({ person }, say) =>
    said(
      `${say.person(person)} has come, and is played by the simulator no more.`,
      `${say.person(person)}已到场，不再由系统模拟。`,
    ),
  replanned: ({ plannedAt, missed, why }, say) => {
    const [now, was] = [formatInstant(plannedAt, say.lang, say.zone), formatInstant(missed, say.lang, say.zone)];
    const because = whyMissedWords(why);
    return said(
      `the drill is held at ${now} instead of ${was}: ${because.en}.`,
      `演练改于${now}举行（原定${was}），原因：${because['zh-CN']}。`,
    );
  },
  planPlayed: ({ plan: { version } }) =>
    said(
      `the plan has changed since the scheme was drafted: version ${version} is played.`,
      `演练方案拟定后预案已更新，本次演练按第${version}版进行。`,
    ),
  waitReminded: ({ waits, people }, say) => {
    const what = waitingWords(waits);
    return said(
      `${say.people(people)} ${was(people)} reminded that ${what.en}.`,
      `已提醒${say.people(people)}：${what['zh-CN']}。`,
    );
  },
  started: ({ clock }, say) => {
    const when = story(clock.at, say);
    return said(`the drill began, ${when.en}.`, `演练开始，${when['zh-CN']}。`);
  },
  paceAsked: ({ actor, pace, why }, say) => {
    const because = why === 'realIncident' ? said(', because of a real incident', '（因发生真实事故）') : said('', '');
    return pace === 0
      ? said(
          `${say.actor(actor)} let the story stand still${because.en}.`,
          `${say.actor(actor)}暂停演练${because['zh-CN']}。`,
        )
      : said(
          `${say.actor(actor)} let the story go ${paceWords(pace, 'en')}.`,
          `${say.actor(actor)}要求时间速度调整为${paceWords(pace, 'zh-CN')}。`,
        );
  },
  paceSet: ({ clock }, say) => {
    const when = story(clock.at, say);
    return clock.pace === 0
      ? said(`the story stands still, ${when.en}.`, `情景时间停止，${when['zh-CN']}。`)
      : said(
          `the story goes ${paceWords(clock.pace, 'en')}, ${when.en}.`,
          `情景时间速度为${paceWords(clock.pace, 'zh-CN')}，${when['zh-CN']}。`,
        );
  },
  standstillReminded: ({ people, since }, say) => {
    const when = formatInstant(since, say.lang, say.zone);
    return said(
      `${say.people(people)} ${was(people)} reminded that the drill stands still since ${when}.`,
      `已提醒${say.people(people)}：演练自${when}起暂停。`,
    );
  },
  injectAdded: ({ actor, inject, texts, evaluator }, say) => {
    const judge =
      evaluator === undefined
        ? said('', '')
        : said(`, judged by ${say.post(evaluator)}`, `，评估人：${say.post(evaluator)}`);
    return said(
      `${say.actor(actor)} added inject ${inject}${judge.en}: ${say.quote(texts.event)}.`,
      `${say.actor(actor)}增加情景注入 ${inject}${judge['zh-CN']}：${say.quote(texts.event)}。`,
    );
  },
  injectPlayed: ({ inject, by, storyAt }, say) => {
    const when = story(storyAt, say);
    return said(
      `inject ${inject} was played ${playedByWords(by, 'en')}, ${when.en}.`,
      `情景 ${inject}：${playedByWords(by, 'zh-CN')}，${when['zh-CN']}。`,
    );
  },
  injectSkipped: ({ actor, inject, texts }, say) =>
    said(
      `${say.actor(actor)} skipped inject ${inject}: ${say.quote(texts.reason)}.`,
      `${say.actor(actor)}跳过情景 ${inject}，理由：${say.quote(texts.reason)}。`,
    ),
  injectNotNeeded: ({ inject }) => said(`inject ${inject} is not needed any more.`, `情景 ${inject} 已无须注入。`),
  actionSeen: ({ inject, action, storyAt, late, early, simulated, seenIn }, say) => {
    const when = story(storyAt, say);
    return said(
      `expected action ${nth(action)} on ${inject} came${late ? ' late' : early ? ' before it was asked for' : ''}, ${when.en} (event ${seenIn} of the incident)${simulated ? ', simulated' : ''}.`,
      `情景 ${inject} 的第 ${nth(action)} 项预期行动${late ? '超时出现' : early ? '在注入前已完成' : '按时出现'}，${when['zh-CN']}（事故第 ${seenIn} 号事件）${simulated ? '，由系统模拟' : ''}。`,
    );
  },
  actionMissed: ({ inject, action, storyAt }, say) => {
    const when = story(storyAt, say);
    return said(
      `expected action ${nth(action)} on ${inject} had not come, ${when.en}.`,
      `情景 ${inject} 的第 ${nth(action)} 项预期行动未出现，${when['zh-CN']}。`,
    );
  },
  actionExcused: ({ inject, action, storyAt, why }, say) => {
    const when = story(storyAt, say);
    const reason =
      why === 'simulated'
        ? said(
            'everybody who was to do it is played by the simulator, and it takes people to weigh what they are told',
            '应行动的人员均由系统模拟，该行动须由人判断',
          )
        : said('a real incident had taken everybody who was to do it', '应行动的人员均已参加真实事故处置');
    return said(
      `expected action ${nth(action)} on ${inject} had not come, ${when.en}: ${reason.en}. It is not counted.`,
      `情景 ${inject} 的第 ${nth(action)} 项预期行动未出现，${when['zh-CN']}：${reason['zh-CN']}，不计入评估。`,
    );
  },
  observed: ({ actor, criterion, inject, texts }, say) => {
    const of = [criterion, inject].filter((id) => id !== undefined).join(', ');
    return said(
      `${say.actor(actor)} noted${of === '' ? '' : ` (${of})`}: ${say.quote(texts.note)}.`,
      `${say.actor(actor)}记录观察${of === '' ? '' : `（${of}）`}：${say.quote(texts.note)}。`,
    );
  },
  preempted: ({ incidentId, people }, say) =>
    said(
      `real incident ${incidentId} took ${say.people(people)} out of the drill.`,
      `真实事故 ${incidentId} 需要${say.people(people)}，已退出演练。`,
    ),
  conductEnded: ({ actor, why, texts, storyAt }, say) => {
    const [when, by] = [story(storyAt, say), actor.kind === 'system' ? '' : say.actor(actor)];
    const reason = texts === undefined ? undefined : say.quote(texts.reason);
    const none = why === 'stopped' && reason === undefined ? reasonIn(undefined, say) : said('', '');
    return said(
      `the drill was over, ${when.en}: ${drillEndWords(why, 'en')}${by === '' ? '' : ` (${by})`}${reason === undefined ? none.en && `; ${none.en}` : `; ${reason}`}.`,
      `演练结束，${when['zh-CN']}：${drillEndWords(why, 'zh-CN')}${by === '' ? '' : `（${by}）`}${reason === undefined ? none['zh-CN'] && `，${none['zh-CN']}` : `，${reason}`}。`,
    );
  },
  feedbackAsked: ({ people, dueAt, played = [] }, say) => {
    const due = formatInstant(dueAt, say.lang, say.zone);
    const asked =
      people.length === 0
        ? said('nobody was there to be asked for feedback', '没有可以反馈的到场人员')
        : said(
            `${say.people(people)} ${was(people)} asked for feedback by ${due}`,
            `请${say.people(people)}于${due}前反馈`,
          );
    return played.length === 0
      ? said(`${asked.en}.`, `${asked['zh-CN']}。`)
      : said(
          `${asked.en}; played by the simulator and not asked: ${say.people(played)}.`,
          `${asked['zh-CN']}；由系统模拟、无须反馈：${say.people(played)}。`,
        );
  },
  feedbackGiven: ({ person, texts, onPaper, actor }, say) => {
    const answers = Object.entries(texts).map(([question, answer]) => `${question} ${say.quote(answer)}`);
    if (onPaper)
      return said(
        `${say.actor(actor)} entered the paper sheet of ${say.person(person)}: ${answers.join('; ')}.`,
        `${say.actor(actor)}录入${say.person(person)}的纸质反馈：${answers.join('；')}。`,
      );
    return said(
      `${say.person(person)} answered: ${answers.join('; ')}.`,
      `${say.person(person)}反馈：${answers.join('；')}。`,
    );
  },
  feedbackCounted: ({ person, onPaper, actor }, say) =>
    onPaper
      ? said(
          `${say.actor(actor)} entered a paper sheet for ${say.person(person)}; what was said stands nowhere with a name.`,
          `${say.actor(actor)}录入一份纸质反馈，登记${say.person(person)}已反馈，内容不记名、不入记录。`,
        )
      : said(
          `${say.person(person)} has answered; what was said stands nowhere with a name.`,
          `${say.person(person)}已匿名反馈，内容不记名、不入记录。`,
        ),
  feedbackReminded: ({ people }, say) =>
    said(`${say.people(people)} ${was(people)} reminded of their feedback.`, `已提醒${say.people(people)}反馈。`),
  feedbackMissing: ({ people }, say) =>
    said(`no feedback came from ${say.people(people)}.`, `到期未反馈：${say.people(people)}。`),
  rated: ({ actor, criterion, rating, texts }, say) =>
    said(
      `${say.actor(actor)} rated ${say.names.ratedCriterion(criterion, 'en')}: ${rating}, ${say.quote(texts.reason)}.`,
      `${say.actor(actor)}评定${say.names.ratedCriterion(criterion, 'zh-CN')}：${rating}，依据：${say.quote(texts.reason)}。`,
    ),
  reportSubmitted: ({ actor, version, score, conclusion, brokenOff }, say) => {
    const result = (lang: Lang) => {
      const named = conclusion === undefined ? '–' : say.names.conclusion(conclusion, lang);
      const beside = (text: string) => (lang === 'zh-CN' ? `（${text}）` : ` (${text})`);
      if (brokenOff !== undefined) return `${named}${beside(brokenOffWords(brokenOff, lang))}`;
      return score === undefined || conclusion === undefined ? '–' : `${score}${beside(named)}`;
    };
    return said(
      `${say.actor(actor)} handed in version ${version} of the evaluation report; result ${result('en')}.`,
      `${say.actor(actor)}提交演练评估报告第 ${version} 版，结果：${result('zh-CN')}。`,
    );
  },
  reportReminded: ({ people }, say) =>
    said(
      `${say.people(people)} ${was(people)} reminded of the evaluation report.`,
      `已提醒${say.people(people)}提交评估报告。`,
    ),
  reportReturned: ({ actor, version, texts }, say) =>
    said(
      `${say.actor(actor)} returned version ${version} of the report: ${say.quote(texts.remarks)}.`,
      `${say.actor(actor)}退回评估报告第 ${version} 版，意见：${say.quote(texts.remarks)}。`,
    ),
  reportAccepted: ({ actor, version, simulated }, say) =>
    said(
      `${say.actor(actor)} accepted version ${version} of the report${simulated ? ' (simulated: it proves nothing)' : ''}.`,
      `${say.actor(actor)}审定评估报告第 ${version} 版${simulated ? '（系统模拟，不作为整改依据）' : ''}。`,
    ),
  settled: ({ effectId, people, unreachable, failed, files }, say) => {
    if (files !== undefined) {
      const named = files.map(({ documentId, format, lang, sha256 }) => `${documentId} ${format} ${lang} ${sha256}`);
      return said(`documents were written: ${named.join(', ')}.`, `文书编写完成：${named.join('、')}。`);
    }
    if (failed) return said(`what was asked for could not be done (${effectId}).`, `未能办理（${effectId}）。`);
    const template = effectId.slice(effectId.indexOf('-') + 1) as DrillTemplate;
    const missed = (unreachable ?? []).map(({ person, code }) => `${say.person(person)} (${code})`);
    if (people === undefined) return said(`what was asked for was done (${effectId}).`, `已办理（${effectId}）。`);
    return said(
      `${say.people(people)} ${was(people)} told (${template})${missed.length === 0 ? '' : `; not reached: ${missed.join(', ')}`}.`,
      `已通知${say.people(people)}（${template}）${missed.length === 0 ? '' : `；未送达：${missed.join('、')}`}。`,
    );
  },
  textsErased: ({ actor, person, erased, papers = [], sheets = 0 }, say) => {
    const count = erased.reduce((sum, { fields }) => sum + fields.length, sheets);
    const anew = papers.filter(({ sha256 }) => sha256 !== undefined).length;
    const gone = papers.length - anew;
    const much = (n: number, one: string) => (n === 1 ? `1 ${one}` : `${n} ${one}s`);
    const en = [
      ...(anew === 0 ? [] : [`; ${much(anew, 'paper')} written anew`]),
      ...(gone === 0 ? [] : [`; ${much(gone, 'paper')} destroyed`]),
    ].join('');
    const zh = [
      ...(anew === 0 ? [] : [`，重新生成文书${anew}份`]),
      ...(gone === 0 ? [] : [`，销毁文书${gone}份`]),
    ].join('');
    return person === undefined
      ? said(
          `${say.actor(actor)} erased ${much(count, 'text')} with personal data of the incident${en}.`,
          `${say.actor(actor)}删除了含该事故个人信息的${count}处文字${zh}。`,
        )
      : said(
          `${say.actor(actor)} erased ${much(count, 'text')} that named ${say.person(person)}${en}.`,
          `${say.actor(actor)}删除了提及${say.person(person)}的${count}处文字${zh}。`,
        );
  },
  refused: ({ actor, message, code, found, needed }, say) => {
    const { title } = drillRefusalWords({ code, found, needed }, say.names, say.lang);
    const what = message === undefined ? said('–', '–') : drillDecisionWords(message);
    return said(
      `a message of ${say.actor(actor)} was refused (${what.en}): ${title}.`,
      `${say.actor(actor)}的请求被拒绝（${what['zh-CN']}）：${title}。`,
    );
  },
};

/** Nobody may take what the simulator does for what somebody has done. */
const SIMULATED: Record<Lang, string> = { 'zh-CN': '（系统模拟，非本人操作）', en: ' [simulated, not done in person]' };
const TELLS_SO: readonly DrillEventType[] = ['actionSeen', 'reportAccepted'];

/** One sentence on what happened. */
export function drillEventWords(event: DrillEvent, names: Names, lang: Lang, zone: Zone): string {
  const sentence = SENTENCES[event.type] as (event: DrillEvent, say: Telling) => Said;
  const words = capitalised(sentence(event, { ...speaker(names, lang), zone })[lang]);
  return event.simulated && !TELLS_SO.includes(event.type) ? `${words}${SIMULATED[lang]}` : words;
}
