import type { NoticeTemplate, ObligationTold } from '../../incident/index.js';
import type { Lang } from '../../lang.js';
import { numberOf } from '../details.js';
import type { Notice } from '../notice.js';
import { fileLate, fileObligations, judgeObligations, seeObligations } from './howObligations.js';
import { obligationName } from '../obligationWords.js';
import { formatInstant } from '../time.js';
import type { NoticeSentencesOf } from './sentences.js';

type ObligationsTemplate = Extract<NoticeTemplate, `obligations${string}`>;

export const obligationNotices: NoticeSentencesOf<ObligationsTemplate> = {
  'zh-CN': {
    obligations: {
      name: '法定报送通知',
      subject: '有法定报送须办理',
      todo: '以下报送由您负责：请在时限内报送并登记；情况不全的，先报要点，后补报。确认不适用的，请登记理由。',
      why: '这些报送由您的岗位负责，或其负责人不在岗',
      level: 'fromFacts',
      how: fileObligations,
      lines: obligations,
      reason: '理由',
    },
    obligationsLifted: {
      name: '法定报送解除通知',
      subject: '有报送不再需要办理',
      todo: '以下报送不再需要办理。如您认为仍须报送，请立即登记。',
      why: '这些报送此前由您负责，或者您正在指挥',
      level: 'unverified',
      how: judgeObligations,
      lines: obligations,
      reason: '理由',
    },
    obligationsNear: {
      name: '法定报送时限提醒',
      subject: '报送时限临近，尚未登记报送',
      todo: '以下报送的时限临近，尚未登记报送：请抓紧报送并登记。是否适用尚未判定的，请尽快判定。',
      why: '这些报送由您的岗位负责，或您是其替补负责人',
      level: 'fromFacts',
      how: fileObligations,
      lines: obligations,
    },
    obligationsMissed: {
      name: '法定报送逾期报告',
      subject: '报送时限已过，尚未登记报送',
      todo: '以下报送的时限已过，尚未登记报送：请立即报送，登记报送时间和逾期理由；已经报送的，请补登记。',
      why: '这些报送由您的岗位负责，您是其替补负责人，或者您正在指挥',
      level: 'fromFacts',
      how: fileLate,
      lines: obligations,
    },
    obligationsFiled: {
      name: '法定报送登记通知',
      subject: '报送已登记',
      todo: '以下报送已登记，供您知悉。',
      why: '这些报送由您的岗位负责，您是其替补负责人，或者您正在指挥',
      level: 'fromFacts',
      how: seeObligations,
      lines: (notice) => [...obligations(notice), ...filedAt(notice)],
    },
  },
  en: {
    obligations: {
      name: 'Legal reports',
      subject: 'Legal reports are yours to file',
      todo: 'These reports are yours: file them in time and register it. Where something is not known yet, file what is and supplement it later. Where one does not apply, register why.',
      why: 'they belong to your post, or whoever they belong to is away',
      level: 'fromFacts',
      how: fileObligations,
      lines: obligations,
      reason: 'Why',
    },
    obligationsLifted: {
      name: 'Legal reports not called for',
      subject: 'Reports need not be filed',
      todo: 'These reports need not be filed any more. If you think otherwise, register it at once.',
      why: 'they were yours, or you are in command',
      level: 'unverified',
      how: judgeObligations,
      lines: obligations,
      reason: 'Why',
    },
    obligationsNear: {
      name: 'Legal limit draws near',
      subject: 'A legal limit draws near, nothing is registered as filed',
      todo: 'The limits of these reports draw near and nothing is registered as filed: file them and register it. Where it is undecided whether one applies, decide.',
      why: 'they belong to your post, or you are the deputy for them',
      level: 'fromFacts',
      how: fileObligations,
      lines: obligations,
    },
    obligationsMissed: {
      name: 'Legal limit has passed',
      subject: 'A legal limit has passed, nothing is registered as filed',
      todo: 'The limits of these reports have passed and nothing is registered as filed: file them now and register when, and why late. If it was filed, register that.',
      why: 'they belong to your post, you are the deputy for them, or you are in command',
      level: 'fromFacts',
      how: fileLate,
      lines: obligations,
    },
    obligationsFiled: {
      name: 'Legal report filed',
      subject: 'A legal report is registered as filed',
      todo: 'These reports are registered as filed.',
      why: 'they belong to your post, you are the deputy for them, or you are in command',
      level: 'fromFacts',
      how: seeObligations,
      lines: (notice) => [...obligations(notice), ...filedAt(notice)],
    },
  },
};

function obligations(notice: Notice): string[] {
  const { recipient, lang, filingUrls = {}, say } = notice;
  const lines = (recipient.obligations ?? []).flatMap((told) => {
    const url = filingUrls[told.obligation];
    const draft = url === undefined ? [] : [`  ${lang === 'en' ? 'Draft: ' : '报送稿：'}${say.quote(url)}`];
    return [`- ${line(notice, told)}`, ...draft];
  });
  if (lines.length === 0) return [];
  return [
    lang === 'en' ? 'Reports:' : '报送事项：',
    ...lines,
    ...(Object.keys(filingUrls).length === 0 ? [] : [keep[lang]]),
  ];
}

const keep: Record<Lang, string> = {
  'zh-CN': '报送稿链接仅供您本人使用，三日内有效，请勿转发。',
  en: 'The links to drafts are for you alone and work for three days: do not pass them on.',
};

function line({ lang, say, zone, names }: Notice, told: ObligationTold): string {
  const { obligation, due, provisional, own, unverified } = told;
  const en = lang === 'en';
  const limit = own ? (en ? 'own target ' : '本单位目标时限 ') : en ? 'limit ' : '时限 ';
  const more = [
    `${en ? 'to ' : '报至'}${names.addressee(obligation, lang)}`,
    ...(due === undefined ? [] : [`${limit}${formatInstant(due, lang, zone)}`]),
    ...(provisional ? [en ? 'whether it applies is undecided' : '是否适用尚未判定'] : []),
    ...(unverified ? [en ? 'rule not compared with its source' : '规则待核对'] : []),
  ];
  return [obligationName(obligation, say), ...more].join(en ? ', ' : '，');
}

function filedAt({ facts, lang, zone }: Notice): string[] {
  const at = numberOf(facts, 'filedAt');
  if (at === undefined) return [];
  const when = formatInstant(at, lang, zone);
  return [lang === 'en' ? `Filed at: ${when}` : `报送时间：${when}`];
}
