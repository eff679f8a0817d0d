import type { NoticeTemplate } from '../../incident/index.js';
import { LANGS } from '../../lang.js';
import type { Lang } from '../../lang.js';
import { listOf, numberOf, textOf } from '../details.js';
import type { Notice } from '../notice.js';
import { publicationKindWords, publicationName, repairTimeIn } from '../publicationWords.js';
import { partnerLines } from '../quorum.js';
import { cleanText } from '../text.js';
import { formatInstant } from '../time.js';
import {
  afterFactsMoved,
  approvePublication,
  checkPublication,
  correctPublication,
  draftAnew,
  publishAfterAll,
  publishOrNot,
  readPublication,
  unstick,
} from './howPublication.js';
import { knownLine } from './knownFacts.js';
import type { NoticeSentencesOf } from './sentences.js';

type Template = Extract<NoticeTemplate, `publication${string}`>;

export const publicationNotices: NoticeSentencesOf<Template> = {
  'zh-CN': {
    publicationToCheck: {
      name: '信息发布法务审核通知',
      subject: '对外发布稿请审核',
      todo: '请作法务审核：下面的文稿拟对外发布。没有意见的，登记；有意见的，退回并写明。',
      why: '预案规定对外发布须经您审核，或您代行此岗位',
      level: 'fromFacts',
      how: checkPublication,
      lines: draftLines,
    },
    publicationToApprove: {
      name: '信息发布批准通知',
      subject: '对外发布稿请批准',
      todo: ({ facts }) =>
        facts['unchecked'] === true
          ? '请批准或退回：下面的文稿拟对外发布，批准后立即公开。目前没有拟稿人以外的法务人员可以审核，批准时请写明理由。'
          : '请批准或退回：下面的文稿拟对外发布，批准后立即公开。',
      why: '预案规定此级别的对外发布由您批准；或者预案规定的批准人即拟稿人，由您接替批准',
      level: 'fromFacts',
      how: approvePublication,
      lines: draftLines,
    },
    publicationStuck: {
      name: '信息发布无人可批准通知',
      subject: '对外发布稿无人可以批准',
      todo: '下面的文稿现在无人可以批准：有权批准的人都参与过拟稿，或者岗位无人任职。请安排未参与拟稿的人担任下列岗位之一，或者撤回后由他人重新拟稿。',
      why: '这份文稿由您拟就，或者您正在指挥',
      level: 'fromFacts',
      how: unstick,
      lines: stuckLines,
    },
    publicationFactsMoved: {
      name: '信息发布依据变化通知',
      subject: '对外发布稿所依据的事实有变化',
      todo({ facts }) {
        if (listOf(facts, 'was').length === 0)
          return '供您知悉：这份发布稿所依据的事实又与文稿一致，可以继续审核、批准。';
        return facts['drafted'] === true
          ? '您所拟的发布稿所依据的事实已有变化，现有版本不能再审核、批准：请按现在的情况重新拟稿。'
          : '供您知悉：这份发布稿所依据的事实已有变化，现有版本不能再审核、批准，须由拟稿人重新拟稿，届时另行通知。';
      },
      why: '这份文稿由您拟就，或者曾请您审核、批准',
      level: 'fromFacts',
      how: afterFactsMoved,
      lines: movedLines,
    },
    publicationOvertaken: {
      name: '信息发布承诺时间已到通知',
      subject: '对外发布稿承诺的时间已到',
      todo: '您所拟的文稿尚未批准，文中承诺的下次发布时间已到，现有版本不能再审核、批准：请另定时间，重新拟稿。',
      why: '这份文稿由您拟就',
      level: 'fromFacts',
      how: draftAnew,
      lines: headLines,
    },
    publicationReturned: {
      name: '信息发布退回通知',
      subject: '对外发布稿被退回',
      todo: '您所拟的文稿被退回：请按意见重拟，再送审核和批准。',
      why: '这份文稿由您拟就',
      level: 'fromFacts',
      how: draftAnew,
      lines: draftLines,
      reason: '意见',
    },
    publicationOut: {
      name: '信息发布通知',
      subject: '对外发布稿已批准发布',
      todo: ({ mode }) =>
        mode === 'drill'
          ? '请阅：下面的文稿已经批准。这是演练，没有对外发布。'
          : '请阅：下面的文稿已在公开页面发布，此后对外一律以此为准。',
      why: '您负责对外发布，或者您属于指挥人员',
      level: 'fromFacts',
      how: correctPublication,
      lines: draftLines,
    },
    publicationPassOn: {
      name: '信息发布转送通知',
      subject: '请转送对外发布的信息',
      todo: '下面的文稿已经公开发布：请原文转送下列外部单位，不增不减。',
      why: '您负责联系这些外部单位，或代为联系',
      level: 'fromFacts',
      how: readPublication,
      lines: (notice) => [...partnerLines(listOf(notice.facts, 'partners'), notice.say), ...draftLines(notice)],
    },
    publicationWithdrawn: {
      name: '信息发布撤回通知',
      subject: '对外发布稿已撤回',
      todo: ({ facts }) =>
        facts['out'] === true
          ? '下面的文稿已经撤回：请停止引用；已转送外部单位的，请告知对方。'
          : '下面的文稿已经撤回，没有发布。供您知悉。',
      why: '这份文稿由您拟就、由您转送，或者您负责对外发布、属于指挥人员',
      level: 'fromFacts',
      how: publishAfterAll,
      lines: headLines,
      reason: '理由',
    },
    publicationWaived: {
      name: '不再发布的决定通知',
      subject: '已决定不再对外发布',
      todo: '已决定不再对外发布信息，未批准的文稿一并撤回。供您知悉。',
      why: '您负责对外发布，或者您属于指挥人员',
      level: 'fromFacts',
      how: publishAfterAll,
      reason: '理由',
    },
    publicationWaiverLapsed: {
      name: '不再发布的决定失效通知',
      subject: '不再对外发布的决定已失效',
      todo: '级别已提高，此前不再对外发布的决定不再有效。请重新决定：拟稿并批准发布；或者由此级别的批准人写明理由，决定不发布。',
      why: '预案规定此级别的对外发布由您批准，或者您负责对外发布、属于指挥人员',
      level: 'fromFacts',
      how: publishOrNot,
    },
    publicationLeft: {
      name: '信息发布稿不再办理通知',
      subject: '对外发布稿不再办理',
      todo({ facts }) {
        const into = textOf(facts, 'into');
        return into === undefined
          ? '事故已了结，或者现行预案不再规定信息发布，下面的文稿不再审核、批准。无须办理；文稿可以撤回。'
          : '本事故已并入另一事故，下面的文稿不再审核、批准。仍须告知公众的，请在该事故中另行拟稿。';
      },
      why: '这份文稿由您拟就，或者曾请您审核、批准',
      level: 'fromFacts',
      how: readPublication,
      lines: leftLines,
    },
  },
  en: {
    publicationToCheck: {
      name: 'Publication to check',
      subject: 'Check a text for the public',
      todo: 'Check this text for what it means in law before it is published: say that you have no objection, or return it with remarks.',
      why: 'the plan has you check what is published, or you stand in for whoever does',
      level: 'fromFacts',
      how: checkPublication,
      lines: draftLines,
    },
    publicationToApprove: {
      name: 'Publication to approve',
      subject: 'Approve a text for the public',
      todo: ({ facts }) =>
        facts['unchecked'] === true
          ? 'Approve this text or return it: once approved, it is public at once. No counsel but who drafted it is there to check it, so say why you approve it unchecked.'
          : 'Approve this text or return it: once approved, it is public at once.',
      why: 'at this level the plan has you approve what is published, or whoever it names drafted this text and you are next in line',
      level: 'fromFacts',
      how: approvePublication,
      lines: draftLines,
    },
    publicationStuck: {
      name: 'Nobody to approve a publication',
      subject: 'Nobody may approve a text for the public',
      todo: 'Nobody is left who may approve this text: whoever could has drafted some of it, or nobody holds the post. Have somebody who did not draft it hold one of the posts below, or withdraw it and have somebody else draft it anew.',
      why: 'you drafted it, or you are in command',
      level: 'fromFacts',
      how: unstick,
      lines: stuckLines,
    },
    publicationFactsMoved: {
      name: 'Facts of a publication changed',
      subject: 'What a text for the public rests on has changed',
      todo({ facts }) {
        if (listOf(facts, 'was').length === 0)
          return 'For you to know: what this text rests on is again as it says, and it can be checked and approved.';
        return facts['drafted'] === true
          ? 'What your text rests on has changed, so that this version can be neither checked nor approved: draft it anew by what is known now.'
          : 'For you to know: what this text rests on has changed, so that this version can be neither checked nor approved. Its drafter is asked for another one; wait for that.';
      },
      why: 'you drafted it, or were asked to check or approve it',
      level: 'fromFacts',
      how: afterFactsMoved,
      lines: movedLines,
    },
    publicationOvertaken: {
      name: 'Promised time came',
      subject: 'The time that your text promises has come',
      todo: 'Your text promises the next one for a time that came before it was approved, so that this version can be neither checked nor approved: set another time and draft it anew.',
      why: 'you drafted it',
      level: 'fromFacts',
      how: draftAnew,
      lines: headLines,
    },
    publicationReturned: {
      name: 'Publication returned',
      subject: 'Your text was returned',
      todo: 'The text that you drafted was returned: draft it anew by the remarks, and it is checked and approved again.',
      why: 'you drafted it',
      level: 'fromFacts',
      how: draftAnew,
      lines: draftLines,
      reason: 'Remarks',
    },
    publicationOut: {
      name: 'Published',
      subject: 'A text for the public is approved',
      todo: ({ mode }) =>
        mode === 'drill'
          ? 'For you to read: this text is approved. This is a drill, and nothing was published.'
          : 'For you to read: this text is out on the public page. Whatever anybody says outside from now on keeps to it.',
      why: 'you answer for what is published, or belong to command',
      level: 'fromFacts',
      how: correctPublication,
      lines: draftLines,
    },
    publicationPassOn: {
      name: 'Publication to pass on',
      subject: 'Pass on what is published',
      todo: 'This text is public: pass it on to the partners below word by word, no more and no less.',
      why: 'you speak with these partners, or stand in for whoever does',
      level: 'fromFacts',
      how: readPublication,
      lines: (notice) => [...partnerLines(listOf(notice.facts, 'partners'), notice.say), ...draftLines(notice)],
    },
    publicationWithdrawn: {
      name: 'Publication withdrawn',
      subject: 'A text for the public was withdrawn',
      todo: ({ facts }) =>
        facts['out'] === true
          ? 'This text was withdrawn: quote it no more, and tell the partners to whom you passed it on.'
          : 'This text was withdrawn before it was published. You need do nothing.',
      why: 'you drafted it or passed it on, answer for what is published, or belong to command',
      level: 'fromFacts',
      how: publishAfterAll,
      lines: headLines,
      reason: 'Why',
    },
    publicationWaived: {
      name: 'Nothing more is published',
      subject: 'Nothing more is published',
      todo: 'It was decided that nothing more is published; drafts that nobody had approved are withdrawn. You need do nothing.',
      why: 'you answer for what is published, or belong to command',
      level: 'fromFacts',
      how: publishAfterAll,
      reason: 'Why',
    },
    publicationWaiverLapsed: {
      name: 'To publish nothing no longer holds',
      subject: 'Decide anew whether anything is published',
      todo: 'The level has risen, and the decision that nothing is published no longer holds. Decide anew: draft a text and have it approved, or whoever approves at this level decides, with a reason, that nothing is published.',
      why: 'at this level the plan has you approve what is published, or you answer for what is published, or belong to command',
      level: 'fromFacts',
      how: publishOrNot,
    },
    publicationLeft: {
      name: 'Draft for the public left',
      subject: 'A text for the public goes no further',
      todo({ facts }) {
        const into = textOf(facts, 'into');
        return into === undefined
          ? 'The incident is over, or its plan no longer provides for publication: this text is neither checked nor approved any more. You need do nothing; the text can be withdrawn.'
          : 'The incident was merged into another one: this text is neither checked nor approved any more. What the public has still to hear is drafted there.';
      },
      why: 'you drafted it, or were asked to check or approve it',
      level: 'fromFacts',
      how: readPublication,
      lines: leftLines,
    },
  },
};

function headLines({ facts, lang, zone }: Notice): string[] {
  const en = lang === 'en';
  const name = publicationName(textOf(facts, 'publication') ?? '', lang, numberOf(facts, 'version'));
  const kind = publicationKindWords(textOf(facts, 'kind'), lang);
  const corrects = textOf(facts, 'corrects');
  const nextAt = numberOf(facts, 'nextAt');
  return [
    en ? `Text: ${name}, ${kind}` : `文稿：${name}，${kind}`,
    ...(corrects === undefined ? [] : [en ? `Corrects: ${corrects}` : `更正对象：${corrects}`]),
    ...(nextAt === undefined
      ? []
      : [`${en ? 'Promises the next one at: ' : '承诺下次发布时间：'}${formatInstant(nextAt, lang, zone)}`]),
  ];
}

function movedLines(notice: Notice): string[] {
  const en = notice.lang === 'en';
  return [
    ...headLines(notice),
    ...knownLine(notice, en ? 'When it was drafted' : '拟稿时', 'was'),
    ...knownLine(notice, en ? 'Now' : '现在', 'now'),
  ];
}

function leftLines(notice: Notice): string[] {
  const into = textOf(notice.facts, 'into');
  const other = notice.lang === 'en' ? `Other incident: ${into}` : `另一事故：${into}`;
  return [...headLines(notice), ...(into === undefined ? [] : [other])];
}

function stuckLines(notice: Notice): string[] {
  const { facts, lang, say } = notice;
  const posts = say.list(listOf(facts, 'approvers').map(say.post));
  return [...headLines(notice), lang === 'en' ? `May approve it: ${posts}` : `批准岗位：${posts}`];
}

/** The words that go out, in every language, the reader's first. Behind a mark: no line of it can pass for one of ours. */
function draftLines(notice: Notice): string[] {
  const { lang, texts } = notice;
  const en = lang === 'en';
  const langs = [lang, ...LANGS.filter((other) => other !== lang)];
  const promise = repairTimeIn(Object.fromEntries(Object.entries(texts).filter(([key]) => key.startsWith('body '))));
  return [
    ...headLines(notice),
    ...knownLine(notice, en ? 'Rests on' : '所依据的事实'),
    ...(promise === undefined
      ? []
      : [en ? `Seems to promise a time of repair: “${promise}”` : `似有承诺修复时间的措辞：“${promise}”`]),
    ...langs.flatMap((each) => textLines(notice, each)),
  ];
}

function textLines({ texts }: Notice, lang: Lang): string[] {
  const [title, body] = [texts[`title ${lang}`], texts[`body ${lang}`]].map((text) => cleanText(text ?? ''));
  if (title === '' && body === '') return [];
  return [title, ...(body ?? '').split('\n')].map((line) => `> ${line ?? ''}`.trimEnd());
}
